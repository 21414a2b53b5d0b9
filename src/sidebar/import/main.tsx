// «Импорт списка педагогов»: choose a file or pasted rows, confirm the columns, look at what will change, write it.
import { useState } from "preact/hooks";
import type { ColumnGuess } from "../../bank/import/guessColumns";
import type { ImportReport, ImportView } from "../../bank/import/importStaff";
import { Stop } from "../../google/stop";
import { Failure, server } from "../shared/client";
import { Button, Notice, Page, SelectField, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { Columns } from "./columns";
import { Preview } from "./preview";
import { readStaffFile, type StaffSheet } from "./readStaffFile";

/** A list on its way into the bank. */
export interface List {
  title: string;
  rows: string[][];
  guess: ColumnGuess;
}

/** Headings and enough people to tell a column by; the whole list goes to the server only once it is confirmed. */
const ROWS_TO_GUESS_BY = 300;

async function sheetsOf(file: File): Promise<StaffSheet[]> {
  try {
    return await readStaffFile(file.name, await file.arrayBuffer());
  } catch (error) {
    throw error instanceof Stop ? new Failure(error.what, error.mend) : error;
  }
}

function Choose({ view, onList }: { view: ImportView; onList: (list: List) => void }) {
  const [sheets, setSheets] = useState<StaffSheet[]>([]);
  const { error, run } = useAction();
  const take = async ({ name, rows }: StaffSheet) => {
    onList({ title: name, rows, guess: await server.guessList(rows.slice(0, ROWS_TO_GUESS_BY)) });
  };
  return (
    <>
      <p class="muted">
        Подойдёт любой список: из 1С, АИС, отчёта ОО-1 или таблица завуча. Порядок и названия столбцов не важны.
        {view.people > 0 &&
          ` В банке уже есть педагоги (${view.people}): повторный импорт обновит их и никого не задвоит.`}
      </p>
      <label class="field">
        <span class="name">Файл .xlsx или .csv</span>
        <input
          type="file"
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (!file) return;
            void run(async () => {
              const found = await sheetsOf(file);
              const [first] = found;
              if (found.length === 1 && first) await take(first);
              else setSheets(found);
            });
          }}
        />
      </label>
      {sheets.length > 1 && (
        <SelectField
          name="На каком листе список?"
          value=""
          options={[
            { value: "", label: "выберите лист" },
            ...sheets.map((sheet, index) => ({
              value: String(index),
              label: `${sheet.name} (строк: ${sheet.rows.length})`,
            })),
          ]}
          onChange={(index) => {
            const sheet = sheets[Number(index)];
            if (index !== "" && sheet) void run(() => take(sheet));
          }}
        />
      )}
      {error !== null && <Trouble error={error} />}
      <div class="section">
        <p class="small muted">Список уже вставлен на отдельную вкладку этой таблицы? Откройте её и нажмите:</p>
        <Button
          onPress={() =>
            run(async () => {
              const { tab, rows, guess } = await server.readPastedRows();
              onList({ title: tab, rows, guess });
            })
          }
        >
          Взять с открытой вкладки
        </Button>
      </div>
    </>
  );
}

function Done({ report, onMore }: { report: ImportReport; onMore: () => void }) {
  return (
    <>
      <Notice tone={report.refused.length > 0 ? "warn" : "good"} title={report.message}>
        {report.refused.length > 0 && (
          <p>
            Не записаны строки списка: {report.refused.join(", ")}. Эти сведения за это время изменились — повторите
            импорт.
          </p>
        )}
        <p>Дальше разошлите анкеты: «Наставничество → Анкеты участников».</p>
      </Notice>
      <Button onPress={onMore}>Загрузить ещё один список</Button>
    </>
  );
}

function Import({ view }: { view: ImportView }) {
  const [list, setList] = useState<List | null>(null);
  const [mapping, setMapping] = useState<Record<string, number> | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const restart = () => {
    setList(null);
    setMapping(null);
    setReport(null);
  };
  if (report) return <Done report={report} onMore={restart} />;
  if (!list) return <Choose view={view} onList={setList} />;
  if (list.guess.problem) {
    return (
      <>
        <Notice tone="bad" title={list.guess.problem.what}>
          {list.guess.problem.mend}
        </Notice>
        <Columns list={list} view={view} onConfirm={setMapping} onBack={restart} />
      </>
    );
  }
  if (!mapping) return <Columns list={list} view={view} onConfirm={setMapping} onBack={restart} />;
  return (
    <Preview
      input={{ rows: list.rows, firstRow: list.guess.firstRow, mapping, today: view.today }}
      onBack={() => {
        setMapping(null);
      }}
      onDone={setReport}
    />
  );
}

mount(
  <Page title="Импорт списка педагогов">
    <Loaded load={() => server.loadImport()}>{(view) => <Import view={view} />}</Loaded>
  </Page>,
);
