// What contracts have in common: the requisites and the signatures of two parties, side by side and on one page.
import { paragraph, type PLAIN_SHEET, sideBySide } from "./layout";

/** One side of a contract. */
interface Party {
  /** «Работодатель» */
  readonly role: string;
  /** Name, address and the like, a line each. */
  readonly requisites: readonly string[];
  /** Post and name of whoever signs. */
  readonly post: string;
  readonly name: string;
  /** Has a seal. */
  readonly sealed?: boolean;
}

const SHARE = 0.48;

/** The last block of a contract. It stays on one page. */
export function parties(left: Party, right: Party, on: typeof PLAIN_SHEET) {
  const both = (textOf: (party: Party) => string, before = 0, keepNext = true) =>
    sideBySide(
      [
        { text: textOf(left), share: SHARE },
        { text: "", share: 1 - 2 * SHARE },
        { text: textOf(right), share: SHARE },
      ],
      on,
      { top: true, before, keepNext },
    );
  return [
    paragraph("Адреса, реквизиты и подписи сторон", {
      align: "center",
      bold: true,
      before: 240,
      after: 120,
      keepNext: true,
    }),
    both(({ role }) => `${role}:`),
    both(({ requisites }) => requisites.join("\n"), 60),
    both(({ post }) => post, 160),
    both(({ name, sealed }) => `______________ ${name}${sealed === true ? "\nМ. П." : ""}`, 160, false),
  ];
}
