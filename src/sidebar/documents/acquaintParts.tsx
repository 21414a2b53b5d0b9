// Parts of «Ознакомление»: the letter as its readers will see it, and putting somebody else on the list.
import { useState } from "preact/hooks";
import { acquaintanceLetter } from "../../papers/acquaint/letter";
import type { AcquaintanceView, AcquaintedPerson } from "../../papers/acquaint/acquaintView";
import { isCalendarDate } from "../../workbook/calendarDate";
import { Button, TextField } from "../shared/components";
import { matches } from "./parts";

/** More matches are no help: another letter of the name narrows them. */
const SHOWN = 6;
const NOT_MADE_YET = "(личная ссылка каждого получателя)";

/** The letter to the first of them, in full. */
export function LetterPreview({
  view,
  how,
  deadline,
  people,
}: {
  view: AcquaintanceView;
  how: "pdf" | "link";
  deadline: string;
  people: readonly AcquaintedPerson[];
}) {
  const letter = acquaintanceLetter({
    ...view.letter,
    to: "",
    fullName: view.codeOnly ? null : (people[0]?.name ?? null),
    sentAs: view.codeOnly ? "уведомление" : how === "pdf" ? "PDF" : "ссылка",
    link: NOT_MADE_YET,
    deadline: isCalendarDate(deadline) ? deadline : null,
  });
  return (
    <>
      <p>Писем: {people.length}. Каждое — один раз, с личной ссылкой на форму. Так оно выглядит:</p>
      <div class="small letter" role="group" aria-label="Письмо">
        <b>{letter.subject}</b>
        {letter.text.split("\n\n").map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}

/** Finds a worker who is not on the list and puts them on it. */
export function AddPerson({
  others,
  onAdd,
}: {
  others: AcquaintanceView["others"];
  onAdd: (person: AcquaintedPerson) => void;
}) {
  const [typed, setTyped] = useState("");
  const found = typed.trim() === "" ? [] : others.filter(({ name }) => matches(typed, name));
  return (
    <>
      <TextField
        name="Добавить в список"
        value={typed}
        onChange={setTyped}
        placeholder="фамилия"
        help={typed.trim() !== "" && found.length === 0 ? "Такого работника нет или он уже в списке." : ""}
      />
      {found.slice(0, SHOWN).map((person) => (
        <Button
          key={person.code}
          kind="link"
          onPress={() => {
            onAdd({ ...NEWCOMER, ...person });
            setTyped("");
          }}
        >
          {`+ ${person.name}${person.post === "" ? "" : `, ${person.post}`}`}
        </Button>
      ))}
      {found.length > SHOWN && <span class="small muted">И ещё {found.length - SHOWN}: уточните фамилию.</span>}
    </>
  );
}

/** Whether somebody can be written to is known to the server, which leaves the others for the sheet. */
const NEWCOMER: Omit<AcquaintedPerson, "code" | "name" | "post"> = {
  on: null,
  way: "",
  sentOn: null,
  deadline: null,
  reminders: 0,
  onPaper: "",
  away: false,
  trouble: "",
};
