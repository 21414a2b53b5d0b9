// What to do about the person: the one next thing on top, the others below it, each with a button that does it.
import { useState } from "preact/hooks";
import type { ConsentKind, Role } from "../../bank/consentRules";
import type { JobProgress } from "../../jobs/jobs";
import type { CardAction, CardStep, PersonCard } from "../../person/cardView";
import { server } from "../shared/client";
import { Badge, Button, Confirm, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { day } from "./parts";

/** A form that an action opens on the card. */
export type Panel =
  | { form: "consents"; kinds: readonly ConsentKind[] }
  | { form: "status"; role: Role; to?: string }
  | { form: "leave" }
  | { form: "withdraw" }
  | { form: "publication" };

/** What the steps may ask of the card. */
export interface Desk {
  card: PersonCard;
  open: (panel: Panel) => void;
  /** Something was written: say so, show the card anew, go on with a job. */
  done: (said: string, more?: { job?: JobProgress; link?: string | null }) => Promise<void>;
}

/** Mail goes out only when it has been asked about. */
const LETTERS: Partial<Record<CardAction["do"], string>> = {
  invite: "Уйдёт письмо с личной ссылкой на анкету.",
  remind: "Уйдёт письмо с напоминанием и личной ссылкой.",
};

async function carryOut(action: CardAction, { card, open, done }: Desk): Promise<void> {
  switch (action.do) {
    case "giveRole":
      await server.giveRole({ person: card.code, role: action.role });
      return done(action.role === "mentor" ? "Добавлен в банк наставников." : "Добавлен в банк наставляемых.");
    case "moveStatus":
      return open({ form: "status", role: action.role, to: action.to });
    case "recordConsents":
      return open({ form: "consents", kinds: action.kinds });
    case "leave":
      return open({ form: "leave" });
    case "withdraw":
      return open({ form: "withdraw" });
    case "invite": {
      const { questionnaire, deadline } = action;
      const { job } = await server.launchIntake({ questionnaire, people: [card.code], deadline });
      return done("Приглашение отправляется.", { job });
    }
    case "remind":
      return done("Напоминание отправляется.", { job: await server.remindPerson(action.invitation) });
    case "makeProgramme": {
      const { link } = await server.makeProgramme({ pair: action.pair });
      return done("Программа составлена.", { link });
    }
    case "confirm":
      await server.confirmPerson(card.code);
      return done("Отмечено: сведения верны на сегодня.");
    case "openPage":
      await server.openMenuPage(action.page);
      return;
    case "openPaper":
      await server.openPaper({ kind: action.kind, subject: card.code });
      return;
    case "showRow":
      await server.showFault({ ...action.place, row: null, column: null });
      return;
    case "openLink":
      return;
  }
}

function Act({ step, kind, desk }: { step: CardStep; kind: "primary" | "plain"; desk: Desk }) {
  const { error, run } = useAction();
  const act = () => run(() => carryOut(step.action, desk));
  const letter = LETTERS[step.action.do];
  return (
    <>
      {step.action.do === "openLink" ? (
        <a href={step.action.link} target="_blank" rel="noreferrer">
          {step.label}
        </a>
      ) : letter === undefined ? (
        <div>
          <Button kind={kind} onPress={act}>
            {step.label}
          </Button>
        </div>
      ) : (
        <Confirm label={step.label} question={letter} confirmLabel="Отправить" kind={kind} onConfirm={act} />
      )}
      {error !== null && <Trouble error={error} />}
    </>
  );
}

function Term({ step }: { step: CardStep }) {
  if (step.due === null) return null;
  return (
    <div>
      <Badge tone={step.overdue ? "bad" : "info"}>
        {step.overdue ? `просрочено с ${day(step.due)}` : `до ${day(step.due)}`}
      </Badge>
    </div>
  );
}

/** `sure`: nothing that is still being looked up can come before the first step. */
export function Steps({
  steps,
  sure,
  awaited,
  desk,
}: {
  steps: readonly CardStep[];
  sure: boolean;
  /** What is on its way by itself, in words. */
  awaited: string | null;
  desk: Desk;
}) {
  const [all, setAll] = useState(false);
  const [first, ...others] = steps;
  if (!sure) {
    return (
      <div class="next" role="status">
        <p class="muted">Смотрю программу и анкеты…</p>
      </div>
    );
  }
  if (first === undefined) {
    return (
      <div class="next calm" role="status">
        <p>{awaited ?? "Всё в порядке: сейчас ничего делать не нужно."}</p>
      </div>
    );
  }
  return (
    <>
      <section class={first.overdue ? "next overdue" : "next"} aria-label="Что сделать сейчас">
        <p>
          <b>{first.why}</b>
        </p>
        <Term step={first} />
        <Act key={first.key} step={first} kind="primary" desk={desk} />
      </section>
      {others.length > 0 && (
        <details
          open={all}
          onToggle={(event) => {
            setAll(event.currentTarget.open);
          }}
        >
          <summary>Ещё сделать: {others.length}</summary>
          <ul class="list" style={{ marginTop: "8px" }}>
            {others.map((step) => (
              <li key={step.key} class="card">
                <span>{step.why}</span>
                <Term step={step} />
                <Act step={step} kind="plain" desk={desk} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
