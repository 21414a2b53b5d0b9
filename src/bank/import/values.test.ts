// Cells of real staff lists are read for what they mean; what cannot be true is doubted, never dropped in silence.
import * as fc from "fast-check";
import { readContacts, readEmail, readPhone } from "./contacts";
import { readBirthYear, readDate } from "./dates";
import { readExperience } from "./experience";
import { readCategory, readEmployment, readFreeText, readKind, readPost, readSex, readSubjects } from "./words";

const TODAY = "2026-09-01";

describe("dates", () => {
  test.each([
    ["01.09.2020", "2020-09-01"],
    ["1.9.20", "2020-09-01"],
    ["01/09/2020", "2020-09-01"],
    ["2020-09-01", "2020-09-01"],
    ["1 сентября 2020 г.", "2020-09-01"],
    ["«01» сентября 2020 года", "2020-09-01"],
    ["01.09.2020 0:00:00", "2020-09-01"],
    ["44075", "2020-09-01"],
    ["с 01.09.2020", "2020-09-01"],
    ["5 мая 98", "1998-05-05"],
    ["29.02.2024", "2024-02-29"],
  ])("«%s» is %s", (raw, date) => {
    expect(readDate(raw, TODAY)).toEqual({ value: date, doubt: null });
  });

  test.each([
    "31.02.2020",
    "32.01.2020",
    "29.02.2023",
    "09/25/2020",
    "2020",
    "сентябрь 2020",
    "01.09.2046",
    "скоро",
    "г",
    "год",
  ])("«%s» is doubted and not guessed", (raw) => {
    const { value, doubt } = readDate(raw, TODAY);
    expect(value).toBeNull();
    expect(doubt).toContain(raw);
  });

  test.each(["", " - ", "нет", "н/д"])("%j is no date and no doubt", (raw) => {
    expect(readDate(raw, TODAY)).toEqual({ value: null, doubt: null });
  });

  test("a year of birth comes from a year or from a whole date", () => {
    expect(readBirthYear("1985 г.р.", TODAY).value).toBe(1985);
    expect(readBirthYear("12.03.1985", TODAY).value).toBe(1985);
    expect(readBirthYear("2020", TODAY).doubt).toBe("год рождения 2020 маловероятен");
    expect(readBirthYear("г.р.", TODAY).doubt).not.toBeNull();
  });
});

describe("length of service", () => {
  test.each([
    ["5", 5],
    ["5 лет", 5],
    ["5 лет 3 мес.", 5.25],
    ["5л.3м.", 5.25],
    ["0,5", 0.5],
    ["6 мес", 0.5],
    ["б/с", 0],
    ["б/к", 0],
    ["менее года", 0],
    ["21 год", 21],
    ["12 лет 1 месяц 4 дня", 12.08],
  ])("«%s» is %d years", (raw, years) => {
    expect(readExperience(raw)).toEqual({ value: years, doubt: null });
  });

  test.each([
    ["с 2005 года", "вместо стажа указан год"],
    ["05.мар", "вместо стажа стоит дата"],
    ["15/10", "указано два числа"],
    ["5 лет 15 мес.", "не похоже на стаж"],
    ["99", "маловероятен"],
  ])("«%s» is doubted: %s", (raw, why) => {
    expect(readExperience(raw).value).toBeNull();
    expect(readExperience(raw).doubt).toContain(why);
  });

  test("«более 20 лет» is taken with a remark", () => {
    expect(readExperience("более 20 лет")).toEqual({ value: 20, doubt: "стаж указан приблизительно: «более 20 лет»" });
  });
});

describe("telephones and addresses", () => {
  test.each(["8 (916) 123-45-67", "+7 916 123 45 67", "89161234567", "9161234567", "8-916-123-45-67", "7(916)1234567"])(
    "«%s» is one number",
    (raw) => {
      expect(readPhone(raw)).toEqual({ value: "+79161234567", doubt: null });
    },
  );

  test("of two numbers the first is taken and the second named", () => {
    expect(readPhone("89161234567, 8(495)123-45-67")).toEqual({
      value: "+79161234567",
      doubt: "второй телефон не перенесён: +74951234567",
    });
  });

  test("a number without the town's code and a number spoilt by Excel are doubted", () => {
    expect(readPhone("22-33-44").doubt).toContain("22-33-44");
    expect(readPhone("8,9161E+10").value).toBeNull();
  });

  test("a Belarusian number keeps its country", () => {
    expect(readPhone("+375 29 123-45-67").value).toBe("+375291234567");
  });

  test.each([
    [" Ivanova@Mail.RU ", "ivanova@mail.ru"],
    ["mailto:ivanova@mail.ru", "ivanova@mail.ru"],
    ["ivаnоvа@mail.ru", "ivanova@mail.ru"],
    ["Иванова М. П. <ivanova@mail.ru>", "ivanova@mail.ru"],
  ])("%j is the address %s", (raw, address) => {
    expect(readEmail(raw)).toEqual({ value: address, doubt: null });
  });

  test.each(["ivanova@mail", "ivanova собака mail.ru", "@mail.ru", "ива@нова.ру"])("«%s» is doubted", (raw) => {
    expect(readEmail(raw).value).toBeNull();
    expect(readEmail(raw).doubt).not.toBeNull();
  });

  test("a telephone and an address in one cell are both found", () => {
    const { phone, email } = readContacts("т. 8 916 123-45-67; ivanova@mail.ru");
    expect([phone.value, email.value]).toEqual(["+79161234567", "ivanova@mail.ru"]);
  });
});

describe("words of fixed lists", () => {
  test.each([
    ["Высшая", "высшая"],
    ["высшая, пр. № 12 от 01.02.2024", "высшая"],
    ["ВКК", "высшая"],
    ["1 кв. кат.", "первая"],
    ["I", "первая"],
    ["первая", "первая"],
    ["СЗД", "соответствие занимаемой должности"],
    ["соответствие", "соответствие занимаемой должности"],
    ["б/к", "нет"],
    ["без категории", "нет"],
    ["-", "нет"],
  ])("category «%s» is «%s»", (raw, category) => {
    expect(readCategory(raw)).toEqual({ value: category, doubt: null });
  });

  test("the second category no longer exists and is doubted", () => {
    expect(readCategory("вторая").doubt).toContain("отменена");
    expect(readCategory("ждёт").doubt).toContain("ждёт");
  });

  test("sex, employment and kind of work", () => {
    expect(readSex("жен.").value).toBe("женский");
    expect(readEmployment("декрет").value).toBe("длительно отсутствует");
    expect(readEmployment("уволена 01.08.2026").value).toBe("уволен");
    expect(readKind("внеш. совм.").value).toBe("внешний совместитель");
    expect(readKind("совместитель").doubt).toContain("внешний или внутренний");
  });
});

describe("free text", () => {
  test.each([
    ["Математика/физика", "математика, физика"],
    ["ИЗО и черчение", "ИЗО, черчение"],
    ["Русский язык\nлитература", "русский язык, литература"],
    ["Основы безопасности и защиты Родины", "основы безопасности и защиты родины"],
    ["Вероятность и статистика", "вероятность и статистика"],
    ["Группа «Пчёлки»", "Группа «Пчёлки»"],
  ])("subjects %j are «%s»", (raw, subjects) => {
    expect(readSubjects(raw).value).toBe(subjects);
  });

  test("a post is written small, an abbreviation stays", () => {
    expect(readPost("УЧИТЕЛЬ МАТЕМАТИКИ").value).toBe("учитель математики");
    expect(readPost("Заместитель директора по УВР").value).toBe("заместитель директора по УВР");
  });

  test("formulas and HTML are nothing but text", () => {
    expect(readFreeText('=IMPORTXML("http://x";"//a")').value).toBe('=IMPORTXML("http://x";"//a")');
    expect(readFreeText("<script>alert(1)</script>").value).toBe("<script>alert(1)</script>");
  });
});

test("no cell, however odd, breaks a reader or loses text without a word", () => {
  const readers = [
    readPhone,
    readEmail,
    readExperience,
    readCategory,
    readKind,
    (raw: string) => readDate(raw, TODAY),
    (raw: string) => readBirthYear(raw, TODAY),
  ];
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[0-9.,/@а-я +-]{1,20}$/)),
      (raw) => {
        for (const read of readers) {
          const { value, doubt } = read(raw);
          const empty = !/[\p{L}\p{N}]/u.test(raw) || /^(?:нет|нд|н\/д|null|n\/a)$/i.test(raw.trim());
          expect(value !== null || doubt !== null || empty).toBe(true);
        }
      },
    ),
  );
});
