// The tags of a paper: found by a word, spelled as wanted, put into the school's template and onto the clipboard.
import { useState } from "preact/hooks";
import { choicesOf, inside, spelled } from "../../papers/templates/spellings";
import type { TagView } from "../../papers/templates/templatesView";
import { server } from "../shared/client";
import { Badge, Button, Empty, Notice, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { matches } from "./parts";

/** A tag with the repeated parts in which it has a meaning, outermost first. */
interface Placed {
  tag: TagView;
  lists: readonly string[];
}

const placed = (tags: readonly TagView[], lists: readonly string[] = []): Placed[] =>
  tags.flatMap((tag) => [{ tag, lists }, ...placed(tag.items, [...lists, tag.name])]);

/** The old way of copying: Google's frame forbids the new one, and the browser would complain of the attempt. */
interface OldDocument {
  execCommand?: (command: "copy") => boolean;
}

/** Puts a text onto the clipboard, where the browser permits it. */
function copied(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  try {
    return (document as OldDocument).execCommand?.("copy") === true;
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

function Tag({ tag, lists, kind, canInsert }: Placed & { kind: string; canInsert: boolean }) {
  const choices = choicesOf(tag);
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState<readonly string[]>(choices.map(({ options }) => options[0]?.word ?? ""));
  const [done, setDone] = useState("");
  const { error, run } = useAction();
  const text = spelled(tag, words);
  const put = () =>
    run(async () => {
      setDone("");
      // While the press is fresh: afterwards the browser may refuse.
      const isCopied = copied(text);
      if (canInsert) await server.insertTag({ kind, tag: inside(lists, text) });
      const where = [canInsert ? "вставлено в конец шаблона" : "", isCopied ? "скопировано" : ""].filter(
        (one) => one !== "",
      );
      setDone(where.length > 0 ? where.join(" и ") : "скопируйте метку отсюда сами");
    });
  return (
    <li class="stack kind">
      <div class="row between">
        <Button
          kind="link"
          onPress={() => {
            if (choices.length > 0) setOpen(!isOpen);
            else return put();
          }}
        >
          {tag.kind === "list" ? `{#${tag.name}} … {/${tag.name}}` : `{${tag.name}}`}
        </Button>
        {tag.required && <Badge tone="warn">обязательная</Badge>}
      </div>
      <span class="small muted">
        {tag.note}
        {lists.length > 0 && `; внутри {#${lists[lists.length - 1] ?? ""}}`}
      </span>
      {isOpen && (
        <div class="card stack">
          {choices.map(({ label, options }, index) => (
            <SelectField
              key={label}
              name={label}
              value={words[index] ?? ""}
              options={options.map((option) => ({ value: option.word, label: option.label }))}
              onChange={(word) => {
                setWords(words.map((one, place) => (place === index ? word : one)));
              }}
            />
          ))}
          <code>{text}</code>
          <Button kind="primary" onPress={put}>
            {canInsert ? "Вставить в шаблон" : "Скопировать"}
          </Button>
        </div>
      )}
      {done !== "" && (
        <Notice tone="good" title={`${inside(lists, text).replace(/\n/g, " ")} — ${done}`}>
          {canInsert && "Откройте шаблон и перенесите метку на место."}
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
    </li>
  );
}

/** @param canInsert the school has its own template of this paper, and it may be changed from here */
export function TagList({
  kind,
  tags,
  common,
  canInsert,
}: {
  kind: string;
  tags: readonly TagView[];
  common: readonly TagView[];
  canInsert: boolean;
}) {
  const [typed, setTyped] = useState("");
  const isSearch = typed.trim() !== "";
  const found = (list: readonly TagView[]): Placed[] =>
    placed(list).filter(({ tag }) => matches(typed, `${tag.name} ${tag.note}`));
  const [own, shared] = [found(tags), found(common)];
  const listed = (list: readonly Placed[]) => (
    <ul class="list">
      {list.map(({ tag, lists }) => (
        <Tag key={[...lists, tag.name].join("/")} tag={tag} lists={lists} kind={kind} canInsert={canInsert} />
      ))}
    </ul>
  );
  return (
    <>
      <TextField name="Найти метку" placeholder="например, наставник" value={typed} onChange={setTyped} />
      {own.length + shared.length === 0 && <Empty title="Такой метки нет">Попробуйте другое слово.</Empty>}
      {listed(own)}
      {shared.length > 0 && (
        <details key={String(isSearch)} class="fold" open={isSearch}>
          <summary>
            Организация, руководитель, куратор <Badge>{shared.length}</Badge>
          </summary>
          {listed(shared)}
        </details>
      )}
    </>
  );
}
