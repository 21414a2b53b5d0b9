// «Поиск и списки»: ready lists with their counts, a search with filters, jumps to the row and to the card, the council's extract.
import { useEffect, useMemo, useState } from "preact/hooks";
import { type ListFilters, type ListsView, NO_FILTERS } from "../../lists/listsView";
import {
  choicesIn,
  EVERYBODY,
  READY_LISTS,
  type ReadyList,
  readyList,
  rowsOf,
  withSeverities,
} from "../../lists/readyLists";
import { server } from "../shared/client";
import { Badge, Button, Empty, Page, TextField, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { Extract } from "./extract";
import { Filters } from "./filters";
import { Row } from "./row";

/** More rows than anybody reads in a sidebar; the extract holds them all. */
const SHOWN = 50;

function ListTable({ view, choose }: { view: ListsView; choose: (list: ReadyList) => void }) {
  const counts = useMemo(
    () => new Map(READY_LISTS.map((list) => [list.key, rowsOf(list, view.people, NO_FILTERS).length])),
    [view],
  );
  return (
    <ul class="list">
      {READY_LISTS.map((list) => (
        <li key={list.key} class="stack" style={{ gap: "0" }}>
          <div class="row between">
            <Button
              kind="link"
              onPress={() => {
                choose(list);
              }}
            >
              {list.title}
            </Button>
            <Badge>{list.needs === undefined ? (counts.get(list.key) ?? 0) : "выбор"}</Badge>
          </div>
          <span class="small muted">{list.about}</span>
        </li>
      ))}
    </ul>
  );
}

/** Degrees of difficulty take one more reading: they are fetched when a list is about directions. */
function usePeople(view: ListsView, wanted: boolean): { people: ListsView["people"]; error: unknown } {
  const [people, setPeople] = useState(view.people);
  const [asked, setAsked] = useState(false);
  const { error, run } = useAction();
  useEffect(() => {
    setPeople(view.people);
    setAsked(false);
  }, [view]);
  useEffect(() => {
    if (!wanted || asked) return;
    setAsked(true);
    void run(async () => {
      setPeople(withSeverities(view.people, await server.loadSeverities()));
    });
  }, [wanted, asked]);
  return { people, error };
}

function Found({
  list,
  view,
  filters,
  set,
}: {
  list: ReadyList;
  view: ListsView;
  filters: ListFilters;
  set: (filters: ListFilters) => void;
}) {
  const { people, error } = usePeople(view, list.key === "direction" || filters.direction !== "");
  const choices = useMemo(() => choicesIn(people), [people]);
  const rows = rowsOf(list, people, filters);
  const lacks = list.needs !== undefined && filters[list.needs] === "";
  return (
    <>
      <Filters list={list} choices={choices} filters={filters} set={set} />
      {error !== null && <Trouble error={error} />}
      {lacks ? (
        <Empty title={list.needs === "direction" ? "Выберите направление" : "Выберите категорию"} />
      ) : rows.length === 0 ? (
        <Empty title="Никого не найдено">
          <p>Проверьте, нет ли опечатки, или ослабьте отбор.</p>
        </Empty>
      ) : (
        <>
          <p role="status">
            Найдено: <b>{rows.length}</b>
          </p>
          <Extract key={`${list.key}${JSON.stringify(filters)}`} list={list.key} filters={filters} />
          <ul class="list">
            {rows.slice(0, SHOWN).map((row) => (
              <Row key={`${row.side}${row.person.code}`} row={row} list={list.key} />
            ))}
          </ul>
          {rows.length > SHOWN && (
            <p class="small muted">Показаны первые {SHOWN}. Уточните отбор или составьте выписку: в ней будут все.</p>
          )}
        </>
      )}
    </>
  );
}

function Lists({ view, reload }: { view: ListsView; reload: () => Promise<void> }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [filters, setFilters] = useState<ListFilters>(NO_FILTERS);
  const list = readyList(chosen ?? EVERYBODY);
  const isSearch = chosen !== null || filters.query.trim() !== "";
  const back = () => {
    setChosen(null);
    setFilters(NO_FILTERS);
  };
  if (view.people.length === 0) {
    return (
      <Empty title="Педагогов пока нет">
        <p>Загрузите список: «Наставничество → Импорт списка педагогов».</p>
      </Empty>
    );
  }
  return (
    <>
      <TextField
        name="Поиск"
        placeholder="Фамилия, должность или предмет"
        value={filters.query}
        onChange={(query) => {
          setFilters({ ...filters, query });
        }}
      />
      {isSearch && list ? (
        <>
          <div class="row between">
            <h2>{list.title}</h2>
            <Button kind="link" onPress={back}>
              Все списки
            </Button>
          </div>
          <Found list={list} view={view} filters={filters} set={setFilters} />
        </>
      ) : (
        <ListTable
          view={view}
          choose={(one) => {
            setChosen(one.key);
          }}
        />
      )}
      <div class="actions">
        <Button onPress={reload}>Обновить</Button>
      </div>
    </>
  );
}

mount(
  <Page title="Поиск и списки">
    <Loaded load={() => server.loadLists()}>{(view, reload) => <Lists view={view} reload={reload} />}</Loaded>
  </Page>,
);
