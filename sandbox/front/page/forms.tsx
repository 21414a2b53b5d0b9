// «Формы»: the school's questionnaires, what they ask, and who has answered what.
import type { FormDetails, FormView } from "../operations/forms";
import { Icon } from "./icons";
import { useLoaded } from "./loaded";
import { hrefOf } from "./route";
import { counted, shortMoment } from "./words";

const OPENINGS: Record<FormView["opening"], string> = {
  open: "принимает ответы",
  closed: "закрыта",
  unpublished: "не опубликована",
  missing: "в корзине",
};

const KINDS: Record<string, string> = {
  TEXT: "Короткий ответ",
  PARAGRAPH_TEXT: "Развёрнутый ответ",
  MULTIPLE_CHOICE: "Один из списка",
  CHECKBOX: "Несколько из списка",
  LIST: "Раскрывающийся список",
  SCALE: "Шкала",
  RATING: "Оценка",
  GRID: "Сетка: один в строке",
  CHECKBOX_GRID: "Сетка флажков",
  DATE: "Дата",
  DATETIME: "Дата и время",
  TIME: "Время",
  DURATION: "Продолжительность",
  SECTION_HEADER: "Заголовок",
  IMAGE: "Изображение",
  VIDEO: "Видео",
};

const answered = (count: number): string => counted(count, "ответ", "ответа", "ответов");

export function FormsPage({ id }: { id: string }) {
  return id === "" ? <FormList /> : <FormRoom id={id} />;
}

function FormList() {
  const forms = useLoaded("readForms", {});
  return (
    <section class="place page" aria-label="Формы">
      <header class="page-head">
        <h1>Формы</h1>
      </header>
      {forms.failure && <p class="empty">{forms.failure}</p>}
      {forms.value?.length === 0 && (
        <p class="empty">Форм пока нет. Они появятся, когда вы разошлёте анкеты из меню «Наставничество».</p>
      )}
      <div class="cards">
        {forms.value?.map((form) => (
          <a key={form.id} class="card" href={hrefOf("forms", form.id)}>
            <span class="card-band" />
            <strong>{form.title || form.name}</strong>
            <span class={`state ${form.opening}`}>{OPENINGS[form.opening]}</span>
            <small>
              {counted(form.questions, "вопрос", "вопроса", "вопросов")} · {answered(form.responses)}
            </small>
          </a>
        ))}
      </div>
    </section>
  );
}

function FormRoom({ id }: { id: string }) {
  const loaded = useLoaded("readFormDetails", { id });
  const form = loaded.value;
  if (!form) {
    return (
      <section class="place page" aria-label="Форма">
        <p class="empty">
          {loaded.failure ?? "Открываем форму… Если она не открывается, у учётной записи нет доступа."}
        </p>
      </section>
    );
  }
  return (
    <section class="place page" aria-label="Форма">
      <header class="page-head">
        <h1>
          <a href={hrefOf("forms")}>Формы</a>
          <span class="crumb">{form.title || form.name}</span>
        </h1>
        <div class="head-actions">
          <span class={`state ${form.opening}`}>{OPENINGS[form.opening]}</span>
          <a class="button" target="_blank" href={`/form?address=${encodeURIComponent(form.address)}`}>
            <Icon name="open" size={16} /> Заполнить
          </a>
        </div>
      </header>
      <div class="form-room">
        <FormQuestions form={form} />
        <FormAnswers form={form} />
      </div>
    </section>
  );
}

function FormQuestions({ form }: { form: FormDetails }) {
  return (
    <div>
      <h2>Вопросы</h2>
      {form.description !== "" && <p class="muted pre">{form.description}</p>}
      {form.pages.map((page, index) => (
        <div key={page.id ?? index} class="form-page">
          {page.title !== "" && <h3>{page.title}</h3>}
          <ol>
            {page.items.map((item) => (
              <li key={item.id}>
                {item.title || item.help}
                {item.required && <span class="star"> *</span>}
                <small>
                  {KINDS[item.kind] ?? ""}
                  {item.choices ? `: ${item.choices.join("; ")}` : ""}
                  {item.rows ? `: ${item.rows.join("; ")}` : ""}
                </small>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function FormAnswers({ form }: { form: FormDetails }) {
  return (
    <div>
      <h2>{answered(form.answers.length)}</h2>
      {form.answers.map((answer, index) => (
        <details key={index} class="answer">
          <summary>
            {answer.email || answer.lines[0]?.answer || `Ответ ${index + 1}`} <small>{shortMoment(answer.at)}</small>
          </summary>
          <dl>
            {answer.lines.map((line, at) => (
              <div key={at}>
                <dt>{line.title}</dt>
                <dd>{line.answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
