// Full names in all cases against names.tsv, which tells whose rules the forms follow; gender, short forms, own forms.
import { readFileSync } from "node:fs";
import path from "node:path";
import { CASES, type Gender } from "./cases";
import { declineName, genderOf, nominativeName } from "./people";

interface Row {
  readonly expected: readonly string[];
  readonly gender: Gender | null;
  /** Usage or the family decides: the program must ask. */
  readonly twoWays: boolean;
}

const ROWS: readonly Row[] = readFileSync(path.join(__dirname, "names.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const cells = line.split("\t");
    const gender = cells[6] === "м" ? "male" : cells[6] === "ж" ? "female" : null;
    return { expected: cells.slice(0, 6), gender, twoWays: cells[7] === "?" };
  });

describe(`full names in all six cases, ${String(ROWS.length)} of them`, () => {
  const made = ROWS.map((row) => {
    const { forms, doubts } = declineName(row.expected[0] ?? "", row.gender);
    const shown = CASES.map((wanted) => forms[wanted].replace(/\u00a0/g, " "));
    return { ...row, shown, isRight: shown.join() === row.expected.join(), isDoubted: doubts.length > 0 };
  });
  const listed = (rows: typeof made): string[] => rows.map(({ shown }) => shown.join(" | "));

  test("at least 300 names, at least 98 % of them right in all cases", () => {
    const wrong = made.filter(({ isRight }) => !isRight);
    const share = (1 - wrong.length / made.length) * 100;
    console.info(`Full names: ${share.toFixed(1)} % of ${String(made.length)} are right in all six cases.`);
    expect(made.length).toBeGreaterThanOrEqual(300);
    expect(share).toBeGreaterThanOrEqual(98);
  });
  test("none is wrong without being marked for checking", () => {
    expect(listed(made.filter(({ isRight, isDoubted }) => !isRight && !isDoubted))).toEqual([]);
  });
  test("where usage or the family decides, the form is marked for checking", () => {
    expect(listed(made.filter(({ twoWays, isDoubted }) => twoWays && !isDoubted))).toEqual([]);
  });
  test("names about which there is no doubt are not marked", () => {
    expect(listed(made.filter(({ twoWays, isDoubted }) => !twoWays && isDoubted))).toEqual([]);
  });
});

describe("a form that cannot be known is left alone and marked", () => {
  test.each([
    ["only a surname", "Черных"],
    ["a surname with initials", "Иванов И. И."],
    ["initials without a space", "И.И. Иванов"],
    ["a first name that fits both", "Иванов Саша"],
    ["no Russian name at all", "Nguyen Van An"],
  ])("%s", (_what, name) => {
    const declined = declineName(name);
    expect(declined.gender).toBeNull();
    expect(declined.forms.dative.replace(/\u00a0/g, " ")).toBe(declined.forms.nominative.replace(/\u00a0/g, " "));
    expect(declined.doubts).not.toEqual([]);
  });

  test("the gender recorded by the school settles a surname with initials", () => {
    expect(declineName("Петрова А. И.", "female").forms.accusative).toBe("Петрову\u00a0А.\u00a0И.");
    expect(declineName("И.И. Цой", "male").forms.genitive).toBe("И.\u00a0И.\u00a0Цоя");
  });

  test("a former surname in brackets declines with the rest", () => {
    expect(declineName("Кузнецова (Мороз) Анна Петровна").forms.dative).toBe("Кузнецовой (Мороз) Анне Петровне");
    expect(declineName("Мороз (Кузнецова) Анна Петровна").forms.dative).toBe("Мороз (Кузнецовой) Анне Петровне");
  });

  test("a second given name in place of a patronymic declines, but is shown for checking", () => {
    const declined = declineName("Ремарк Эрих Мария", "male");
    expect(declined.forms.dative).toBe("Ремарку Эриху Марии");
    expect(declined.doubts.join()).toContain("Мария");
  });

  test("a surname whose vowel may drop out is declined, but shown for checking", () => {
    expect(declineName("Гребень Иван Ильич").doubts.join()).toContain("Гребень");
    expect(declineName("Иванов Иван Ильич").doubts).toEqual([]);
  });
});

describe("the school's own forms win over every rule", () => {
  const own = [
    { word: "Гребень", gender: "male" as const, forms: { genitive: "Гребня", dative: "Гребню" } },
    { word: "Ли Вэй", forms: { genitive: "Ли Вэя" } },
  ];
  test("for a surname, keeping the letter case", () => {
    expect(declineName("Гребень Иван Ильич", null, own).forms.genitive).toBe("Гребня Ивана Ильича");
    expect(declineName("ГРЕБЕНЬ ИВАН ИЛЬИЧ", null, own).forms.dative).toBe("ГРЕБНЮ ИВАНУ ИЛЬИЧУ");
    expect(declineName("Гребень Анна Ильинична", null, own).forms.genitive).toBe("Гребень Анны Ильиничны");
  });
  test("and leave the cases that are not set to the rules", () => {
    const { forms, surname } = declineName("Гребень Иван Ильич", null, own);
    expect(surname.instrumental).toBe(declineName("Гребень Иван Ильич").surname.instrumental);
    expect(surname.instrumental).not.toBe("Гребень");
    expect(forms.instrumental).toContain("Иваном Ильичом");
    const whole = [{ word: "Иванова Анна Петровна", forms: { genitive: "Ивановой Анны Петровны (с декабря)" } }];
    expect(declineName("Иванова Анна Петровна", null, whole).forms).toMatchObject({
      genitive: "Ивановой Анны Петровны (с декабря)",
      dative: "Ивановой Анне Петровне",
    });
  });
  test("for a whole name, and the initials follow it", () => {
    const whole = [{ word: "Гребень Иван Ильич", forms: { dative: "Гребню Ивану Ильичу" } }];
    const declined = declineName("Гребень Иван Ильич", null, whole);
    expect(declined.initialsFirst.dative).toBe("И.\u00a0И.\u00a0Гребню");
    expect(declined.surnameFirst.dative).toBe("Гребню\u00a0И.\u00a0И.");
    expect(declined.surnameFirst.genitive).toBe("Гребеня\u00a0И.\u00a0И.");
    expect(declined.own).toEqual(["dative"]);
  });
  test("for a whole name, which is then beyond doubt", () => {
    const declined = declineName("Ли Вэй", null, own);
    expect(declined.forms.genitive).toBe("Ли Вэя");
    expect(declined.doubts).toEqual([]);
  });
});

describe("gender", () => {
  test.each([
    ["Иванова Женя Петровна", "female"],
    ["Мамедов Али Вагиф оглы", "male"],
    ["Мамедова Севда Вагиф-кызы", "female"],
    ["Серикова Айгуль Ерланкызы", "female"],
    ["Сериков Бекзат Ерланулы", "male"],
    ["Чернова Женя Ильинична", "female"],
    ["Кузьмин Илья Кузьмич", "male"],
    ["Анна Петрова", "female"],
    ["Цой Виктор", "male"],
    ["Цой В. Р.", null],
    ["Черных", null],
    ["", null],
  ])("«%s» → %s", (name, gender) => {
    expect(genderOf(name)).toBe(gender);
  });
});

describe("short forms keep together by non-breaking spaces", () => {
  test("in front and behind, declined", () => {
    const declined = declineName("Иванова Анна Петровна");
    expect(declined.initialsFirst.nominative).toBe("А.\u00a0П.\u00a0Иванова");
    expect(declined.surnameFirst.dative).toBe("Ивановой\u00a0А.\u00a0П.");
    expect(declined.firstAndPatronymic.nominative).toBe("Анна Петровна");
  });
  test("without a patronymic, with a double name, with оглы", () => {
    expect(declineName("Нойманн Анна-Мария").initialsFirst.nominative).toBe("А.-М.\u00a0Нойманн");
    expect(declineName("Мамедов Полад Муртуза оглы").initialsFirst.nominative).toBe("П.\u00a0М.\u00a0Мамедов");
  });
  test("the nominative, which is not declined, is the same by both ways", () => {
    const shapes = ["forms", "initialsFirst", "surnameFirst", "surname", "firstAndPatronymic"] as const;
    const names = ["И.И. Иванов", "Цой В. Р.", "Мамедов Полад Муртуза оглы", "Иван Иванович Иванов", "Черных", ""];
    for (const name of [...names, ...ROWS.map(({ expected }) => expected[0] ?? "")]) {
      const declined = declineName(name);
      const plain = nominativeName(name);
      expect(shapes.map((shape) => plain[shape])).toEqual(shapes.map((shape) => declined[shape].nominative));
    }
  });
  test("of a name that is short already", () => {
    expect(declineName("И.И. Иванов").surnameFirst.nominative).toBe("Иванов\u00a0И.\u00a0И.");
  });
});
