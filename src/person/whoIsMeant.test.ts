// Whom the selected rows of any tab mean, and what the card says where that cannot be told.
import { Bank } from "../../test/personBank";
import { MENTEE_STATUS as E } from "../bank/mentees.table";
import { MENTOR_STATUS as M } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { PAIR_STATUS } from "../pairing/pairs.table";
import { activities } from "../programmes/activities.table";
import { programmes } from "../programmes/programmes.table";
import { confirmPerson } from "./calls";
import { openCard } from "./card";
import { peopleIn } from "./whoIsMeant";

describe("whom the selected rows mean", () => {
  test("a row of any tab leads to its person, a pair's row to both", () => {
    const bank = new Bank();
    const mentor = bank.mentor(M.active);
    const mentee = bank.mentee(E.paired);
    const pair = bank.pair(PAIR_STATUS.active);
    const programme = bank.wb.add(programmes, { pair });
    const activity = bank.wb.add(activities, { programme: programme.code, content: "Посещение урока" });
    const { wb } = bank;
    expect(peopleIn(wb, [[mentor.code, "Вершинин Олег Ильич"]]).people).toEqual([mentor.code]);
    expect(peopleIn(wb, [["Н-001", mentor.code, "…"]]).people).toEqual([mentor.code]);
    expect(peopleIn(wb, [["О-17", "АН-01", "mentee", mentee.code, "кто-то"]]).people).toEqual([mentee.code]);
    for (const row of [
      [pair, "действует", "Н-001", "…", "М-001"],
      [programme.code, pair],
      [activity.code, programme.code, "1"],
    ]) {
      expect(peopleIn(wb, [row]).people).toEqual([mentor.code, mentee.code]);
    }
    expect(openCard(wb, peopleIn(wb, [[pair]])).choices).toHaveLength(2);
  });

  test("codes with Latin letters and odd dashes are read; a broken one gives way to the name", () => {
    const bank = new Bank();
    const person = bank.mentor(M.active);
    expect(peopleIn(bank.wb, [["p–001"]]).people).toEqual([person.code]);
    const broken = peopleIn(bank.wb, [["Р-О0!", "вершинин  О. И."]]);
    expect(broken).toEqual({ people: [person.code], byName: true });
    expect(openCard(bank.wb, broken).card?.byName).toBe(true);
  });

  test("two people of one name are never taken for one another: the curator chooses, told by the post", () => {
    const bank = new Bank();
    bank.person("Вершинин Олег Ильич");
    bank.person("Вершинин Олег Ильич", { post: "воспитатель", subject: null });
    const { card, choices } = openCard(bank.wb, peopleIn(bank.wb, [["без кода", "Вершинин Олег Ильич"]]));
    expect(card).toBeNull();
    expect(choices.map(({ post }) => post)).toEqual(["учитель, математика", "воспитатель"]);
  });

  test("headings, empty rows and strangers lead to nobody, and the card says what to do", () => {
    const bank = new Bank();
    bank.person("Вершинин Олег Ильич");
    for (const row of [
      ["Код", "ФИО", "Должность"],
      ["", ""],
      ["Р-777", "Неизвестный Пётр Львович"],
    ]) {
      const opened = openCard(bank.wb, peopleIn(bank.wb, [row]));
      expect(opened.card).toBeNull();
      expect(opened.nobody).toContain("Выделите строку");
    }
  });

  test("a person who was deleted while the card was open is gone, in words", () => {
    const bank = new Bank();
    const person = bank.person("Вершинин Олег Ильич");
    bank.wb.remove(people, person.code);
    expect(openCard(bank.wb, { people: [person.code], byName: false }).nobody).not.toBeNull();
    expect(() => confirmPerson(bank.wb, person.code)).toThrow("уже нет");
  });
});
