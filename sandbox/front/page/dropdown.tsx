// A drop-down menu under a button: arrows move, Enter chooses, Escape closes, a click elsewhere closes.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** One line of a menu. */
export type MenuLine =
  | { kind: "separator" }
  | { kind: "heading"; label: string }
  | { kind: "item"; label: string; hint?: string; onChoose: () => void; disabled?: boolean; current?: boolean };

/** The lines of an open menu; takes the focus. */
export function MenuList({ lines, onClose, label }: { lines: MenuLine[]; onClose: () => void; label: string }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    firstItem(list.current)?.focus();
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !list.current?.parentElement?.contains(event.target)) onClose();
    };
    const away = (): void => {
      onClose();
    };
    document.addEventListener("pointerdown", outside, true);
    window.addEventListener("blur", away);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("blur", away);
      if (before instanceof HTMLElement && list.current?.contains(document.activeElement)) before.focus();
    };
  }, []);
  return (
    <div
      class="menu"
      role="menu"
      aria-label={label}
      ref={list}
      onKeyDown={(event) => {
        moveInMenu(event, onClose);
      }}
    >
      {lines.map((line, index) => (
        <MenuEntryLine key={index} line={line} onClose={onClose} />
      ))}
    </div>
  );
}

function MenuEntryLine({ line, onClose }: { line: MenuLine; onClose: () => void }) {
  if (line.kind === "separator") return <div class="menu-separator" role="separator" />;
  if (line.kind === "heading") return <div class="menu-heading">{line.label}</div>;
  return (
    <button
      type="button"
      role="menuitem"
      class={line.current ? "menu-item current" : "menu-item"}
      disabled={line.disabled}
      onClick={() => {
        onClose();
        line.onChoose();
      }}
    >
      <span>{line.label}</span>
      {line.hint !== undefined && <span class="menu-hint">{line.hint}</span>}
    </button>
  );
}

function items(list: Element | null | undefined): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? [])];
}

function firstItem(list: Element | null): HTMLElement | undefined {
  return items(list)[0];
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveInMenu(event: KeyboardEvent, onClose: () => void): void {
  event.stopPropagation();
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    onClose();
    return;
  }
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const all = items(event.currentTarget instanceof Element ? event.currentTarget : null);
  const at = all.findIndex((item) => item === document.activeElement);
  all[step(at, all.length)]?.focus();
}

interface DropdownProps {
  label: string;
  lines: () => MenuLine[];
  className?: string;
  children?: ComponentChildren;
  align?: "left" | "right";
}

/** A button with a menu. */
export function Dropdown({ label, lines, className = "menu-button", children, align = "left" }: DropdownProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class={`dropdown ${align}`}>
      <button
        type="button"
        class={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={children === undefined ? undefined : label}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {children ?? label}
      </button>
      {isOpen && (
        <MenuList
          label={label}
          lines={lines()}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
