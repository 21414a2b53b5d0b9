// A form as its respondent sees it: pages, required questions, the confirmation.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ShownForm } from "../../forms/respond";
import { currentUser, look, perform } from "./api";
import { messageOf } from "./loaded";
import { type Answers, Question } from "./question";

type Errors = Record<string, string>;
type ErrorLines = { itemId: number | null; message: string }[];

/** What stands in place of the questions. */
interface Ending {
  text: string;
  done: boolean;
}

/** Opens the form of an address, and shows what came of it. */
export function RespondentPage({ address }: { address: string }) {
  const [form, setForm] = useState<ShownForm | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const fail = (error: unknown): void => {
    setEnding({ text: messageOf(error), done: false });
  };
  useEffect(() => {
    look("openForm", { address }).then((opened) => {
      document.title = opened.title || "Форма";
      setForm(opened);
      if (opened.notice !== "") setEnding({ text: opened.notice, done: false });
    }, fail);
  }, [address]);
  return (
    <div class="respondent">
      {form && !ending ? (
        <FormSheet form={form} address={address} onEnd={setEnding} onFail={fail} />
      ) : (
        <section class="form-card form-title" role={ending?.done ? "status" : undefined}>
          <h1>{form?.title}</h1>
          <p class="pre">{ending?.text ?? "Открываем форму…"}</p>
        </section>
      )}
    </div>
  );
}

/** Answers that the link has filled in. */
function prefilledOf(form: ShownForm): Answers {
  const answers: Answers = {};
  for (const item of form.pages.flatMap((page) => page.items)) {
    if (item.prefilled !== undefined) answers[String(item.id)] = item.prefilled;
  }
  return answers;
}

function errorsByItem(lines: ErrorLines): Errors {
  return Object.fromEntries(lines.map((line) => [line.itemId === null ? "form" : String(line.itemId), line.message]));
}

interface SheetProps {
  form: ShownForm;
  address: string;
  onEnd: (ending: Ending) => void;
  onFail: (error: unknown) => void;
}

/** The questions, page by page. */
function FormSheet({ form, address, onEnd, onFail }: SheetProps) {
  const [answers, setAnswers] = useState<Answers>(() => prefilledOf(form));
  const [way, setWay] = useState<number[]>([0]);
  const [errors, setErrors] = useState<Errors>({});
  const [email, setEmail] = useState(currentUser());
  const top = useRef<HTMLFormElement>(null);
  const at = way[way.length - 1] ?? 0;
  const page = form.pages[at];

  const go = (next: number[]): void => {
    setWay(next);
    setErrors({});
    top.current?.scrollIntoView();
  };
  const showErrors = (lines: ErrorLines): void => {
    setErrors(errorsByItem(lines));
    const first = lines.find((line) => line.itemId !== null)?.itemId;
    document.getElementById(`question-${first ?? ""}`)?.scrollIntoView({ block: "center" });
  };
  const send = async (): Promise<void> => {
    const outcome = await perform("sendForm", { address, answers, email, edit: form.editing !== null });
    if (outcome.ok) onEnd({ text: outcome.confirmation, done: true });
    else if (outcome.notice !== "") onEnd({ text: outcome.notice, done: false });
    else showErrors(outcome.errors);
  };
  const forward = async (): Promise<void> => {
    const turned = await look("turnFormPage", { address, page: at, answers });
    if (turned.errors.length > 0) showErrors(turned.errors);
    else if (turned.next === null) await send();
    else go([...way, turned.next]);
  };
  return (
    <form
      ref={top}
      class="sheet-of-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        forward().catch(onFail);
      }}
    >
      <FormTitle form={form} first={at === 0} email={email} onEmail={setEmail} error={errors["form"]} />
      {page && page.title !== "" && (
        <section class="form-card form-section">
          <h2>{page.title}</h2>
          {page.help !== "" && <p class="pre">{page.help}</p>}
        </section>
      )}
      {page?.items.map((item) => (
        <Question
          key={item.id}
          item={item}
          answer={answers[String(item.id)] ?? null}
          error={errors[String(item.id)]}
          onAnswer={(answer) => {
            setAnswers((all) => ({ ...all, [String(item.id)]: answer }));
            setErrors((all) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== String(item.id))));
          }}
        />
      ))}
      <div class="form-buttons">
        {way.length > 1 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              go(way.slice(0, -1));
            }}
          >
            Назад
          </button>
        )}
        <button type="submit" class="button primary">
          {at === form.pages.length - 1 ? "Отправить" : "Далее"}
        </button>
        {form.progressBar && (
          <span class="progress">
            Страница {at + 1} из {form.pages.length}
            <progress max={form.pages.length} value={at + 1} />
          </span>
        )}
      </div>
    </form>
  );
}

interface TitleProps {
  form: ShownForm;
  first: boolean;
  email: string;
  onEmail: (email: string) => void;
  error: string | undefined;
}

/** The card on top of every page; the first one has the description and, where the form wants it, the address. */
function FormTitle({ form, first, email, onEmail, error }: TitleProps) {
  return (
    <section class="form-card form-title">
      <h1>{form.title}</h1>
      {first && form.description !== "" && <p class="pre">{form.description}</p>}
      <p class="required-note">* Обязательный вопрос</p>
      {first && (form.collectsEmail || form.limitOne) && (
        <label class="email-line">
          Ваш адрес электронной почты
          <input
            class="field"
            type="email"
            value={email}
            onInput={(event) => {
              onEmail(event.currentTarget.value);
            }}
          />
        </label>
      )}
      {error !== undefined && (
        <p class="question-error" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
