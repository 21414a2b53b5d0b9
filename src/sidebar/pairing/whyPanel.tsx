// Why not this mentor, why nobody, what would help: questions for which the school is solved again.
import { useEffect, useMemo, useState } from "preact/hooks";
import { whyNobody, whyNot, type WhyNot } from "../../pairing/choice/explain";
import type { ReadyMentee, ReadyMentor } from "../../pairing/choice/pool";
import { isKeptApart } from "../../pairing/choice/rules";
import { withOneMoreMentor, withOneMorePlace, type Remedy } from "../../pairing/choice/whatIf";
import { Busy, Button, Notice } from "../shared/components";
import type { Step } from "./board";
import type { Picture } from "./picture";
import { moveWords } from "./words";

/** A resting cursor asks a question; a moving one does not. */
const RESTS_AFTER_MS = 160;

const VERDICTS: Readonly<Record<WhyNot["verdict"], string>> = {
  chosen: "Эта пара и предлагается.",
  forbidden: "Нельзя.",
  weak: "Можно вручную, но почти всё говорит против.",
  worse: "Можно, но другим станет хуже.",
  equal: "Можно: в целом ничего не потеряется.",
};

/** «Почему не X?», answered when the cursor rests. */
export function Why({ picture, mentor, mentee }: { picture: Picture; mentor: ReadyMentor; mentee: ReadyMentee }) {
  const [answer, setAnswer] = useState<WhyNot | null>(null);
  useEffect(() => {
    setAnswer(null);
    const patience = setTimeout(() => {
      setAnswer(whyNot(picture.prepared, picture.best(), { mentor: mentor.code, mentee: mentee.code }));
    }, RESTS_AFTER_MS);
    return () => {
      clearTimeout(patience);
    };
  }, [picture, mentor.code, mentee.code]);
  if (answer?.verdict === "chosen") return null;
  return (
    <div class="why-not">
      <h3>Почему не этот наставник?</h3>
      {answer === null ? (
        <p class="small muted">Считаю…</p>
      ) : (
        <>
          <p class="small">{VERDICTS[answer.verdict]}</p>
          {answer.moves.length > 0 && (
            <ul class="plain small">
              {answer.moves.slice(0, 4).map((move) => (
                <li key={move.mentee}>{moveWords(move, picture.prepared.ready)}</li>
              ))}
              {answer.moves.length > 4 && <li>и ещё перемен: {answer.moves.length - 4}.</li>}
            </ul>
          )}
          <details open={answer.verdict === "forbidden"}>
            <summary class="small">Подробно</summary>
            {answer.sentences.map((sentence) => (
              <p key={sentence} class="small">
                {sentence}
              </p>
            ))}
          </details>
        </>
      )}
    </div>
  );
}

/** How many mentors and directions are tried for one mentee: the school is solved once for each. */
const MOST_TRIED = 6;

/** One more place with those who could help the mentee, one more mentor in what the mentee needs. */
function triesFor({ prepared, best }: Picture, mentee: ReadyMentee): (() => Remedy)[] {
  const { ready, judgeOf } = prepared;
  const mentors = ready.mentors
    .filter((mentor) => mentor.unavailable === null && !isKeptApart(mentor, mentee))
    .sort((a, b) => judgeOf(b)(mentee) - judgeOf(a)(mentee));
  return [
    ...mentors.slice(0, MOST_TRIED).map(({ code }) => (): Remedy => {
      return { kind: "place", about: code, ...withOneMorePlace(prepared, best(), code) };
    }),
    ...mentee.needs.slice(0, MOST_TRIED / 2).map(({ direction }) => (): Remedy => {
      return { kind: "mentor", about: direction, ...withOneMoreMentor(prepared, best(), direction) };
    }),
  ];
}

function helps({ moves }: Remedy, { code }: ReadyMentee): boolean {
  return moves.some((move) => move.mentee === code && move.from === null);
}

/** Why nobody, and what would help: the school is solved again for each remedy, so only when asked. */
export function Nobody({
  picture,
  mentee,
  take,
}: {
  picture: Picture;
  mentee: ReadyMentee;
  take: (step: Step, words: string) => void;
}) {
  const { prepared } = picture;
  const why = useMemo(() => whyNobody(prepared.ready.pool, prepared.terms, mentee.code), [prepared, mentee.code]);
  const [found, setFound] = useState<readonly Remedy[] | null>(null);
  const [left, setLeft] = useState<readonly (() => Remedy)[]>([]);
  useEffect(() => {
    setFound(null);
    setLeft([]);
  }, [picture, mentee.code]);
  useEffect(() => {
    const [next, ...others] = left;
    if (next === undefined) return;
    const patience = setTimeout(() => {
      const remedy = next();
      if (helps(remedy, mentee)) setFound([...(found ?? []), remedy]);
      setLeft(others);
    }, 0);
    return () => {
      clearTimeout(patience);
    };
  }, [left]);
  return (
    <Notice tone="warn" title="Почему пара не нашлась">
      {why.map((sentence) => (
        <p key={sentence} class="small">
          {sentence}
        </p>
      ))}
      {found === null && (
        <Button
          onPress={() => {
            setFound([]);
            setLeft(triesFor(picture, mentee));
          }}
        >
          Что поможет?
        </Button>
      )}
      {left.length > 0 && <Busy>Пробую по одному…</Busy>}
      {found !== null && left.length === 0 && <Remedies found={found} picture={picture} take={take} />}
    </Notice>
  );
}

function Remedies({
  found,
  picture,
  take,
}: {
  found: readonly Remedy[];
  picture: Picture;
  take: (step: Step, words: string) => void;
}) {
  const places = found.filter(({ kind }) => kind === "place").slice(0, 3);
  const mentors = found.filter(({ kind }) => kind === "mentor").slice(0, 3);
  return (
    <ul class="plain small remedies">
      {places.map((remedy) => {
        const mentor = picture.prepared.ready.mentorByCode.get(remedy.about);
        if (mentor === undefined) return null;
        return (
          <li key={remedy.about}>
            Ещё одно место: {mentor.name}.{" "}
            <Button
              kind="link"
              onPress={() => {
                take(
                  { do: "places", mentor: mentor.code, places: Math.max(mentor.capacity, mentor.load) + 1 },
                  `${mentor.name}: ещё одно место на пробу.`,
                );
              }}
            >
              Попробовать
            </Button>
          </li>
        );
      })}
      {mentors.map((remedy) => (
        <li key={remedy.about}>
          Ещё один наставник по направлению «{remedy.about}»: обучить своего или найти у партнёров, во внешнем контуре.
        </li>
      ))}
      {found.length === 0 && <li>Одного шага мало: поищите наставника во внешнем контуре.</li>}
      <li>Пока наставника нет — сопровождение без пары, с участием педагога-психолога.</li>
    </ul>
  );
}
