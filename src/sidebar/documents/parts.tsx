// Small parts of this page: a heading that takes the focus, a day, a link to a document, a search that forgives.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Notice } from "../shared/components";

/** What a search compares: small letters, «е» for «ё». */
const plain = (text: string): string => text.toLowerCase().replace(/ё/g, "е");

/** Whether every typed word occurs in the text, in any case; nothing typed is found everywhere. */
export function matches(typed: string, text: string): boolean {
  const where = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => where.includes(word));
}

/** «01.09.2026» from «2026-09-01»; "" from "". */
export function day(date: string): string {
  return date.split("-").reverse().join(".");
}

/** The heading of something that has replaced what was pressed: the focus goes on from here. */
export function Arrived({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} class="arrived">
      {children}
    </h2>
  );
}

/** A document, opened beside the sheet. */
export function Paper({ link, children }: { link: string; children: ComponentChildren }) {
  return (
    <a href={link} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** What has just been done, where its button was: the focus goes on from here. The first sentence is the deed. */
export function Said({ words }: { words: readonly string[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, [words]);
  return (
    <div ref={place} tabIndex={-1} class="arrived">
      <Notice tone={words.length > 1 ? "warn" : "good"}>
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </div>
  );
}
