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

/** Obstacles of one subject; those of the whole paper come first, under a heading of their own. */
function bySubject(obstacles: readonly Found[]): { subject: string; name: string; own: Found[] }[] {
  const groups = new Map<string, { subject: string; name: string; own: Found[] }>();
  for (const obstacle of obstacles) {
    const group = groups.get(obstacle.subject) ?? { subject: obstacle.subject, name: obstacle.name, own: [] };
    group.own.push(obstacle);
    groups.set(obstacle.subject, group);
  }
  return [...groups.values()].sort((one, other) => Number(one.subject !== "") - Number(other.subject !== ""));
}

/** @param onMended something the check depends on has changed: check again */
export function Preflight({ found, onMended }: { found: PreflightView; onMended: () => Promise<void> }) {
  const groups = bySubject(found.obstacles);
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
      {groups.map(({ subject, name, own }, at) => (
        <details key={subject} class="card" open={at < OPENED}>
          <summary>
            <b>{subject === "" ? "Весь документ" : name || subject}</b> <Badge>{own.length}</Badge>
          </summary>
          <ul class="list">
            {own.map((obstacle) => (
              <ObstacleLine key={`${obstacle.what}${obstacle.place?.code ?? ""}`} obstacle={obstacle} />
            ))}
          </ul>
        </details>
      ))}
      <Forms forms={found.forms} onSaved={onMended} />
    </Section>
  );
}
