// «Шаблоны»: the school's own templates, their tags, and what is wrong with them.
import { useState } from "preact/hooks";
import { PAPER_GROUPS } from "../../papers/paperKind";
import type { TemplateCheck, TemplatesView, TemplateView } from "../../papers/templates/templatesView";
import { server } from "../shared/client";
import { Badge, Button, Confirm, Notice, Section, TextField, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";
import { Arrived, day, matches, Paper } from "./parts";
import { TagList } from "./tagList";

const TONES: Readonly<Record<string, "good" | "bad">> = { проверен: "good", "есть ошибки": "bad", "не найден": "bad" };
const OTHERS = "Прочие";

function State({ own }: Pick<TemplateView, "own">) {
  if (own === null) return <Badge>встроенный</Badge>;
  return <Badge tone={TONES[own.state] ?? "warn"}>{own.state === "" ? "свой" : `свой: ${own.state}`}</Badge>;
}

function Problems({ problems }: Pick<TemplateCheck, "problems">) {
  if (problems.length === 0) return <Notice tone="good" title="Шаблон в порядке" />;
  const isBroken = problems.some(({ level }) => level === "error");
  return (
    <Notice
      tone={isBroken ? "bad" : "warn"}
      title={isBroken ? "Документы по этому шаблону не готовятся, пока есть ошибки" : "Обратите внимание"}
    >
      <ul class="plain">
        {problems.map(({ what, mend }) => (
          <li key={what}>
            <b>{what}</b> {mend}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Own({ template, onChange }: { template: TemplateView; onChange: (own: TemplateView["own"]) => void }) {
  const [problems, setProblems] = useState<TemplateCheck["problems"] | null>(null);
  const { error, run } = useAction();
  const { own, kind } = template;
  const take = ({ own: now, problems: found }: TemplateCheck) => {
    onChange(now);
    setProblems(found);
  };
  return (
    <Section>
      {own === null ? (
        <>
          <p class="small muted">
            Документ готовится по встроенному шаблону. Свой шаблон — Google Документ с тем же текстом, в котором можно
            менять слова, оформление и порядок, добавить герб и реквизиты.
          </p>
          <Button
            kind="primary"
            onPress={() =>
              run(async () => {
                take(await server.makeOwnTemplate(kind));
              })
            }
          >
            Создать свой шаблон
          </Button>
        </>
      ) : (
        <>
          <p>
            <Paper link={own.link}>Открыть шаблон</Paper>
            {own.checkedOn !== "" && <span class="small muted"> — проверен {day(own.checkedOn)}</span>}
          </p>
          <div class="row">
            <Button
              onPress={() =>
                run(async () => {
                  take(await server.checkOwnTemplate(kind));
                })
              }
            >
              Проверить
            </Button>
            <Confirm
              kind="plain"
              label="Вернуться к встроенному"
              confirmLabel="Вернуться"
              question="Документы снова будут готовиться по встроенному шаблону. Ваш файл останется на Google Диске: если создать свой шаблон снова, будет взят он."
              onConfirm={() =>
                run(async () => {
                  await server.dropOwnTemplate(kind);
                  setProblems(null);
                  onChange(null);
                })
              }
            />
          </div>
        </>
      )}
      {problems !== null && own !== null && <Problems problems={problems} />}
      {error !== null && <Trouble error={error} />}
    </Section>
  );
}

function Template({
  template,
  view,
  onBack,
  onChange,
}: {
  template: TemplateView;
  view: TemplatesView;
  onBack: () => void;
  onChange: (own: TemplateView["own"]) => void;
}) {
  const canInsert = template.own !== null && view.owner === null;
  return (
    <div class="stack">
      <Button kind="link" onPress={onBack}>
        ← Все шаблоны
      </Button>
      <Arrived>{template.title}</Arrived>
      <span>
        <State own={template.own} />
      </span>
      <Own template={template} onChange={onChange} />
      <Section title="Метки">
        <p class="small muted">
          Метка — слово в фигурных скобках, на место которого встают сведения из таблицы. Нажмите метку:{" "}
          {canInsert
            ? "она встанет в конец шаблона, перенесите её на место."
            : "она скопируется, вставьте её в свой шаблон."}
        </p>
        <TagList kind={template.kind} tags={template.tags} common={view.common} canInsert={canInsert} />
      </Section>
    </div>
  );
}

function List({ view, onOpen }: { view: TemplatesView; onOpen: (kind: string) => void }) {
  const [typed, setTyped] = useState("");
  const isSearch = typed.trim() !== "";
  const found = view.templates.filter(({ title }) => matches(typed, title));
  return (
    <div class="stack">
      {view.owner !== null && (
        <Notice tone="info" title="Шаблоны принадлежат другой учётной записи">
          Создаёт, проверяет и меняет их {view.owner}. Метки можно смотреть и копировать.
        </Notice>
      )}
      <TextField name="Найти шаблон" placeholder="например, приказ" value={typed} onChange={setTyped} />
      {[...PAPER_GROUPS, OTHERS]
        .map((group) => ({ group, own: found.filter((one) => (one.group ?? OTHERS) === group) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <details
            key={`${group}${isSearch ? " found" : ""}`}
            class="fold"
            open={isSearch || own.some((one) => one.own !== null)}
          >
            <summary>
              {group} <Badge>{own.length}</Badge>
            </summary>
            <ul class="list">
              {own.map((template) => (
                <li key={template.kind} class="stack kind">
                  <Button
                    kind="link"
                    onPress={() => {
                      onOpen(template.kind);
                    }}
                  >
                    {template.title}
                  </Button>
                  <span>
                    <State own={template.own} />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function Shown({ view, replace }: { view: TemplatesView; replace: (view: TemplatesView) => void }) {
  const [kind, setKind] = useState<string | null>(null);
  const template = view.templates.find((one) => one.kind === kind);
  if (template === undefined) return <List view={view} onOpen={setKind} />;
  return (
    <Template
      template={template}
      view={view}
      onBack={() => {
        setKind(null);
      }}
      onChange={(own) => {
        replace({ ...view, templates: view.templates.map((one) => (one.kind === kind ? { ...one, own } : one)) });
      }}
    />
  );
}

export function Templates() {
  return (
    <Loaded load={() => server.loadTemplates()}>
      {(view, _reload, replace) => <Shown view={view} replace={replace} />}
    </Loaded>
  );
}
