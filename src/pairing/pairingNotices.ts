// What the curator is told before choosing pairs: what is wrong with the conditions of the choice and what to change.
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { Pool } from "./choice/pool";
import { pairingTerms } from "./pairingTerms.table";
import { unclearCapacities } from "./profiles";
import { storedTerms, termFaults } from "./terms";
import { NOTHING_WEIGHS, weightsOf } from "./weights";

/** Names that a sentence lists before it says how many more there are. */
const MOST_NAMES = 5;
const WEIGHT = "Вес в подборе";

type NoticeRule = (wb: ReadOnlyWorkbook, pool: Pool) => string[];

const RULES: readonly NoticeRule[] = [
  (_, { mentors }) =>
    mentors.length > 0
      ? []
      : [
          "В банке нет ни одного наставника: пригласите через «Анкеты участников» или назначьте роль в карточке педагога и откройте окно снова.",
        ],
  (_, { mentees }) =>
    mentees.length > 0
      ? []
      : [
          "В банке нет ни одного наставляемого: соберите анкеты или назначьте роль в карточке педагога и откройте окно снова.",
        ],
  (wb) => (weightsOf(wb).allZero ? [NOTHING_WEIGHS] : []),
  (wb) =>
    wb
      .settingProblems(settings)
      .filter(({ heading }) => heading.startsWith(WEIGHT))
      .map(({ heading }) => `В «Настройках» вес не читается («${heading}»): взят обычный. Впишите число от 0 до 100.`),
  (wb, { mentors }) => {
    const unclear = unclearCapacities(wb);
    const named = mentors.filter(({ code }) => unclear.has(code)).map(({ name }) => name);
    if (named.length === 0) return [];
    return [
      `Вместо числа мест записаны слова, и наставник никого не получит: ${listed(named)}. Исправьте столбец «Макс. число наставляемых» на вкладке «Наставники».`,
    ];
  },
  (wb) => {
    const kept = storedTerms(wb);
    const used = kept.pins.length + kept.bans.length + kept.menteesWishes.length + kept.mentorsWishes.length;
    const lost = wb.all(pairingTerms).length - used + wb.unreadable(pairingTerms);
    const wrong = lost + termFaults(wb).length;
    return wrong === 0
      ? []
      : [`На вкладке «Условия подбора» строк с ошибками — ${wrong}: исправьте по подсказкам «Проверки данных».`];
  },
  forbiddenToAll,
];

/** Everything that is to be said, a sentence or two each. */
export function pairingNotices(wb: ReadOnlyWorkbook, pool: Pool): string[] {
  return RULES.flatMap((rule) => rule(wb, pool));
}

/** Mentees to whom every mentor who could take anybody is forbidden. */
function forbiddenToAll(_: ReadOnlyWorkbook, { mentors, mentees, bans }: Pool): string[] {
  const able = new Set(mentors.filter(({ unavailable }) => unavailable === null).map(({ code }) => code));
  if (able.size === 0) return [];
  const banned = new Map<string, Set<string>>();
  for (const { mentor, mentee } of bans) {
    if (able.has(mentor)) banned.set(mentee, (banned.get(mentee) ?? new Set()).add(mentor));
  }
  const named = mentees.filter(({ code }) => banned.get(code)?.size === able.size).map(({ name }) => name);
  if (named.length === 0) return [];
  return [`Запрещены все наставники, которых можно было бы предложить: ${listed(named)}. Снимите хотя бы один запрет.`];
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${rest > 0 ? ` и ещё ${rest}` : ""}`;
}
