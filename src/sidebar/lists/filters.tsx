// What narrows a list: only the filters that can tell its rows apart are offered.
import type { ListFilters } from "../../lists/listsView";
import type { choicesIn, ReadyList } from "../../lists/readyLists";
import { SelectField } from "../shared/components";

/** Lists with mentors in them, and lists with mentees. */
const WITHOUT_MENTORS = ["waiting", "category", "young", "supported"];
const WITHOUT_MENTEES = ["free"];
const PLACES = [1, 2, 3];
const DAYS = [7, 14, 30, 60, 90];

type Choices = ReturnType<typeof choicesIn>;

/** The filters of a list; the one it cannot do without stands outside, the others can be opened. */
export function Filters({
  list,
  choices,
  filters,
  set,
}: {
  list: ReadyList;
  choices: Choices;
  filters: ListFilters;
  set: (filters: ListFilters) => void;
}) {
  const hasMentors = !WITHOUT_MENTORS.includes(list.key);
  const hasMentees = !WITHOUT_MENTEES.includes(list.key);
  const fields: { key: keyof ListFilters; field: preact.JSX.Element }[] = [
    ...(["direction", "category", "status"] as const)
      .filter((key) => key !== "category" || hasMentees)
      .map((key) => ({
        key,
        field: (
          <SelectField
            key={key}
            name={NAMES[key]}
            value={filters[key]}
            options={[
              { value: "", label: list.needs === key ? "— выберите —" : "любое" },
              ...choices[key].map((value) => ({ value, label: value })),
            ]}
            onChange={(value) => {
              set({ ...filters, [key]: value });
            }}
          />
        ),
      })),
    ...(hasMentors ? [numberField("freePlaces", PLACES, (places) => `не меньше ${places}`)] : []),
    ...(hasMentees ? [numberField("waitingDays", DAYS, (days) => `от ${days} дней`)] : []),
  ];
  const active = fields.filter(({ key }) => key !== list.needs && Boolean(filters[key])).length;
  return (
    <>
      {fields.filter(({ key }) => key === list.needs).map(({ field }) => field)}
      <details open={active > 0}>
        <summary>Отбор{active > 0 ? `: ${active}` : ""}</summary>
        <div class="stack">{fields.filter(({ key }) => key !== list.needs).map(({ field }) => field)}</div>
      </details>
    </>
  );

  function numberField(key: "freePlaces" | "waitingDays", values: readonly number[], say: (value: number) => string) {
    return {
      key,
      field: (
        <SelectField
          key={key}
          name={NAMES[key]}
          value={String(filters[key])}
          options={[
            { value: "0", label: "не важно" },
            ...values.map((value) => ({ value: String(value), label: say(value) })),
          ]}
          onChange={(value) => {
            set({ ...filters, [key]: Number(value) });
          }}
        />
      ),
    };
  }
}

const NAMES: Readonly<Record<Exclude<keyof ListFilters, "query">, string>> = {
  direction: "Направление",
  category: "Категория наставляемого",
  status: "Статус",
  freePlaces: "Свободных мест",
  waitingDays: "Ждёт наставника",
};
