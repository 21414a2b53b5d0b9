// «Поиск и списки»: ready lists with their counts, a search with filters, jumps to the row and to the card, the council's extract.
import { useEffect, useMemo, useState } from "preact/hooks";
import { type ListFilters, type ListsView, NO_FILTERS } from "../../lists/listsView";
import { choicesIn, EVERYBODY, READY_LISTS, type ReadyList, readyList, rowsOf } from "../../lists/readyLists";
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
  const { people } = view;
  const choices = useMemo(() => choicesIn(people), [people]);
  const rows = rowsOf(list, people, filters);
  const lacks = list.needs !== undefined && filters[list.needs] === "";
  return (
    <>
      <Filters list={list} choices={choices} filters={filters} set={set} />
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

function Lists({
  view,
  reload,
  replace,
}: {
  view: ListsView;
  reload: () => Promise<void>;
  replace: (view: ListsView) => void;
}) {
  const { error, run } = useAction();
  // Consents and degrees of difficulty take two more readings: the lists are there before them.
  useEffect(() => {
    void run(async () => {
      replace(await server.loadWholeLists());
    });
  }, []);
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
      {error !== null && <Trouble error={error} />}
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
        <Button
          onPress={async () => {
            await reload();
            await run(async () => {
              replace(await server.loadWholeLists());
            });
          }}
        >
          Обновить
        </Button>
      </div>
    </>
  );
}

mount(
  <Page title="Поиск и списки">
    <Loaded load={() => server.loadLists()}>
      {(view, reload, replace) => <Lists view={view} reload={reload} replace={replace} />}
    </Loaded>
  </Page>,
);
