// The organisation and its people as papers need them, from the settings and the bank's rows.
import { Stop } from "../google/stop";
import { schoolYearOf } from "../school/schoolYear";
import { settings } from "../school/settings.table";
import { vocabularyOf } from "../school/vocabulary";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { declensions } from "./declensions.table";
import type { OwnForms } from "./grammar/cases";
import type { Workshop } from "./makeDocuments";
import type { Institution, Participant } from "./paper";

/** The organisation by the settings; what is not filled in is "". */
export function institutionOf(wb: ReadOnlyWorkbook): Institution {
  const known = wb.settings(settings);
  return {
    fullName: known.schoolFullName ?? "",
    shortName: known.schoolShortName ?? "",
    place: known.place ?? "",
    schoolYear: known.schoolYear ?? schoolYearOf(wb.today).name,
    address: known.address ?? "",
    inn: known.inn ?? "",
    ogrn: known.ogrn ?? "",
    site: known.site ?? "",
    head: { fullName: known.headName ?? "", gender: null, post: known.headPost ?? vocabularyOf(known.schoolKind).head },
    curator: { fullName: known.curatorName ?? "", gender: null, post: known.curatorPost ?? "" },
  };
}

/** A worker's row as a paper names them. */
export function participantOf(worker: {
  readonly fullName: string;
  readonly sex: "женский" | "мужской" | null;
  readonly post: string | null;
}): Participant {
  const gender = worker.sex === null ? null : worker.sex === "женский" ? "female" : "male";
  return { fullName: worker.fullName, gender, post: worker.post ?? "" };
}

/**
 * Where papers go and how their words are declined.
 *
 * @throws Stop when the school has no folder yet
 */
export function workshopOf(wb: ReadOnlyWorkbook): Workshop {
  const folderId = wb.setting(settings, "folderId");
  if (folderId === null) {
    throw new Stop(
      "Папка для документов ещё не создана.",
      "Откройте «Наставничество → Начало работы» и нажмите «Восстановить».",
    );
  }
  const year = wb.setting(settings, "schoolYear") ?? schoolYearOf(wb.today).name;
  return {
    folderId,
    yearFolder: { key: `folder:${year}`, name: `${year.replace("/", "–")} учебный год` },
    ownForms: ownFormsOf(wb),
  };
}

/** The school's own forms from «Склонения»; a case that is left empty is the rules' to decide. */
export function ownFormsOf(wb: ReadOnlyWorkbook): OwnForms[] {
  return wb.all(declensions).map(({ nominative, genitive, dative, accusative, instrumental, prepositional }) => {
    const typed = { genitive, dative, accusative, instrumental, prepositional };
    const forms = Object.fromEntries(Object.entries(typed).filter(([, form]) => form !== null));
    return { word: nominative, forms: { nominative, ...forms } };
  });
}
