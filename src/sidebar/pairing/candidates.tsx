// The candidates of one mentee: who suits best, what speaks for and against, and why another mentor is not offered.
import { useState } from "preact/hooks";
import type { MentorPlaces, RankedCandidate, WaitingMentee, WhyNot } from "../../pairing/pairingView";
import { server } from "../shared/client";
import { Badge, Button, Notice, SelectField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

function Reasons({ candidate }: { candidate: RankedCandidate }) {
  return (
    <ul class="list small" style={{ gap: "2px" }}>
      {candidate.reasons.map((reason) => (
        <li key={reason.key} class={`reason ${reason.stance}`}>
          {reason.text}
        </li>
      ))}
    </ul>
  );
}

function Candidate({
  candidate,
  free,
  chosen,
  onChoose,
}: {
  candidate: RankedCandidate;
  free: number;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  return (
    <article class={chosen ? "card selected" : "card"}>
      <div class="row between">
        <b>{candidate.name}</b>
        <Badge tone={free > 0 ? "info" : "warn"}>{free > 0 ? `свободных мест: ${free}` : "мест нет"}</Badge>
      </div>
      <Reasons candidate={candidate} />
      <div class="row">
        {chosen ? (
          <Button
            onPress={() => {
              onChoose(false);
            }}
          >
            Снять выбор
          </Button>
        ) : (
          <Button
            kind="primary"
            disabled={free <= 0}
            onPress={() => {
              onChoose(true);
            }}
          >
            Выбрать
          </Button>
        )}
      </div>
    </article>
  );
}

/** «Почему не этот наставник?» for anybody in the bank. */
function AskWhyNot({ mentee, mentors }: { mentee: WaitingMentee; mentors: readonly MentorPlaces[] }) {
  const [mentor, setMentor] = useState("");
  const [answer, setAnswer] = useState<WhyNot | null>(null);
  const { error, run } = useAction();
  const offered = new Set(mentee.candidates.map((candidate) => candidate.mentor));
  const others = mentors.filter((one) => !offered.has(one.code));
  if (others.length === 0) return null;
  return (
    <div class="stack">
      <SelectField
        name="Почему не предложен другой наставник?"
        value={mentor}
        options={[
          { value: "", label: "выберите наставника" },
          ...others.map((one) => ({ value: one.code, label: one.name })),
        ]}
        onChange={(code) => {
          setMentor(code);
          setAnswer(null);
          if (code !== "")
            void run(async () => {
              setAnswer(await server.whyNot({ mentor: code, mentee: mentee.code }));
            });
        }}
      />
      {error !== null && <Trouble error={error} />}
      {answer && (
        <Notice>
          {answer.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

/** Everything about one mentee's choice. */
export function CandidateList({
  mentee,
  mentors,
  chosen,
  freePlaces,
  onChoose,
}: {
  mentee: WaitingMentee;
  mentors: readonly MentorPlaces[];
  chosen: string | null;
  freePlaces: (mentor: MentorPlaces) => number;
  onChoose: (mentor: string | null) => void;
}) {
  const byCode = new Map(mentors.map((mentor) => [mentor.code, mentor]));
  return (
    <div class="candidates" aria-live="polite">
      <h2>{mentee.name}</h2>
      {mentee.difficulties.length > 0 && (
        <div class="row">
          {mentee.difficulties.map((difficulty) => (
            <Badge
              key={difficulty.direction}
              tone={difficulty.severity >= 3 ? "bad" : difficulty.severity === 2 ? "warn" : "info"}
            >
              {difficulty.direction}: {difficulty.severity} из 3
            </Badge>
          ))}
        </div>
      )}
      {mentee.nobody.length > 0 && (
        <Notice tone="warn" title="Подходящего наставника нет">
          {mentee.nobody.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {mentee.candidates.map((candidate) => {
        const mentor = byCode.get(candidate.mentor);
        return (
          <Candidate
            key={candidate.mentor}
            candidate={candidate}
            free={mentor ? freePlaces(mentor) + (chosen === candidate.mentor ? 1 : 0) : 0}
            chosen={chosen === candidate.mentor}
            onChoose={(on) => {
              onChoose(on ? candidate.mentor : null);
            }}
          />
        );
      })}
      <AskWhyNot mentee={mentee} mentors={mentors} />
    </div>
  );
}
