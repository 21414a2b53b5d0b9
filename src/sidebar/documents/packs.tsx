// «Комплект пар»: which papers each pair has, and which the law or the school still wants.
import { useState } from "preact/hooks";
import { joinPacks, type PackGroup, type PacksView, type PairPack } from "../../papers/packs/packsView";
import { server } from "../shared/client";
import { Badge, Button, Empty, Notice, Progress, Section, TextField } from "../shared/components";
import { Loaded } from "../shared/load";
import { matches, Paper } from "./parts";

type Open = (kind: string, subjects: readonly string[]) => void;

/** So many names or pairs are shown at once. */
const NAMED = 6;
const SHOWN = 20;

const TONES: Readonly<Record<string, "info" | "good" | "warn" | "bad">> = {
  есть: "good",
  нет: "bad",
  проект: "warn",
  истекает: "warn",
  отозвано: "bad",
};

function Names({ names }: { names: readonly string[] }) {
  const more = names.length - NAMED;
  return (
    <span class="small muted">
      {names.slice(0, NAMED).join("; ")}
      {more > 0 && ` и ещё ${more}`}
    </span>
  );
}

/** A paper that pairs lack: for whom, and the way to make it for exactly them. */
function Group({ group, onOpen }: { group: PackGroup; onOpen: Open }) {
  const { paper, title, missing, ending, drafts, withdrawn } = group;
  const wanted = [...missing, ...ending];
  return (
    <li class="stack kind">
      <div class="row between">
        <b>{title}</b>
        {missing.length > 0 && <Badge tone="bad">{`нет: ${missing.length}`}</Badge>}
      </div>
      {missing.length > 0 && <Names names={missing.map(({ name }) => name)} />}
      {ending.length > 0 && (
        <span class="small">
          <Badge tone="warn">{`истекает: ${ending.length}`}</Badge> <Names names={ending.map(({ name }) => name)} />
        </span>
      )}
      {withdrawn.length > 0 && (
        <span class="small">
          Отозвано согласие на обработку данных, новые документы не готовятся: {withdrawn.join("; ")}.
        </span>
      )}
      {drafts > 0 && <span class="small muted">Подготовлено и ждёт подписи или утверждения: {drafts}.</span>}
      {wanted.length > 0 && (
        <div>
          <Button
            onPress={() => {
              onOpen(
                paper,
                wanted.map(({ subject }) => subject),
              );
            }}
          >
            Подготовить: {wanted.length}
          </Button>
        </div>
      )}
    </li>
  );
}

function Pack({ pack }: { pack: PairPack }) {
  const lacking = pack.papers.filter(({ state }) => TONES[state] === "bad" || state === "проект").length;
  return (
    <details class="fold">
      <summary>
        {pack.name}{" "}
        <Badge tone={pack.complete ? "good" : "warn"}>
          {pack.complete ? "полный" : `${pack.papers.length - lacking} из ${pack.papers.length}`}
        </Badge>
      </summary>
      <p class="small muted">
        {pack.pair}, {pack.status}
      </p>
      <ul class="list">
        {pack.papers.map(({ title, state, detail, link }) => (
          <li key={title} class="stack kind">
            <div class="row between">
              <span>{link === undefined ? title : <Paper link={link}>{title}</Paper>}</span>
              <Badge tone={TONES[state] ?? "info"}>{state}</Badge>
            </div>
            {detail !== undefined && <span class="small muted">{detail}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pairs({ pairs }: { pairs: readonly PairPack[] }) {
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const found = pairs.filter(({ name, pair, status }) => matches(typed, `${name} ${pair} ${status}`));
  return (
    <Section title="По парам">
      {pairs.length > NAMED && (
        <TextField name="Найти пару" placeholder="фамилия или код" value={typed} onChange={setTyped} />
      )}
      {found.length === 0 && <Empty title="Такой пары нет">Попробуйте другую фамилию.</Empty>}
      <div>
        {found.slice(0, shown).map((pack) => (
          <Pack key={pack.pair} pack={pack} />
        ))}
      </div>
      {found.length > shown && (
        <Button
          onPress={() => {
            setShown(shown + SHOWN);
          }}
        >
          Показать ещё
        </Button>
      )}
    </Section>
  );
}

/** Consents and the other papers come from different tabs: both halves are read at once. */
async function load(schoolYear: string): Promise<PacksView> {
  const [consents, others] = await Promise.all([
    server.loadPacks({ half: "consents", schoolYear }),
    server.loadPacks({ half: "others", schoolYear }),
  ]);
  return joinPacks(consents, others);
}

/** @param onOpen opens «Подготовить» at a kind of paper, with these subjects (codes of pairs or people) chosen */
export function Packs({ schoolYear, onOpen }: { schoolYear: string; onOpen: Open }) {
  return (
    <Loaded load={() => load(schoolYear)}>
      {({ groups, pairs }) =>
        pairs.length === 0 ? (
          <Empty title="Пар пока нет">
            Комплект документов считается для пар, которые предложены или действуют. Начните с «Подбора пар».
          </Empty>
        ) : (
          <>
            <Progress
              done={pairs.filter(({ complete }) => complete).length}
              total={pairs.length}
              label="Полный комплект у пар"
            />
            {groups.length === 0 ? (
              <Notice tone="good">У всех пар есть всё, что нужно.</Notice>
            ) : (
              <Section title="Чего не хватает">
                <ul class="list">
                  {groups.map((group) => (
                    <Group key={group.paper} group={group} onOpen={onOpen} />
                  ))}
                </ul>
              </Section>
            )}
            <Pairs pairs={pairs} />
          </>
        )
      }
    </Loaded>
  );
}
