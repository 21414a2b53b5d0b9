// Writing the confirmed pairs: all or none, every rule anew, forms and kinds with what they demand.
import { pairingSchool, plainPair } from "../../test/pairingStand";
import { mentees, MENTEE_STATUS } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { PAIR_STATUS, pairs } from "./pairs.table";
import type { PairToSave, SavedPairs } from "./pairingView";
import { savePairs } from "./savePairs";
import { saveTerms } from "./terms";

const day = (text: string): CalendarDate => text as CalendarDate;
const BOTH = [plainPair("Н-001", "М-001"), plainPair("Н-002", "М-002")];
const TO_DO = "Обновите окно и выберите другого наставника или уберите эту пару.";
const ICT = "ИКТ и цифровая среда";

const whyRefused = ({ refused }: SavedPairs): string => refused.flatMap(({ reasons }) => reasons).join(" ");

describe("saving pairs", () => {
  test("writes them once with form, kind, term and grounds, however often it is asked", () => {
    const wb = pairingSchool();
    expect(savePairs(wb, BOTH)).toEqual({ saved: ["П-2026-01", "П-2026-02"], already: [], refused: [] });
    expect(savePairs(wb, [...BOTH, ...BOTH])).toMatchObject({ saved: [], refused: [] });
    expect(wb.all(pairs)).toHaveLength(2);
    expect(wb.find(pairs, "П-2026-01")).toMatchObject({
      status: PAIR_STATUS.proposed,
      mentorName: "Ландышева Вера Павловна",
      menteeNames: "Снегирёва Анна Олеговна",
      mentoringForm: "педагог — педагог",
      mentoringKinds: ["традиционное"],
      directions: ["Методика обучения", "Работа с родителями"],
      schoolYear: "2026/2027",
      startsOn: "2026-09-10",
      endsOn: "2027-05-31",
    });
    expect(wb.journal).toHaveLength(1);
  });

  test("no points are written anywhere: nobody is ranked", () => {
    const wb = pairingSchool();
    savePairs(wb, BOTH);
    expect(JSON.stringify(wb.all(pairs))).not.toMatch(/балл/);
  });

  test("a pair made late in the year still lasts three months", () => {
    const wb = pairingSchool();
    wb.setSettings(settings, { yearEnd: day("2026-10-01") });
    savePairs(wb, BOTH);
    expect(wb.find(pairs, "П-2026-01")).toMatchObject({ startsOn: "2026-09-10", endsOn: "2026-12-10" });
  });
});

describe("what has changed while the dialog was open", () => {
  test("writes none of them if one has become impossible, and says why", () => {
    const wb = pairingSchool();
    wb.update(people, "Р-002", { employment: "уволен" });
    const answer = savePairs(wb, BOTH);
    expect(answer.saved).toEqual([]);
    expect(answer.refused).toEqual([
      {
        index: 1,
        mentor: "Н-002",
        mentees: ["М-002"],
        mentorName: "Хвойный Пётр Ильич",
        menteeNames: "Дроздов Иван Макарович",
        reasons: ["Хвойный Пётр Ильич сейчас не может быть наставником: занятость — «уволен».", TO_DO],
      },
    ]);
    expect(wb.all(pairs)).toEqual([]);
  });

  test("a mentor or mentee deleted meanwhile is a sentence, not a crash", () => {
    expect(whyRefused(savePairs(pairingSchool(), [plainPair("Н-099", "М-001")]))).toContain(
      "Наставника больше нет на вкладке «Наставники»",
    );
    expect(whyRefused(savePairs(pairingSchool(), [plainPair("Н-001", "М-001", "М-099")]))).toContain(
      "Наставляемого больше нет на вкладке «Наставляемые»",
    );
  });

  test("a mentee to whom another curator has given a mentor is refused, though some directions are still free", () => {
    const wb = pairingSchool();
    savePairs(wb, [plainPair("Н-002", "М-001")]);
    wb.update(mentors, "Н-001", { competences: ["Работа с родителями"] });
    const answer = savePairs(wb, [plainPair("Н-001", "М-001")]);
    expect(whyRefused(answer)).toContain(
      "У наставляемого уже есть наставник (Снегирёва Анна Олеговна): Хвойный Пётр Ильич, пара П-2026-01. Второй возможен только по другому направлению.",
    );
    expect(wb.all(pairs)).toHaveLength(1);
  });

  test("a ban that was written meanwhile holds", () => {
    const wb = pairingSchool();
    saveTerms(wb, { add: [{ kind: "ban", mentor: "Н-001", mentee: "М-001", note: "" }], remove: [] });
    expect(whyRefused(savePairs(wb, BOTH))).toContain("Куратор запретил эту пару");
  });

  test("a form or a kind that is in no dictionary any more is named", () => {
    const wb = pairingSchool({ mentoringForms: ["педагог — педагог"], mentoringKinds: ["традиционное"] });
    const answer = savePairs(wb, [{ ...plainPair("Н-001", "М-001"), form: "мастер — ученик", kinds: ["летучее"] }]);
    expect(answer.refused[0]?.reasons).toEqual([
      "В справочнике больше нет строки «мастер — ученик»: обновите окно и выберите другую.",
      "В справочнике больше нет строки «летучее»: обновите окно и выберите другую.",
    ]);
  });
});

describe("places", () => {
  test("two pairs for one place: the second is refused", () => {
    const answer = savePairs(pairingSchool(), [plainPair("Н-001", "М-001"), plainPair("Н-001", "М-002")]);
    expect(answer.refused.map((pair) => pair.reasons)).toEqual([
      ["У наставника нет свободных мест (Ландышева Вера Павловна): занято 1 из 1.", TO_DO],
    ]);
  });

  test("are shared by all groups of a mentor: each mentee takes one", () => {
    const wb = pairingSchool();
    wb.update(mentors, "Н-002", { capacity: 3 });
    wb.update(mentees, "М-003", { difficulties: ["Методика обучения"] });
    expect(savePairs(wb, [plainPair("Н-002", "М-001", "М-002")]).saved).toHaveLength(1);
    wb.update(mentors, "Н-002", { capacity: 2 });
    expect(whyRefused(savePairs(wb, [plainPair("Н-002", "М-003")]))).toContain("занято 2 из 2");
    const other = pairingSchool();
    other.update(mentors, "Н-002", { capacity: 1 });
    expect(whyRefused(savePairs(other, [plainPair("Н-002", "М-001", "М-002")]))).toContain("нужно 2, свободно 1");
  });

  test("0 of them, or words in place of the number, take nobody, and the sentence says what to mend", () => {
    const wb = pairingSchool();
    wb.update(mentors, "Н-001", { capacity: 0 });
    expect(whyRefused(savePairs(wb, BOTH))).toContain("в банке указано 0 мест");
    wb.type(mentors, "Н-001", "capacity", "пока никого");
    expect(whyRefused(savePairs(wb, BOTH))).toContain(
      "вместо числа мест записано «пока никого»; исправьте столбец «Макс. число наставляемых»",
    );
  });
});

describe("groups", () => {
  test("are one row with what all of them need, as the kind «групповое»", () => {
    const wb = pairingSchool();
    wb.update(mentors, "Н-001", { capacity: 2 });
    expect(savePairs(wb, [plainPair("Н-001", "М-002", "М-001", "М-002")]).saved).toEqual(["П-2026-01"]);
    expect(wb.all(pairs)[0]).toMatchObject({
      mentees: ["М-001", "М-002"],
      menteeNames: "Снегирёва Анна Олеговна; Дроздов Иван Макарович",
      mentoringKinds: ["групповое"],
      directions: ["Методика обучения"],
      grounds: "Затруднения наставляемых совпадают с компетенциями наставника: Методика обучения.",
    });
    // Asked for again, also one by one, they are together already.
    expect(savePairs(wb, [plainPair("Н-001", "М-002")])).toEqual({ saved: [], already: ["П-2026-01"], refused: [] });
  });
});

describe("each kind demands its own", () => {
  const asked = (kinds: string[], more: Partial<PairToSave> = {}) => {
    const wb = pairingSchool();
    const answer = savePairs(wb, [{ ...plainPair("Н-001", "М-001"), kinds, ...more }]);
    return { why: whyRefused(answer), row: wb.all(pairs)[0] };
  };

  test.each([
    ["групповое", "не меньше двух наставляемых"],
    ["краткосрочное", "запишите встречи и цель каждой"],
    ["реверсивное", "наставник моложе или опыта у него меньше, либо направление — «ИКТ и цифровая среда»"],
    ["скоростное", "укажите её день"],
    ["виртуальное", "укажите канал связи"],
  ])("%s", (kind, why) => {
    expect(asked([kind]).why).toContain(why);
  });

  test("a single meeting lasts its one day, short-term mentoring half a year at most", () => {
    expect(asked(["скоростное"], { meetingOn: "2026-10-12" }).row).toMatchObject({
      meetingOn: "2026-10-12",
      startsOn: "2026-10-12",
      endsOn: "2026-10-12",
    });
    expect(asked(["краткосрочное"], { goals: "12.10: открытый урок" }).row).toMatchObject({
      startsOn: "2026-09-10",
      endsOn: "2027-03-10",
      goals: "12.10: открытый урок",
    });
    expect(asked(["скоростное"], { meetingOn: "скоро" }).why).toContain("День встречи не похож на дату");
  });

  test("kinds combine, and a channel by itself means that the two meet from afar", () => {
    expect(asked(["традиционное", "виртуальное"], { channel: "видеосвязь" }).row).toMatchObject({
      mentoringKinds: ["традиционное", "виртуальное"],
      channel: "видеосвязь",
    });
    expect(asked([], { channel: "видеосвязь" }).row?.mentoringKinds).toEqual(["традиционное", "виртуальное"]);
  });

  test("the curator may choose another form and fewer directions, but none in which the mentor does not help", () => {
    expect(asked([], { form: "иное", directions: ["Работа с родителями"] }).row).toMatchObject({
      mentoringForm: "иное",
      directions: ["Работа с родителями"],
    });
    expect(asked([], { directions: [ICT] }).why).toContain(`не помогает по направлению «${ICT}»`);
  });
});

describe("the mirrored pair", () => {
  const reverseSchool = () => {
    const wb = pairingSchool();
    wb.add(mentors, { person: "Р-003", competences: [ICT], status: "действующий" });
    wb.add(mentees, { person: "Р-001", status: "ожидает подбора", difficulties: [ICT] });
    return wb;
  };
  const mirrored = { ...plainPair("Н-001", "М-001"), mirrors: true };

  test("is written with the roles swapped, each naming the other, and is no duplicate", () => {
    const wb = reverseSchool();
    expect(savePairs(wb, [mirrored]).saved).toEqual(["П-2026-01", "П-2026-02"]);
    expect(wb.find(pairs, "П-2026-01")).toMatchObject({ mentoringKinds: ["традиционное"], mirrors: "П-2026-02" });
    expect(wb.find(pairs, "П-2026-02")).toMatchObject({
      mentor: "Н-003",
      mentees: ["М-004"],
      mentoringKinds: ["реверсивное"],
      directions: [ICT],
      mirrors: "П-2026-01",
    });
    expect(savePairs(wb, [mirrored])).toMatchObject({ saved: [], refused: [] });
  });

  test("needs both roles of both, and only two people", () => {
    expect(whyRefused(savePairs(pairingSchool(), [mirrored]))).toContain(
      "в банке наставников нет такого человека: Снегирёва Анна Олеговна",
    );
    const wb = reverseSchool();
    wb.update(mentors, "Н-001", { capacity: 2 });
    expect(whyRefused(savePairs(wb, [{ ...plainPair("Н-001", "М-001", "М-002"), mirrors: true }]))).toContain(
      "Встречная пара бывает только у двоих",
    );
    expect(wb.all(pairs)).toEqual([]);
  });

  test("is under the same rules: if it may not be, neither is written", () => {
    const wb = reverseSchool();
    wb.update(mentors, "Н-003", { competences: ["Ведение документации"] });
    expect(whyRefused(savePairs(wb, [mirrored]))).toContain("Встречная пара: Снегирёва Анна Олеговна не помогает");
    expect(wb.all(pairs)).toEqual([]);
  });
});

describe("a second mentor", () => {
  const secondSchool = () => {
    const wb = pairingSchool();
    savePairs(wb, [plainPair("Н-002", "М-001")]);
    return wb;
  };

  test("is possible in another direction, if the curator knows of the first", () => {
    const wb = secondSchool();
    expect(savePairs(wb, [{ ...plainPair("Н-001", "М-001"), second: true }]).saved).toEqual(["П-2026-02"]);
    expect(wb.find(pairs, "П-2026-02")?.directions).toEqual(["Работа с родителями"]);
  });

  test("is possible without a word where the mentee waits again beside a pair in force", () => {
    const wb = secondSchool();
    wb.update(pairs, "П-2026-01", { status: PAIR_STATUS.active });
    wb.update(mentees, "М-001", { status: MENTEE_STATUS.waitingAgain });
    expect(savePairs(wb, [plainPair("Н-001", "М-001")]).saved).toEqual(["П-2026-02"]);
  });

  test("is refused in the direction of the first", () => {
    const wb = secondSchool();
    const directions = ["Методика обучения", "Работа с родителями"];
    expect(whyRefused(savePairs(wb, [{ ...plainPair("Н-001", "М-001"), directions, second: true }]))).toContain(
      "По направлению «Методика обучения» у наставляемого уже есть наставник (Снегирёва Анна Олеговна): Хвойный Пётр Ильич.",
    );
  });
});
