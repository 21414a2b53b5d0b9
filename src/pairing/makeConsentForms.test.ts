// Blank consents for any people, with or without pairs: each kind is a paper of its own.
import { textOf } from "../../test/docx";
import { memoryDrive } from "../../test/memoryDrive";
import { memoryWorkbook } from "../../test/memoryWorkbook";
import { CONSENT_KINDS } from "../bank/consents.table";
import { people } from "../bank/people.table";
import { NAMES_IN, settings } from "../school/settings.table";
import { makeConsentForms } from "./makeConsentForms";

test("somebody without a pair gets a blank of every kind, with what the school and the person have given", () => {
  const [wb, drive] = [memoryWorkbook("2026-09-10"), memoryDrive()];
  wb.setSettings(settings, {
    schoolFullName: "муниципальное бюджетное учреждение «Школа № 7»",
    folderId: "folder",
    address: "г. Заречный Бор, ул. Школьная, д. 7",
    inn: "0070070072",
    ogrn: "1020000707077",
    site: "https://school7.example",
    namesInForms: NAMES_IN.codes,
  });
  wb.add(people, { fullName: "Ландышева Вера Павловна", post: "учитель истории", phone: "+7 (999) 000-00-01" });
  const made = makeConsentForms(wb, [{ person: "Р-001", kinds: CONSENT_KINDS }], drive);
  expect(made).toHaveLength(CONSENT_KINDS.length);
  const papers = [...drive.papers.values()].map(({ name, docx }) => ({ name, text: textOf(docx) }));
  const textAbout = (words: string): string => papers.find(({ name }) => name.includes(words))?.text ?? "";
  expect(textAbout("на распространение")).toContain("контактная информация: +7 (999) 000-00-01,");
  expect(textAbout("на распространение")).toContain("https://school7.example");
  expect(textAbout("на обработку")).toContain("указывается личный код");
  expect(textAbout("на обработку")).toContain("ИНН 0070070072, ОГРН 1020000707077");
  expect(textAbout("работы по наставничеству")).toContain("которые будут закреплены за мной приказом");
});
