// «Проверка данных»: every problem of the workbook, grouped by what to do, with a jump to its cell and safe mends at one click.
import { useState } from "preact/hooks";
import type { DataCheckView, DataFault, FaultGroup } from "../../dataCheck/dataCheckView";
import { server } from "../shared/client";
import { Badge, Button, Empty, Notice, Page, SelectField, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { Mending } from "./mending";
import { Twins } from "./twins";
import "./layout.css";

/** So many faults are shown at first, and more at each wish: thousands at once would hang the page. */
const SHOWN = 20;

/** A group of errors as short as this stands open from the beginning. */
const OPENED = 5;

const ALL_TABS = "";

/** How many faults of the group stand on a tab; on all of them for «все вкладки». */
function countOn({ tabs }: FaultGroup, tab: string): number {
  return tabs.reduce((sum, one) => (tab === ALL_TABS || one.tab === tab ? sum + one.count : sum), 0);
}

function Fault({ fault, onChanged }: { fault: DataFault; onChanged: (said: string) => Promise<void> }) {
  const { error, run } = useAction();
  const [comparing, setComparing] = useState(false);
  const { code, twin } = fault;
  return (
    <li class="fault-line">
      <span>{fault.what}</span>
      <span class="row small">
        <Button
          kind="link"
          onPress={() =>
            run(async () => {
              await server.showFault(fault);
            })
          }
        >
          {fault.place}
        </Button>
        {twin !== null && (
          <Button
            kind="link"
            onPress={() => {
              setComparing(!comparing);
            }}
          >
            {comparing ? "Скрыть сравнение" : "Сравнить строки"}
          </Button>
        )}
      </span>
      {error !== null && <Trouble error={error} />}
      {comparing && code !== null && twin !== null && <Twins first={twin} second={code} onJoined={onChanged} />}
    </li>
  );
}

function Group({
  group,
  tab,
  onChanged,
}: {
  group: FaultGroup;
  tab: string;
  onChanged: (said: string) => Promise<void>;
}) {
  const [open, setOpen] = useState(group.level === "error" && countOn(group, ALL_TABS) <= OPENED);
  const [shown, setShown] = useState(SHOWN);
  const count = countOn(group, tab);
  const listed = group.faults.filter((fault) => tab === ALL_TABS || fault.tab === tab);
  return (
    <section class="card group">
      <button
        type="button"
        class="head"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Badge tone={group.level === "error" ? "bad" : "warn"}>{count}</Badge>
        <span>{group.mend}</span>
        <span class="arrow" aria-hidden="true">
          {open ? "▾" : "▸"}
        </span>
      </button>
      {group.fixable > 0 && <Mending check={group.key} tab={tab} count={group.fixable} onMended={onChanged} />}
      {open && (
        <>
          <ul class="list">
            {listed.slice(0, shown).map((fault) => (
              <Fault key={`${fault.place}${fault.what}`} fault={fault} onChanged={onChanged} />
            ))}
          </ul>
          {listed.length > shown && (
            <Button
              kind="link"
              onPress={() => {
                setShown(shown + 5 * SHOWN);
              }}
            >
              Показать ещё
            </Button>
          )}
          {listed.length <= shown && count > listed.length && (
            <p class="small muted">
              Показаны первые {listed.length} из {count}: исправьте их и проверьте снова.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Groups({
  view,
  tab,
  onChanged,
}: {
  view: DataCheckView;
  tab: string;
  onChanged: (said: string) => Promise<void>;
}) {
  const groups = view.groups.filter((group) => countOn(group, tab) > 0);
  const parts = [
    { title: "Ошибки", groups: groups.filter(({ level }) => level === "error") },
    { title: "Стоит проверить", groups: groups.filter(({ level }) => level === "warning") },
  ];
  return (
    <>
      {parts
        .filter((part) => part.groups.length > 0)
        .map((part) => (
          <section key={part.title} class="stack" aria-label={part.title}>
            <h2>{part.title}</h2>
            {part.groups.map((group) => (
              <Group key={group.key} group={group} tab={tab} onChanged={onChanged} />
            ))}
          </section>
        ))}
    </>
  );
}

function DataCheck({ view, reload }: { view: DataCheckView; reload: () => Promise<void> }) {
  const [tab, setTab] = useState(ALL_TABS);
  const [said, setSaid] = useState<string | null>(null);
  const tabs = [...new Set(view.groups.flatMap((group) => group.tabs.map((one) => one.tab)))].sort();
  const chosen = tabs.includes(tab) ? tab : ALL_TABS;
  const onChanged = async (words: string) => {
    setSaid(words);
    await reload();
  };
  const checked = `Проверено: педагогов ${view.people}, наставников ${view.mentors}, наставляемых ${view.mentees}.`;
  return (
    <>
      {said !== null && <Notice tone="good">{said}</Notice>}
      {view.faults === 0 ? (
        <Empty title="Замечаний нет">{checked}</Empty>
      ) : (
        <>
          <p class="muted small">
            {checked} Замечаний: {view.faults}.
          </p>
          {tabs.length > 1 && (
            <SelectField
              name="Вкладка"
              value={chosen}
              options={[
                { value: ALL_TABS, label: `Все вкладки (${view.faults})` },
                ...tabs.map((one) => ({
                  value: one,
                  label: `${one} (${view.groups.reduce((sum, group) => sum + countOn(group, one), 0)})`,
                })),
              ]}
              onChange={setTab}
            />
          )}
          <Groups view={view} tab={chosen} onChanged={onChanged} />
        </>
      )}
      <div class="actions">
        <Button
          onPress={async () => {
            setSaid(null);
            await reload();
          }}
        >
          Проверить снова
        </Button>
      </div>
    </>
  );
}

mount(
  <Page title="Проверка данных">
    <Loaded load={() => server.loadDataCheck()}>{(view, reload) => <DataCheck view={view} reload={reload} />}</Loaded>
  </Page>,
);
