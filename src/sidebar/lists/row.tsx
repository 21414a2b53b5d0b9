// A row of a list: who, in which capacity, what this list asks about, and the ways to the sheet and to the card.
import type { ComponentChildren } from "preact";
import type { ListedMentee, ListedMentor } from "../../lists/listsView";
import { freePlaces, type ListedRow } from "../../lists/readyLists";
import { server } from "../shared/client";
import { Badge, Button, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

function MentorFacts({ mentor }: { mentor: ListedMentor }) {
  const free = freePlaces(mentor);
  return (
    <>
      <div class="row">
        <Badge tone="accent">наставник</Badge>
        {mentor.status && <Badge>{mentor.status}</Badge>}
        {free > 0 && <Badge tone="good">{`мест: ${free} из ${mentor.capacity}`}</Badge>}
      </div>
      {mentor.competences.length > 0 && <Line>Помогает: {mentor.competences.join(", ")}.</Line>}
    </>
  );
}

function MenteeFacts({ mentee }: { mentee: ListedMentee }) {
  const { waiting, waitingDays, difficulties } = mentee;
  return (
    <>
      <div class="row">
        <Badge tone="accent">наставляемый</Badge>
        {mentee.status && <Badge>{mentee.status}</Badge>}
        {waiting && <Badge tone="warn">{waitingDays === null ? "ждёт" : `ждёт, дней: ${waitingDays}`}</Badge>}
      </div>
      {mentee.category && <Line>{mentee.category}</Line>}
      {difficulties.length > 0 && (
        <Line>
          Затруднения:{" "}
          {difficulties
            .map(({ direction, severity }) => (severity === null ? direction : `${direction} — ${severity}`))
            .join(", ")}
          .
        </Line>
      )}
      {mentee.mentors && <Line>Наставник: {mentee.mentors}.</Line>}
      {mentee.supported && mentee.support && <Line>Сопровождает: {mentee.support}.</Line>}
    </>
  );
}

function Line({ children }: { children: ComponentChildren }) {
  return <p class="small muted">{children}</p>;
}

/** @param list key of the list: what stands in all its rows need not be repeated */
export function Row({ row: { person, side }, list }: { row: ListedRow; list: string }) {
  const { error, run } = useAction();
  const role = side === "mentor" ? person.mentor : side === "mentee" ? person.mentee : null;
  const post = [person.post, person.subject].filter((part) => part !== "").join(", ");
  return (
    <li class="card">
      <b>{person.fullName}</b>
      {post && <Line>{post}</Line>}
      {person.dismissed && <Badge tone="bad">уволен</Badge>}
      {person.withdrawn && <Badge tone="bad">согласие отозвано</Badge>}
      {side === "mentor" && person.mentor && <MentorFacts mentor={person.mentor} />}
      {side === "mentee" && person.mentee && <MenteeFacts mentee={person.mentee} />}
      {list === "consents" && role && <Line>Нет согласия: {role.lacking.join("; ")}.</Line>}
      {error !== null && <Trouble error={error} />}
      <div class="row small">
        <Button
          kind="link"
          onPress={() =>
            run(async () => {
              await server.showListed({ side, code: role?.code ?? person.code });
            })
          }
        >
          Строка в таблице
        </Button>
        <Button
          kind="link"
          onPress={() =>
            run(async () => {
              await server.openCard(person.code);
            })
          }
        >
          Карточка
        </Button>
      </div>
    </li>
  );
}
