// What the card knows, in parts that can be opened: roles, pairs, consents, papers, questionnaires, contacts.
import type { CardMore, ConsentOfPerson, PairOfPerson, PersonCard, Place } from "../../person/cardView";
import { counted } from "../../school/counted";
import { Badge, Button } from "../shared/components";
import { day, Facts, Fold } from "./parts";

const SEVERITY = ["владеет уверенно", "небольшие трудности", "заметные трудности", "нужна помощь"];
const TONES: Readonly<Record<ConsentOfPerson["state"], "good" | "warn" | "bad" | "info">> = {
  действует: "good",
  истекает: "warn",
  истекло: "bad",
  отозвано: "bad",
  "ещё не начало действовать": "info",
};

/** «ждёт 23 дня», «ждёт первый день». */
export function waitingInWords(days: number): string {
  return days === 0 ? "ждёт первый день" : `ждёт ${counted(days, ["день", "дня", "дней"])}`;
}

interface RolePart {
  card: PersonCard;
  more: CardMore | null;
  onStatus: () => void;
}

/** The mentor's row, in words. */
export function MentorPart({ card, more, onStatus }: RolePart) {
  const { mentor } = card;
  if (!mentor) return null;
  const capacity = more?.capacity ?? mentor.capacity;
  const free = capacity === null ? null : Math.max(0, capacity - mentor.load);
  return (
    <Fold title="Наставник" hint={`— ${mentor.status ?? "без статуса"}`}>
      <Facts
        facts={[
          ["Места", capacity === null ? `занято ${mentor.load}` : `свободно ${free ?? 0} из ${capacity}`],
          ["Помогает в", mentor.competences.join(", ")],
          ["Время", mentor.hoursPerMonth === null ? null : `${mentor.hoursPerMonth} ч в месяц`],
          ["Формат", mentor.formats.join(", ")],
          ["Желает", mentor.wishedCategories.join(", ")],
          ["Достижения", mentor.achievements],
          ["Интересы", mentor.interests],
          ["Совет", mentor.recommendation],
          ["Утверждён", day(mentor.approvedOn)],
          ["Обучен", day(mentor.trainedOn)],
          ["В банке с", day(mentor.joinedOn)],
          ["Примечание", mentor.note],
        ]}
      />
      <div>
        <Button onPress={onStatus}>Сменить статус</Button>
      </div>
    </Fold>
  );
}

/** The mentee's row, in words. */
export function MenteePart({ card, more, onStatus }: RolePart) {
  const { mentee } = card;
  if (!mentee) return null;
  const waiting = mentee.waitingDays === null ? "" : `, ${waitingInWords(mentee.waitingDays)}`;
  const measured = more?.difficulties ?? [];
  return (
    <Fold title="Наставляемый" hint={`— ${mentee.status ?? "без статуса"}${waiting}`}>
      <Facts
        facts={[
          ["Запрос", mentee.request],
          ["Категория", mentee.category],
          ["Затруднения", measured.length > 0 ? null : mentee.difficulties.join(", ")],
        ]}
      />
      {measured.length > 0 && (
        <ul class="plain small">
          {measured.map(({ direction, severity }) => (
            <li key={direction}>
              {direction} — <span class="muted">{SEVERITY[severity] ?? severity}</span>
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          ["Опора", mentee.strengths],
          ["Формат", mentee.preferredFormat],
          ["Ждёт с", mentee.waitingDays === null ? null : day(mentee.waitingSince)],
          ["Сопровождает", mentee.support],
          ["В программе", mentee.joinedOn && `с ${day(mentee.joinedOn)}`],
          ["Прошёл", mentee.completion],
          ["Результаты", mentee.results],
          ["Обновлено", day(mentee.updatedOn)],
          ["Примечание", mentee.note],
        ]}
      />
      {(more?.requests ?? [])
        .filter(({ wording }) => wording !== mentee.request)
        .map((request) => (
          <p key={request.wording} class="small">
            <span class="muted">{[day(request.doneOn), request.urgency].filter(Boolean).join(", ")}:</span>{" "}
            {request.wording}
            {request.decision && ` Решение: ${request.decision}`}
          </p>
        ))}
      <div>
        <Button onPress={onStatus}>Сменить статус</Button>
      </div>
    </Fold>
  );
}

function PairLine({ pair, onChoose }: { pair: PairOfPerson; onChoose: (person: string) => Promise<void> }) {
  const term = [pair.startsOn && `с ${day(pair.startsOn)}`, pair.endsOn && `по ${day(pair.endsOn)}`]
    .filter(Boolean)
    .join(" ");
  return (
    <li class="line">
      <span>
        {pair.role === "mentor" ? "ведёт: " : "наставник: "}
        {pair.partners.map((partner, index) => (
          <span key={`${partner.code}${partner.fullName}`}>
            {index > 0 && ", "}
            {partner.code === "" ? (
              partner.fullName
            ) : (
              <Button kind="link" onPress={() => onChoose(partner.code)}>
                {partner.fullName}
              </Button>
            )}
          </span>
        ))}
      </span>
      <span class="small muted">
        {[pair.status, pair.mentoringForm, term, pair.endReason].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

/** Pairs now and before. */
export function PairsPart({ card, onChoose }: { card: PersonCard; onChoose: (person: string) => Promise<void> }) {
  if (card.pairs.length === 0) return null;
  const now = card.pairs.filter(({ stage }) => stage !== "over");
  const before = card.pairs.length - now.length;
  const hint = [`сейчас ${now.length}`, before > 0 && `раньше ${before}`].filter(Boolean).join(", ");
  return (
    <Fold title="Пары" hint={`— ${hint}`}>
      <ul class="list">
        {card.pairs.map((pair) => (
          <PairLine key={`${pair.code}${pair.role}`} pair={pair} onChoose={onChoose} />
        ))}
      </ul>
    </Fold>
  );
}

/** Consents in force, missing, running out, withdrawn. */
export function ConsentsPart({ card, onRecord }: { card: PersonCard; onRecord: () => void }) {
  const held = card.consents.filter(({ state }) => state === "действует" || state === "истекает").length;
  const lacking = card.missingConsents.length;
  if (held + lacking + card.consents.length === 0) return null;
  const hint = [held > 0 && `есть ${held}`, lacking > 0 && `не хватает ${lacking}`].filter(Boolean).join(", ");
  return (
    <Fold title="Согласия" hint={`— ${hint === "" ? "действующих нет" : hint}`}>
      <ul class="list">
        {card.missingConsents.map((kind) => (
          <li key={kind} class="line">
            <span>
              {kind} <Badge tone="bad">нет</Badge>
            </span>
          </li>
        ))}
        {card.consents.map((consent) => (
          <li key={consent.code} class="line">
            <span>
              {consent.kind} <Badge tone={TONES[consent.state]}>{consent.state}</Badge>
            </span>
            <span class="small muted">
              {[
                `от ${day(consent.givenOn)}`,
                consent.validUntil && `до ${day(consent.validUntil)}`,
                consent.withdrawnOn && `отозвано ${day(consent.withdrawnOn)}`,
                consent.paper,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {lacking > 0 && <Button onPress={onRecord}>Записать согласия</Button>}
    </Fold>
  );
}

function Link({ href, children }: { href: string | null; children: string }) {
  if (href === null) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** Programmes with their progress, and papers. */
export function PapersPart({ more }: { more: CardMore }) {
  const { programmes, papers } = more;
  if (programmes.length + papers.length === 0) return null;
  return (
    <Fold title="Программы и документы" hint={`— ${programmes.length + papers.length}`}>
      <ul class="list">
        {programmes.map((one) => (
          <li key={one.code} class="line">
            <Link href={one.link}>{`Программа пары ${one.pair}`}</Link>
            <span class="small muted">
              {[one.status, one.term, `выполнено ${one.done} из ${one.activities}`].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
        {papers.map((one) => (
          <li key={one.code} class="line">
            <Link href={one.link}>{one.title}</Link>
            <span class="small muted">{one.status}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Questionnaires: invited, reminded, answered. */
export function QuestionnairesPart({ more }: { more: CardMore }) {
  const { questionnaires } = more;
  if (questionnaires.length === 0) return null;
  const answered = questionnaires.filter(({ answeredOn }) => answeredOn !== null).length;
  return (
    <Fold title="Анкеты" hint={`— отвечено ${answered} из ${questionnaires.length}`}>
      <ul class="list">
        {questionnaires.map((one) => (
          <li key={one.code} class="line">
            <span>{one.title}</span>
            <span class="small muted">
              {[
                one.status,
                one.sentOn && `отправлена ${day(one.sentOn)}`,
                one.reminders > 0 && `напоминаний ${one.reminders}`,
                one.answeredOn && `ответ ${day(one.answeredOn)}`,
                one.trouble,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What «Педагоги» says: work, contacts, the last update. */
export function AboutPart({ card }: { card: PersonCard }) {
  const away = card.awayFrom && `с ${day(card.awayFrom)}${card.awayUntil ? ` по ${day(card.awayUntil)}` : ""}`;
  return (
    <Fold title="Сведения и контакты" hint={card.updatedOn ? `— от ${day(card.updatedOn)}` : "— не подтверждались"}>
      <Facts
        facts={[
          ["Почта", card.email],
          ["Телефон", card.phone],
          ["Занятость", [card.employment, away].filter(Boolean).join(" ")],
          ["Категория", card.category],
          ["Принят(а)", day(card.hiredOn)],
          ["Образование", card.education],
          ["Год рожд.", card.birthYear],
          ["Тип", card.kind],
          ["Место работы", card.workplace],
          ["Примечание", card.note],
          ["Код", card.code],
        ]}
      />
      {card.missing.length > 0 && <p class="small">Не заполнено: {card.missing.join("; ")}.</p>}
    </Fold>
  );
}

/** Where the person stands in the workbook. */
export function PlacesPart({ places, onShow }: { places: readonly Place[]; onShow: (place: Place) => Promise<void> }) {
  return (
    <div class="row small">
      <span class="muted">Строка на вкладке:</span>
      {places.map((place) => (
        <Button key={place.tab} kind="link" onPress={() => onShow(place)}>
          {place.tab}
        </Button>
      ))}
    </div>
  );
}
