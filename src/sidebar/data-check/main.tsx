// «Проверка данных»: every problem of the workbook, grouped by what to do, each with a jump to its cell.
import type { DataCheckView, FaultGroup } from "../../bank/bankView";
import { server } from "../shared/client";
import { Badge, Button, Notice, Page, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";

/** A group longer than this is cut: mending the first ones mostly shows the rest. */
const SHOWN = 50;

function Group({ group }: { group: FaultGroup }) {
  const { error, run } = useAction();
  return (
    <details open={group.level === "error"} class="card">
      <summary>
        <Badge tone={group.level === "error" ? "bad" : "warn"}>{group.faults.length}</Badge> {group.mend}
      </summary>
      {error !== null && <Trouble error={error} />}
      <ul class="list">
        {group.faults.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.place}${fault.what}`} class="stack" style={{ gap: "2px" }}>
            <span>{fault.what}</span>
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
          </li>
        ))}
      </ul>
      {group.faults.length > SHOWN && <p class="small muted">Показаны первые {SHOWN}.</p>}
    </details>
  );
}

function DataCheck({ view, reload }: { view: DataCheckView; reload: () => Promise<void> }) {
  return (
    <>
      <p class="muted small">
        Проверено: педагогов {view.people}, наставников {view.mentors}, наставляемых {view.mentees}.
      </p>
      {view.faults === 0 ? (
        <Notice tone="good" title="Замечаний нет" />
      ) : (
        <Notice tone="warn" title={`Замечаний: ${view.faults}`}>
          Нажмите на место, чтобы перейти к ячейке. Строки без обязательных сведений не участвуют в подборе и
          документах.
        </Notice>
      )}
      {view.groups.map((group) => (
        <Group key={group.mend} group={group} />
      ))}
      <div class="actions">
        <Button onPress={reload}>Проверить снова</Button>
      </div>
    </>
  );
}

mount(
  <Page title="Проверка данных">
    <Loaded load={() => server.loadDataCheck()}>{(view, reload) => <DataCheck view={view} reload={reload} />}</Loaded>
  </Page>,
);
