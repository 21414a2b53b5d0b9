// Small parts of the card: a day in words, facts in two columns, a part that can be opened.
import type { ComponentChildren } from "preact";

/** «01.09.2026» from «2026-09-01»; "" where there is none. */
export function day(date: string | null): string {
  return date === null ? "" : date.split("-").reverse().join(".");
}

/** A part of the card that is closed at first, with what matters of it in its heading. */
export function Fold({
  title,
  hint,
  open = false,
  children,
}: {
  title: string;
  hint?: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="fold" open={open}>
      <summary>
        {title}
        {hint !== undefined && <span class="hint">{hint}</span>}
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}

type Fact = readonly [name: string, value: string | number | null | undefined];

/** Facts as name and value; those that are not known are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  if (known.length === 0) return null;
  return (
    <dl class="facts small">
      {known.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} `}>{value}</dd>])}
    </dl>
  );
}
