// Which form of mentoring fits two people by their posts, kinds and places of work (source 4, clause 2.3).
import { fittingForm, leadOver, type FormSide } from "./fitting";

const at = (post: string | null, more: Partial<FormSide> = {}): FormSide => ({
  post,
  kind: "штатный",
  workplace: null,
  ...more,
});
const teacher = at("учитель математики");
const educator = at("воспитатель");

test.each<[string, FormSide, FormSide]>([
  ["педагог — педагог", teacher, at("учитель истории")],
  ["воспитатель — воспитатель", at("старший воспитатель"), educator],
  ["руководитель образовательной организации — педагог", at("Директор"), teacher],
  ["руководитель образовательной организации — педагог", at("заместитель директора по УВР"), teacher],
  ["руководитель образовательной организации — воспитатель", at("и. о. заведующего"), educator],
  ["работодатель — студент", teacher, at(null, { kind: "студент" })],
  ["педагог вуза (колледжа) — молодой педагог", at("доцент", { workplace: "Педагогический университет" }), teacher],
  ["педагог вуза (колледжа) — молодой педагог", at("преподаватель", { workplace: "Колледж № 3" }), educator],
  // Whoever heads a part of the school, or works in another school, is a teacher like others.
  ["педагог — педагог", at("заведующий библиотекой"), teacher],
  ["педагог — педагог", at("музыкальный руководитель"), educator],
  ["педагог — педагог", at("учитель", { workplace: "Школа № 5", kind: "внешний совместитель" }), teacher],
])("%s", (form, mentor, mentee) => {
  expect(fittingForm(mentor, mentee, "школа")).toBe(form);
});

test("where no post is known, the form is the usual one of such an organisation", () => {
  expect(fittingForm(at(null), at(null), "детский сад")).toBe("воспитатель — воспитатель");
  expect(fittingForm(at(null), teacher, null)).toBe("педагог — педагог");
});

test("who is ahead is told by age where it is known, else by experience, and over a whole group", () => {
  const side = (birthYear: number | null, experienceYears: number | null) => ({ birthYear, experienceYears });
  expect(leadOver(side(1970, 2), [side(1990, 10)])).toBe(20);
  expect(leadOver(side(null, 2), [side(1990, 10)])).toBe(-8);
  expect(leadOver(side(1990, 2), [side(1970, 10), side(1995, 0)])).toBe(5);
  expect(leadOver(side(null, null), [side(1990, 10)])).toBeNull();
});
