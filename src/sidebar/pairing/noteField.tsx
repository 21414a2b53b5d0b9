// A line of the curator's own beside a decision.

/** A note on a pin or a ban; kept when the field is left, so that typing works nothing out. */
export function NoteField({
  note,
  label,
  onChange,
}: {
  note: string;
  label: string;
  onChange: (note: string) => void;
}) {
  return (
    <input
      type="text"
      class="note"
      value={note}
      maxLength={500}
      placeholder="Примечание, если нужно (видно только Вам)"
      aria-label={label}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
