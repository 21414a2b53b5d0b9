// Typing into a cell: a field over it, with its drop-down list where its rule has one.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RuleView } from "../../operations/bookView";

/** Where the caret goes after the text is taken. */
export type Leave = "down" | "up" | "right" | "left" | "stay";

interface EditorProps {
  text: string;
  /** True: opened by typing, so arrows leave the cell; false: the caret is in the text. */
  fresh: boolean;
  rule: RuleView | undefined;
  box: { left: number; top: number; width: number; height: number };
  onCommit: (text: string, leave: Leave) => void;
  onCancel: () => void;
}

const ENDINGS: Record<string, (event: KeyboardEvent) => Leave> = {
  Enter: (event) => (event.shiftKey ? "up" : "down"),
  Tab: (event) => (event.shiftKey ? "left" : "right"),
};

const ARROWS: Record<string, Leave> = { ArrowDown: "down", ArrowUp: "up", ArrowLeft: "left", ArrowRight: "right" };

/** The field. It grows with its text; Alt+Enter makes a new line. */
export function CellEditor({ text, fresh, rule, box, onCommit, onCancel }: EditorProps) {
  const [value, setValue] = useState(text);
  const [pointed, setPointed] = useState(-1);
  const field = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);
  const options = rule?.kind === "list" ? matching(rule.options, fresh || value !== text ? value : "") : [];

  useLayoutEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "0";
    area.style.height = `${Math.max(box.height, area.scrollHeight)}px`;
    area.style.width = `${Math.max(box.width, Math.min(420, area.scrollWidth + 2))}px`;
  }, [value]);

  const finish = (given: string, leave: Leave): void => {
    if (over.current) return;
    over.current = true;
    onCommit(given, leave);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const arrow = ARROWS[event.key];
    if (event.key === "Escape") {
      event.preventDefault();
      over.current = true;
      onCancel();
    } else if (options.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      setPointed((pointed + by + options.length) % options.length);
    } else if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      setValue(`${value}\n`);
    } else if (ENDINGS[event.key]) {
      event.preventDefault();
      finish(options[pointed] ?? value, ENDINGS[event.key]?.(event) ?? "stay");
    } else if (fresh && arrow) {
      event.preventDefault();
      finish(value, arrow);
    }
  };
  return (
    <div class="cell-editor" style={{ left: `${box.left}px`, top: `${box.top}px` }}>
      <textarea
        ref={field}
        aria-label="Содержимое ячейки"
        data-testid="cell-editor"
        rows={1}
        value={value}
        onInput={(event) => {
          setValue(event.currentTarget.value);
          setPointed(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          finish(value, "stay");
        }}
      />
      {options.length > 0 && (
        <ul class="choices" role="listbox" aria-label="Варианты">
          {options.map((option, index) => (
            <li
              key={option}
              role="option"
              aria-selected={index === pointed}
              class={index === pointed ? "choice pointed" : "choice"}
              onPointerDown={(event) => {
                event.preventDefault();
                finish(option, "stay");
              }}
            >
              {option}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function matching(options: string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  const found = wanted === "" ? options : options.filter((option) => option.toLowerCase().includes(wanted));
  return (found.length > 0 ? found : options).slice(0, 200);
}
