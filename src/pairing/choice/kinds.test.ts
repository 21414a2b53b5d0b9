// The kinds of mentoring and what each demands of a pair.
import fc from "fast-check";
import { DEFAULT_MENTORING_KINDS } from "../../school/mentoringForms";
import type { CalendarDate } from "../../workbook/calendarDate";
import { againstKinds, isSingleMeeting, KIND, KINDS, type PairOfKinds } from "./kinds";

const day = (text: string) => text as CalendarDate;

function pair(change: Partial<PairOfKinds>): PairOfKinds {
  return {
    kinds: [KIND.traditional],
    mentees: 1,
    directions: ["Методика обучения"],
    startsOn: day("2026-09-01"),
    endsOn: day("2027-05-31"),
    goals: null,
    meetingOn: null,
    channel: null,
    lead: 10,
    ...change,
  };
}

describe("the kinds of mentoring", () => {
  test("are all those of the field's list", () => {
    expect(KINDS.map(({ name }) => name)).toEqual([...DEFAULT_MENTORING_KINDS]);
  });

  test.each([
    ["one to one with two mentees", { mentees: 2 }, "один на один"],
    ["a group of one", { kinds: [KIND.group] }, "не меньше двух"],
    ["a short one without goals", { kinds: [KIND.short], endsOn: day("2026-11-01") }, "Цели встреч"],
    ["a short one of nine months", { kinds: [KIND.short], goals: "1. Разбор урока" }, "не дольше 6 месяцев"],
    ["a reverse one where the older teaches the younger", { kinds: [KIND.reverse] }, "реверсивном"],
    ["a reverse one where ages and experience are unknown", { kinds: [KIND.reverse], lead: null }, "реверсивном"],
    ["a speed one without its meeting", { kinds: [KIND.speed] }, "одна встреча"],
    ["a speed one after its end", { kinds: [KIND.speed], meetingOn: day("2027-06-01") }, "не попадает в срок"],
    ["a virtual one without a channel", { kinds: [KIND.virtual], channel: " " }, "канал связи"],
  ])("%s is refused", (_, change, words) => {
    expect(againstKinds(pair(change))).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ["one to one", {}],
    ["a group of three, one of the old names beside it", { kinds: [KIND.traditional, KIND.group], mentees: 3 }],
    ["a short one with goals", { kinds: [KIND.short], goals: "1. Разбор урока", endsOn: day("2026-12-01") }],
    ["a reverse one by experience", { kinds: [KIND.reverse], lead: -3 }],
    ["a reverse one by direction", { kinds: [KIND.reverse], directions: ["ИКТ и цифровая среда"] }],
    ["a virtual situational one", { kinds: [KIND.situational, KIND.virtual], channel: "видеосвязь" }],
    ["the school's own kind", { kinds: ["шефское"], mentees: 4 }],
  ])("%s is fine", (_, change) => {
    expect(againstKinds(pair(change))).toEqual([]);
  });

  test("every kind of a combination must hold: what is against one of them is against all together", () => {
    fc.assert(
      fc.property(
        fc.subarray([...DEFAULT_MENTORING_KINDS]),
        fc.record({
          mentees: fc.integer({ min: 1, max: 4 }),
          goals: fc.constantFrom(null, "1. Цель"),
          channel: fc.constantFrom(null, "почта"),
          lead: fc.constantFrom(null, -1, 1),
          meetingOn: fc.constantFrom(null, day("2026-10-01")),
        }),
        (kinds, change) => {
          const together = againstKinds(pair({ ...change, kinds }));
          const apart = kinds.flatMap((kind) => againstKinds(pair({ ...change, kinds: [kind] })));
          // A group is no longer one to one; nothing else is forgiven by a further kind.
          const forgiven = kinds.includes(KIND.group) ? apart.filter((one) => !one.includes("один на один")) : apart;
          expect(together).toEqual(forgiven);
        },
      ),
    );
  });

  test("a single meeting alone is no programme; together with another kind it is a part of one", () => {
    expect(isSingleMeeting([KIND.speed])).toBe(true);
    expect(isSingleMeeting([KIND.speed, KIND.group])).toBe(false);
    expect(isSingleMeeting([])).toBe(false);
  });
});
