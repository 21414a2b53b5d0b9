// «Начало работы»: three short steps that set the school up; later, the place that shows whether all is well.
import { useState } from "preact/hooks";
import {
  doubtsOfStart,
  faultsOfStart,
  type StartForm,
  type StartReport,
  type StartText,
  type StartView,
} from "../../school/startView";
import { SCHOOL_KINDS, vocabularyOf } from "../../school/vocabulary";
import { server } from "../shared/client";
import {
  Badge,
  Button,
  Check,
  Confirm,
  Notice,
  Page,
  Section,
  SelectField,
  TextField,
  Trouble,
} from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";

type Key = StartText;
type Question = { key: Key; name: string; help?: string; type?: "text" | "email"; list?: readonly string[] };

interface Screen {
  title: string;
  questions: Question[];
  /** What may be left for later, folded up. */
  more?: { title: string; questions: Question[] };
}

const HEAD_POSTS = ["директор", "заведующий", "и. о. директора", "и. о. заведующего"];

/** The wizard's steps as a table: what each asks. */
const STEPS: Screen[] = [
  {
    title: "Организация",
    questions: [
      { key: "schoolFullName", name: "Полное наименование", help: "Как в уставе: так оно встанет в приказы." },
      { key: "schoolShortName", name: "Краткое наименование", help: "Например: МБОУ СОШ № 7." },
      { key: "schoolKind", name: "Вид организации", help: "От него зависят слова в документах и анкетах." },
      { key: "place", name: "Населённый пункт", help: "Например: г. Заречный Бор." },
    ],
    more: {
      title: "Для согласий и договоров",
      questions: [
        { key: "address", name: "Адрес организации", help: "Как в уставе, с индексом. Всё здесь необязательно." },
        { key: "inn", name: "ИНН", help: "10 цифр." },
        { key: "ogrn", name: "ОГРН", help: "13 цифр." },
        { key: "site", name: "Сайт", help: "Где публикуются сведения о наставничестве." },
      ],
    },
  },
  {
    title: "Люди",
    questions: [
      { key: "headName", name: "ФИО руководителя", help: "Полностью, в именительном падеже." },
      { key: "headPost", name: "Должность руководителя", list: HEAD_POSTS },
      { key: "curatorName", name: "ФИО куратора", help: "Кто отвечает за программы наставничества." },
      { key: "curatorPost", name: "Должность куратора", help: "Например: заместитель директора по УВР." },
      {
        key: "curatorEmail",
        name: "Почта куратора",
        type: "email",
        help: "Необязательно. Сюда придут ответы участников на письма.",
      },
      {
        key: "curators",
        name: "Кураторы (почта)",
        help: "Необязательно, через запятую. Вкладки с контактами и ответами изменяют только они и владелец таблицы.",
      },
    ],
  },
  {
    title: "Учебный год и персональные данные",
    questions: [{ key: "schoolYear", name: "Учебный год", help: "Например: 2026/2027." }],
  },
];

function faultsIn(form: StartForm, keys: readonly Key[]): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(faultsOfStart(form)).filter(([key]) => keys.includes(key as Key)));
}

function Ask({
  question,
  form,
  fault,
  doubt,
  onChange,
}: {
  question: Question;
  form: StartForm;
  fault: string | undefined;
  /** Something to look at once more, which does not keep anybody from going on. */
  doubt: string | undefined;
  onChange: (form: StartForm) => void;
}) {
  const { key, name, help, type, list } = question;
  const change = (value: string) => {
    onChange({ ...form, [key]: value });
  };
  if (key === "schoolKind") {
    return (
      <SelectField
        name={name}
        {...(help === undefined ? {} : { help })}
        value={form.schoolKind}
        options={SCHOOL_KINDS.map((kind) => ({ value: kind, label: kind }))}
        onChange={(value) => {
          const schoolKind = SCHOOL_KINDS.find((kind) => kind === value) ?? form.schoolKind;
          // A head's post that was only proposed follows the kind: директор or заведующий.
          const proposed = form.headPost === vocabularyOf(form.schoolKind).head;
          onChange({ ...form, schoolKind, headPost: proposed ? vocabularyOf(schoolKind).head : form.headPost });
        }}
      />
    );
  }
  return (
    <>
      <TextField
        name={name}
        {...(help === undefined ? {} : { help })}
        {...(type === undefined ? {} : { type })}
        {...(list === undefined ? {} : { list })}
        value={form[key]}
        fault={fault}
        onChange={change}
      />
      {doubt !== undefined && <Notice tone="warn">{doubt}</Notice>}
    </>
  );
}

/** The choice of the code-only mode with what it means: the decision is the head's, so the words take no side. */
function CodeOnly({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <div class="stack">
      <Check checked={checked} onChange={onChange}>
        Анкеты и письма без имён: только коды участников
      </Check>
      <details class="small">
        <summary>Что это значит</summary>
        <div class="stack">
          <p>
            С 1 июля 2025 г. при сборе персональных данных россиян запрещено записывать их в базы данных за рубежом
            (152-ФЗ, ст. 18, ч. 5 в редакции 23-ФЗ от 28.02.2025); за нарушение грозят крупные штрафы.
          </p>
          <p>
            Серверы Google находятся за рубежом, поэтому анкета, где человек сам пишет ФИО и почту, может нарушать это
            правило. Единого мнения у юристов нет.
          </p>
          <p>
            <b>Что делает режим.</b> Анкеты не спрашивают ФИО и не собирают почту. В анкетах и письмах нет имён
            участников: автор ответа узнаётся по личному коду из письма, а если кода нет, его указывает куратор.
          </p>
          <p>
            <b>Чего режим не делает.</b> ФИО и контакты остаются в этой таблице и в документах на Google Диске, а письма
            уходят на адреса людей через почту Google. Человек может назвать себя и сам, в свободном ответе.
          </p>
          <p>Решение принимает руководитель организации. Изменить его можно в любой день.</p>
        </div>
      </details>
    </div>
  );
}

function Wizard({ view, onDone }: { view: StartView; onDone: (report: StartReport) => void }) {
  const [form, setForm] = useState(view.form);
  const [step, setStep] = useState(0);
  const [faults, setFaults] = useState<Partial<Record<Key, string>>>({});
  const { error, run } = useAction();
  const current = STEPS[step];
  if (!current) return null;
  const last = step === STEPS.length - 1;
  const more = current.more?.questions ?? [];
  const doubts = doubtsOfStart(form);
  const ask = (question: Question) => (
    <Ask
      key={question.key}
      question={question}
      form={form}
      fault={faults[question.key]}
      doubt={doubts[question.key]}
      onChange={(changed) => {
        setForm(changed);
        setFaults({ ...faults, [question.key]: undefined });
      }}
    />
  );
  const next = async () => {
    const found = faultsIn(
      form,
      [...current.questions, ...more].map(({ key }) => key),
    );
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (!last) setStep(step + 1);
    else
      await run(async () => {
        onDone(await server.setUp(form));
      });
  };
  return (
    <div class="stack">
      <p class="muted small">
        Шаг {step + 1} из {STEPS.length}: {current.title}
      </p>
      {current.questions.map(ask)}
      {current.more && (
        <details open={more.some(({ key }) => faults[key] !== undefined)}>
          <summary>{current.more.title}</summary>
          <div class="stack">{more.map(ask)}</div>
        </details>
      )}
      {last && (
        <CodeOnly
          checked={form.codeOnly}
          onChange={(codeOnly) => {
            setForm({ ...form, codeOnly });
          }}
        />
      )}
      {last && (
        <Notice title="Что будет сделано">
          <p>
            Появятся вкладки банка, папка для документов на Google Диске и фоновая проверка раз в 10 минут. Ваши
            вкладки, столбцы и данные останутся как есть.
          </p>
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
      <div class="actions">
        <Button kind="primary" onPress={next}>
          {last ? "Настроить" : "Далее"}
        </Button>
        {step > 0 && (
          <Button
            onPress={() => {
              setStep(step - 1);
            }}
          >
            Назад
          </Button>
        )}
      </div>
    </div>
  );
}

function State({ view }: { view: StartView }) {
  return (
    <ul class="list">
      {view.checks.map((check) => (
        <li key={check.title} class="card">
          <div class="row between">
            <b>{check.title}</b>
            <Badge tone={check.ok ? "good" : "warn"}>{check.ok ? "в порядке" : "нужно восстановить"}</Badge>
          </div>
          <span class="small muted">{check.detail}</span>
        </li>
      ))}
    </ul>
  );
}

/** Forms that were made before the code-only mode was chosen: they are never changed by themselves. */
function FormsWithNames({ view, onClosed }: { view: StartView; onClosed: (view: StartView) => void }) {
  const { error, run } = useAction();
  if (view.formsWithNames.length === 0) return null;
  return (
    <Notice tone="warn" title="Открыты анкеты, которые спрашивают ФИО">
      <div class="stack">
        <ul class="plain">
          {view.formsWithNames.map(({ code, title }) => (
            <li key={code}>{title ?? code}</li>
          ))}
        </ul>
        <p>
          Они созданы до включения режима «только коды» и сами не изменятся. Закройте их: собранные ответы сохранятся, а
          тех, кто не успел ответить, пригласите снова: новая анкета будет уже без имён.
        </p>
        {error !== null && <Trouble error={error} />}
        <Confirm
          label="Закрыть эти анкеты"
          confirmLabel="Закрыть"
          question="Ответы, которые уже пришли, будут собраны, и анкеты перестанут принимать новые."
          onConfirm={() =>
            run(async () => {
              await server.pullIntake();
              await server.pullSurvey();
              await server.pullUpdate();
              await server.closeNamedForms();
              onClosed(await server.loadStart());
            })
          }
        />
      </div>
    </Notice>
  );
}

function Report({ report }: { report: StartReport }) {
  if (report.done.length === 0) {
    return <Notice tone="good" title="Всё уже было на месте, ничего не изменено." />;
  }
  return (
    <Notice tone="good" title="Готово">
      <ul class="plain">
        {report.done.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Start({ view, replace }: { view: StartView; replace: (view: StartView) => void }) {
  const [report, setReport] = useState<StartReport | null>(null);
  const [editing, setEditing] = useState(view.form.schoolFullName === "");
  const { error, run } = useAction();
  const done = (result: StartReport) => {
    setReport(result);
    setEditing(false);
    replace(result.view);
  };
  if (editing) return <Wizard view={view} onDone={done} />;
  return (
    <>
      {report && <Report report={report} />}
      <p>
        <b>{view.form.schoolShortName}</b>, {view.form.place}. Учебный год {view.form.schoolYear}.
      </p>
      <FormsWithNames view={view} onClosed={replace} />
      <State view={view} />
      <p class="small muted">
        {view.form.codeOnly
          ? "Анкеты и письма без имён: только коды участников."
          : "Анкеты и письма называют людей по имени. Режим «только коды» включается в «Изменить сведения»."}
      </p>
      {error !== null && <Trouble error={error} />}
      <div class="actions">
        <Button
          kind={view.ready ? "plain" : "primary"}
          onPress={() =>
            run(async () => {
              done(await server.setUp(view.form));
            })
          }
        >
          {view.ready ? "Проверить и восстановить" : "Восстановить"}
        </Button>
        {view.otherOwner !== null && (
          <Confirm
            label="Передать мне"
            confirmLabel="Передать"
            question="Фоновая проверка и новые документы будут принадлежать Вашей учётной записи. Прежние документы останутся у прежнего владельца."
            onConfirm={() =>
              run(async () => {
                done(await server.takeOver());
              })
            }
          />
        )}
        <Button
          onPress={() => {
            setEditing(true);
          }}
        >
          Изменить сведения
        </Button>
      </div>
      {view.ready && (
        <Section title="Что дальше">
          <ol class="plain">
            <li>Загрузите список педагогов: «Наставничество → Импорт списка педагогов».</li>
            <li>Разошлите анкеты: «Наставничество → Анкеты участников».</li>
            <li>Подберите пары: «Наставничество → Подбор пар».</li>
          </ol>
        </Section>
      )}
    </>
  );
}

mount(
  <Page title="Начало работы">
    <Loaded load={() => server.loadStart()}>{(view, _, replace) => <Start view={view} replace={replace} />}</Loaded>
  </Page>,
);
