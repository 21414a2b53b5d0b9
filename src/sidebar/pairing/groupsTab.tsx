// «Группы»: who could work together with one mentor, out of the pairs and for those for whom no place was left.
import { useMemo } from "preact/hooks";
import { groupsForTheRest, groupsIn } from "../../pairing/choice/groups";
import { counted } from "../../school/counted";
import type { PairingView } from "../../pairing/pairingView";
import { Badge, Button, Empty } from "../shared/components";
import type { Decisions, Group, Step } from "./board";
import { groupsNow, type Picture } from "./picture";
import { PLACES } from "./words";

const MOST_SHOWN = 12;

export function GroupsTab({
  view,
  picture,
  now,
  take,
}: {
  view: PairingView;
  picture: Picture;
  now: Decisions;
  take: (step: Step, words: string) => void;
}) {
  const { ready } = picture.prepared;
  const joined = groupsNow(picture, now.groups);
  const inGroups = new Set(joined.flatMap(({ mentees }) => mentees));
  const possible = useMemo(
    () => groupsIn(ready, picture.proposal, view.groupSize).groups,
    [ready, picture.proposal, view.groupSize],
  ).filter(({ mentees }) => !mentees.some((mentee) => inGroups.has(mentee)));
  const forTheRest = useMemo(
    () => (now.everybody ? groupsForTheRest(ready, picture.proposal, view.groupSize) : []),
    [ready, picture.proposal, view.groupSize, now.everybody],
  );
  const mentorName = (code: string) => ready.mentorByCode.get(code)?.name ?? code;
  const menteeNames = (codes: readonly string[]) =>
    codes.map((code) => ready.menteeByCode.get(code)?.name ?? code).join(", ");
  if (!now.everybody && picture.proposal.pairs.length === 0) {
    return (
      <Empty title="Сначала подберите пары">
        <p>Нажмите «Подобрать всем» или закрепите наставляемых вручную: группы видны, когда понятно, кто с кем.</p>
      </Empty>
    );
  }
  return (
    <div class="tab stack">
      <p>
        В группе один наставник и двое или больше наставляемых с общим затруднением; не больше {view.groupSize} человек
        — это число меняется на вкладке «Настройки». Группа станет одной строкой вкладки «Пары».
      </p>
      {joined.length > 0 && <h2>Объединены</h2>}
      <ul class="list">
        {joined.map((group) => (
          <li key={group.mentees.join()} class="decision">
            <span>
              <b>{mentorName(group.mentor)}</b>: {menteeNames(group.mentees)}
            </span>
            <Badge tone="accent">группа</Badge>
            <Button
              kind="link"
              onPress={() => {
                take({ do: "ungroup", mentees: group.mentees }, `Группа разъединена: ${mentorName(group.mentor)}.`);
              }}
            >
              Разъединить
            </Button>
          </li>
        ))}
      </ul>
      <h2>Можно объединить</h2>
      {possible.length === 0 && (
        <p class="muted">У одного наставника пока нет двух наставляемых с общим затруднением.</p>
      )}
      <ul class="list">
        {possible.slice(0, MOST_SHOWN).map(({ mentor, mentees, directions }) => (
          <li key={mentees.join()} class="decision">
            <span>
              <b>{mentorName(mentor)}</b>: {menteeNames(mentees)}
              <span class="small muted"> Общее: {directions.join(", ")}</span>
            </span>
            <Button
              onPress={() => {
                take(
                  { do: "group", group: { mentor, mentees } },
                  `Группа: ${mentorName(mentor)} и ${menteeNames(mentees)}.`,
                );
              }}
            >
              Объединить в группу
            </Button>
          </li>
        ))}
      </ul>
      {forTheRest.length > 0 && <h2>Для тех, кому не хватило наставника</h2>}
      <ul class="list">
        {forTheRest.slice(0, MOST_SHOWN).map(({ mentor, mentees, directions, morePlaces, taken }) => {
          const known = ready.mentorByCode.get(mentor);
          const group: Group = { mentor, mentees };
          return (
            <li key={mentor} class="decision">
              <span>
                <b>{mentorName(mentor)}</b>: {menteeNames(mentees)}
                <span class="small muted"> Общее: {directions.join(", ")}.</span>
                <span class="small"> Получат наставника: {menteeNames(taken)}.</span>
              </span>
              <Badge tone={morePlaces > 0 ? "warn" : "good"}>
                {morePlaces > 0 ? `нужно ещё ${counted(morePlaces, PLACES)}` : "мест хватает"}
              </Badge>
              <Button
                onPress={() => {
                  take(
                    {
                      do: "gather",
                      group,
                      places: known && morePlaces > 0 ? Math.max(known.capacity, known.load) + morePlaces : null,
                    },
                    `Группа на пробу: ${mentorName(mentor)} и ${menteeNames(mentees)}.`,
                  );
                }}
              >
                Собрать группу
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
