// Two different people are never joined, and it does not matter which list is called the old one.
import * as fc from "fast-check";
import { compared, comparePeople, type Known } from "./comparePeople";
import { matchPeople } from "./matchPeople";

function known(patch: Partial<Known> & { fullName: string }): Known {
  const nothing = { email: null, phone: null, birthYear: null, post: null, subject: null, hiredOn: null };
  return { id: "1", code: null, ...nothing, before: {}, ...patch };
}

function verdict(left: Partial<Known> & { fullName: string }, right: Partial<Known> & { fullName: string }): string {
  return comparePeople(compared(known(left)), compared(known(right))).verdict;
}

const IVANOV = "Иванов Иван Ильич";

describe("two records", () => {
  test.each<[string, Partial<Known> & { fullName: string }, Partial<Known> & { fullName: string }, string]>([
    [
      "same name, ё and case aside",
      { fullName: "Соловьёва Алёна Петровна" },
      { fullName: "СОЛОВЬЕВА АЛЕНА ПЕТРОВНА" },
      "same",
    ],
    ["same name, other e-mail", { fullName: IVANOV, email: "a@x.ru" }, { fullName: IVANOV, email: "b@x.ru" }, "maybe"],
    [
      "same name, other birth year",
      { fullName: IVANOV, birthYear: 1970 },
      { fullName: IVANOV, birthYear: 1999 },
      "maybe",
    ],
    ["same name, other post", { fullName: IVANOV, post: "учитель" }, { fullName: IVANOV, post: "завхоз" }, "maybe"],
    [
      "same name, other post, same telephone",
      { fullName: IVANOV, post: "учитель", phone: "+79161234567" },
      { fullName: IVANOV, post: "методист", phone: "+79161234567" },
      "same",
    ],
    [
      "same e-mail, initials",
      { fullName: IVANOV, email: "a@x.ru" },
      { fullName: "Иванов И. И.", email: "a@x.ru" },
      "same",
    ],
    ["initials and nothing else", { fullName: IVANOV }, { fullName: "Иванов И. И." }, "maybe"],
    ["initials of somebody else", { fullName: IVANOV }, { fullName: "Иванов П. И." }, "different"],
    [
      "same code, other name",
      { fullName: IVANOV, code: "Р-001" },
      { fullName: "Петров Пётр Ильич", code: "Р-001" },
      "maybe",
    ],
    ["same code, initials", { fullName: IVANOV, code: "Р-001" }, { fullName: "Иванов И. И.", code: "Р-001" }, "same"],
    ["one letter apart", { fullName: "Иванова Наталья Ильинична" }, { fullName: "Иванова Наталия Ильинична" }, "maybe"],
    [
      "other surname, same e-mail",
      { fullName: "Иванова Анна Ильинична", email: "a@x.ru" },
      { fullName: "Петрова Анна Ильинична", email: "a@x.ru" },
      "maybe",
    ],
    ["namesakes by surname only", { fullName: IVANOV }, { fullName: "Иванов Пётр Петрович" }, "different"],
  ])("%s", (_, left, right, expected) => {
    expect(verdict(left, right)).toBe(expected);
    expect(verdict(right, left)).toBe(expected);
  });
});

describe("two lists", () => {
  test("namesakes in the bank are a question, not a guess", () => {
    const bank = [known({ id: "Р-001", fullName: IVANOV }), known({ id: "Р-002", fullName: IVANOV })];
    const { same, maybe } = matchPeople(bank, [known({ id: "5", fullName: IVANOV })]);
    expect(same.size).toBe(0);
    expect(maybe.get("5")?.map(({ id }) => id)).toEqual(["Р-001", "Р-002"]);
  });

  test("a mailbox that the whole school shares joins nobody", () => {
    const shared = "school@x.ru";
    const bank = [
      known({ id: "Р-001", fullName: IVANOV, email: shared }),
      known({ id: "Р-002", fullName: "Петрова Анна Львовна", email: shared }),
    ];
    const list = [
      known({ id: "1", fullName: "Петрова Анна Львовна", email: shared }),
      known({ id: "2", fullName: "Сидорова Ольга Львовна", email: shared }),
    ];
    const { same, maybe } = matchPeople(bank, list);
    expect([...same]).toEqual([["1", "Р-002"]]);
    expect(maybe.size).toBe(0);
  });

  test("a sister who is in both lists is not taken for a misprint", () => {
    const sisters = ["Иванова Мария Петровна", "Иванова Марина Петровна"];
    const bank = sisters.map((fullName, index) => known({ id: `Р-00${index}`, fullName }));
    const { same, maybe } = matchPeople(
      bank,
      sisters.map((fullName, index) => known({ id: String(index), fullName })),
    );
    expect(same.size).toBe(2);
    expect(maybe.size).toBe(0);
  });
});

/** A person of a small invented town where names repeat a lot; `truth` says who it really is. */
interface Citizen {
  truth: number;
  known: Known;
}

const pick = (...options: string[]) => fc.constantFrom(...options);
const citizens: fc.Arbitrary<Citizen[]> = fc
  .array(
    fc.record({
      last: pick("Иванов", "Петров", "Ковалёв"),
      first: pick("Иван", "Игорь", "Пётр"),
      middle: pick("Ильич", "Игоревич"),
      email: fc.option(fc.nat(30), { nil: null }),
      birthYear: fc.option(fc.integer({ min: 1960, max: 1990 }), { nil: null }),
      post: fc.option(pick("учитель", "завуч"), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map((draft, truth) => ({
      truth,
      known: known({
        id: String(truth),
        fullName: `${draft.last} ${draft.first} ${draft.middle}`,
        // A personal address belongs to one person only.
        email: draft.email === null ? null : `box${truth}@x.ru`,
        birthYear: draft.birthYear,
        post: draft.post,
      }),
    })),
  );

/** The same citizens as another list writes them. */
function rewritten(people: readonly Citizen[], how: readonly number[]): Citizen[] {
  const spell = [
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.replace(/ё/g, "е"),
    (name: string) => `  ${name.replace(/ /g, "  ")} `,
  ];
  return people.map(({ truth, known: person }, index) => ({
    truth,
    known: {
      ...person,
      id: `row${truth}`,
      fullName: (spell[(how[index] ?? 0) % spell.length] ?? String)(person.fullName),
    },
  }));
}

test("whoever is joined has the same full name or an initial of it, and nothing that contradicts", () => {
  fc.assert(
    fc.property(citizens, citizens, (bank, others) => {
      const strangers = others.map(({ known: person }) => ({
        ...person,
        id: `x${person.id}`,
        email: person.email && `x${person.email}`,
      }));
      const { same } = matchPeople(
        bank.map(({ known: person }) => person),
        strangers,
      );
      for (const [from, to] of same) {
        const incoming = strangers.find(({ id }) => id === from);
        const existing = bank.find(({ known: person }) => person.id === to)?.known;
        expect(incoming?.fullName).toBe(existing?.fullName);
        expect(incoming?.email && existing?.email).toBeNull();
        if (incoming?.birthYear && existing?.birthYear) expect(incoming.birthYear).toBe(existing.birthYear);
      }
    }),
  );
});

test("a rewritten list finds its own people and nobody else", () => {
  fc.assert(
    fc.property(citizens, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (people, how) => {
      const { same } = matchPeople(
        people.map(({ known: person }) => person),
        rewritten(people, how).map(({ known: person }) => person),
      );
      for (const [from, to] of same) expect(from).toBe(`row${to}`);
    }),
  );
});

test("swapping the lists or shuffling them gives the same pairs", () => {
  fc.assert(
    fc.property(citizens, citizens, fc.nat(), (left, right, turn) => {
      const old = left.map(({ known: person }) => person);
      const list = right.map(({ known: person }) => ({ ...person, id: `row${person.id}` }));
      const cut = list.length === 0 ? 0 : turn % list.length;
      const shuffled = [...list.slice(cut), ...list.slice(0, cut)].reverse();
      const there = matchPeople(old, list).same;
      const back = matchPeople(list, old).same;
      const again = matchPeople(old, shuffled).same;
      expect(new Set([...there].map(([from, to]) => `${from}=${to}`))).toEqual(
        new Set([...back].map(([from, to]) => `${to}=${from}`)),
      );
      expect(new Map([...again].sort())).toEqual(new Map([...there].sort()));
    }),
  );
});
