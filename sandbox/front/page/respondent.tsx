// A form as its respondent sees it: pages, required questions, the confirmation.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ShownForm } from "../../forms/respond";
import type { TypedAnswer } from "../../forms/typedAnswers";
import { currentUser, Failure, look, type Output, perform } from "./api";
import { messageOf } from "./loaded";
import { type Answers, Question } from "./question";

type Errors = Record<string, string>;

/** Answers that the link has filled in. */
function prefilledOf(form: ShownForm): Answers {
  const answers: Answers = {};
  for (const item of form.pages.flatMap((page) => page.items)) {
    if (item.prefilled !== undefined) answers[String(item.id)] = item.prefilled;
  }
  return answers;
}

function errorsByItem(lines: { itemId: number | null; message: string }[]): Errors {
  return Object.fromEntries(lines.map((line) => [line.itemId === null ? "form" : String(line.itemId), line.message]));
}

export function RespondentPage({ address }: { address: string }) {
  const [form, setForm] = useState<ShownForm | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [way, setWay] = useState<number[]>([0]);
  const [errors, setErrors] = useState<Errors>({});
  const [email, setEmail] = useState(currentUser());
  const [sent, setSent] = useState<Extract<Output<"sendForm">, { ok: true }> | null>(null);
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    look("openForm", { address }).then(
      (opened) => {
        setForm(opened);
        setAnswers(prefilledOf(opened));
        document.title = opened.title || "Форма";
      },
      (error: unknown) => {
        setTrouble(messageOf(error));
      },
    );
  }, [address]);

  const at = way[way.length - 1] ?? 0;
  const page = form?.pages[at];
  const go = (next: number[]): void => {
    setWay(next);
    setErrors({});
    top.current?.scrollIntoView();
  };
  const showErrors = (lines: { itemId: number | null; message: string }[]): void => {
    setErrors(errorsByItem(lines));
    const first = lines.find((line) => line.itemId !== null)?.itemId;
    document.getElementById(`question-${first ?? ""}`)?.scrollIntoView({ block: "center" });
  };
  const send = async (): Promise<void> => {
    const outcome = await perform("sendForm", { address, answers, email, edit: form?.editing !== null });
    if (outcome.ok) setSent(outcome);
    else if (outcome.notice !== "") setTrouble(outcome.notice);
    else showErrors(outcome.errors);
  };
  const forward = async (): Promise<void> => {
    const turned = await look("turnFormPage", { address, page: at, answers });
    if (turned.errors.length > 0) showErrors(turned.errors);
    else if (turned.next === null) await send();
    else go([...way, turned.next]);
  };
  const attempt = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      setTrouble(error instanceof Failure ? error.message : String(error));
    });
  };

  if (trouble !== null || !form) return <Notice title={form?.title ?? ""} text={trouble ?? "Открываем форму…"} />;
  if (sent) return <Notice title={form.title} text={sent.confirmation} done={true} />;
  if (form.notice !== "" || !page) return <Notice title={form.title} text={form.notice || "В форме нет вопросов."} />;
  return (
    <div class="respondent" ref={top}>
      <form
        class="sheet-of-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt(forward());
        }}
      >
        <section class="form-card form-title">
          <h1>{form.title}</h1>
          {form.description !== "" && at === 0 && <p class="pre">{form.description}</p>}
          <p class="required-note">* Обязательный вопрос</p>
          {(form.collectsEmail || form.limitOne) && at === 0 && (
            <label class="email-line">
              Ваш адрес электронной почты
              <input
                class="field"
                type="email"
                value={email}
                onInput={(event) => {
                  setEmail(event.currentTarget.value);
                }}
              />
            </label>
          )}
          {errors["form"] !== undefined && (
            <p class="question-error" role="alert">
              {errors["form"]}
            </p>
          )}
        </section>
        {page.title !== "" && (
          <section class="form-card form-section">
            <h2>{page.title}</h2>
            {page.help !== "" && <p class="pre">{page.help}</p>}
          </section>
        )}
        {page.items.map((item) => (
          <Question
            key={item.id}
            item={item}
            answer={answers[String(item.id)] ?? null}
            error={errors[String(item.id)]}
            onAnswer={(answer: TypedAnswer) => {
              setAnswers((all) => ({ ...all, [String(item.id)]: answer }));
              setErrors(({ [String(item.id)]: _, ...others }) => others);
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
    </div>
  );
}

function Notice({ title, text, done = false }: { title: string; text: string; done?: boolean }) {
  return (
    <div class="respondent">
      <section class="form-card form-title" role={done ? "status" : undefined}>
        <h1>{title}</h1>
        <p class="pre">{text}</p>
      </section>
    </div>
  );
}
