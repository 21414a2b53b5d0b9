// What the check before making has found: obstacles by whom they concern, each with the way to its cell.
import type { PreflightView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Badge, Button, Notice, Section, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { Forms } from "./forms";
import { Arrived } from "./parts";

type Found = PreflightView["obstacles"][number];

/** So many subjects stand open; the others open at a click. */
const OPENED = 5;
/** So many names are told where many are concerned alike. */
const NAMED = 12;

function ObstacleLine({ obstacle }: { obstacle: Found }) {
  const { error, run } = useAction();
  const { place } = obstacle;
  return (
    <li class="stack obstacle">
      <span>
        <Badge tone={obstacle.level === "error" ? "bad" : "warn"}>
          {obstacle.level === "error" ? "исправьте" : "проверьте"}
        </Badge>{" "}
        {obstacle.what}
      </span>
      <span class="small muted">{obstacle.mend}</span>
      {place !== undefined && (
        <Button
          kind="link"
          onPress={() =>
            run(async () => {
              await server.showPlace(place);
            })
          }
        >
          {[place.tab, place.code, place.column].filter((part) => part !== undefined && part !== "").join(", ")}
        </Button>
      )}
      {error !== null && <Trouble error={error} />}
    </li>
  );
}

interface Group {
  key: string;
  title: string;
  own: Found[];
  /** Whom all of it concerns alike; empty where the title says it. */
  names: string[];
}

const sentenceOf = ({ level, what, mend, place }: Found): string => JSON.stringify([level, what, mend, place]);

/** By subject; what is the same for several of them is said once. The whole paper's own comes first. */
function grouped(obstacles: readonly Found[]): Group[] {
  const alike = new Map<string, Found[]>();
  for (const obstacle of obstacles) {
    const key = sentenceOf(obstacle);
    alike.set(key, [...(alike.get(key) ?? []), obstacle]);
  }
  const groups = new Map<string, Group>();
  for (const [key, [first, ...others]] of alike) {
    if (first === undefined) continue;
    if (others.length > 0) {
      const names = [first, ...others].map(({ name, subject }) => name || subject);
      groups.set(key, { key, title: "У нескольких сразу", own: [first], names });
    } else {
      const title = first.subject === "" || first.name === "" ? "Весь документ" : first.name;
      const group = groups.get(title) ?? { key: title, title, own: [], names: [] };
      group.own.push(first);
      groups.set(title, group);
    }
  }
  const rank = ({ title, names }: Group): number => (title === "Весь документ" ? 0 : names.length > 0 ? 1 : 2);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

/** @param onMended something the check depends on has changed: check again */
export function Preflight({ found, onMended }: { found: PreflightView; onMended: () => Promise<void> }) {
  const groups = grouped(found.obstacles);
  const errors = found.obstacles.some(({ level }) => level === "error");
  return (
    <Section>
      <Arrived>Проверка</Arrived>
      {groups.length === 0 && <Notice tone="good">Всё на месте: документы можно готовить.</Notice>}
      {groups.length > 0 && found.ready.length > 0 && (
        <p role="status">
          {errors ? "Можно подготовить не всё" : "Готовить можно, но посмотрите на замечания"}. Готово к подготовке:{" "}
          <b>{found.ready.length}</b>.
        </p>
      )}
      {found.ready.length === 0 && (
        <Notice tone="bad" title="Готовить пока нельзя">
          Исправьте то, что названо ниже, и проверьте снова.
        </Notice>
      )}
      {groups.map(({ key, title, own, names }, at) => (
        <details key={key} class="card" open={at < OPENED}>
          <summary>
            <b>{title}</b> <Badge>{names.length || own.length}</Badge>
          </summary>
          <ul class="list">
            {own.map((obstacle) => (
              <ObstacleLine key={`${obstacle.what}${obstacle.place?.code ?? ""}`} obstacle={obstacle} />
            ))}
          </ul>
          {names.length > 0 && (
            <p class="small muted">
              {names.slice(0, NAMED).join("; ")}
              {names.length > NAMED && ` и ещё ${names.length - NAMED}`}.
            </p>
          )}
        </details>
      ))}
      <Forms forms={found.forms} onSaved={onMended} />
    </Section>
  );
}
