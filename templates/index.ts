// The default templates of the add-on's papers, as a table: key, title, file, source.
import type { Document } from "docx";
import { approvalOrderTemplate } from "./approvalOrder";
import { analyticReportTemplate } from "./analyticReport";
import { applicationTemplate } from "./application";
import { acquaintanceSheetTemplate } from "./acquaintanceSheet";
import { assignmentOrderTemplate } from "./assignmentOrder";
import { councilExtractTemplate } from "./councilExtract";
import { councilOrderTemplate } from "./councilOrder";
import {
  menteeConsentTemplate,
  mentorConsentTemplate,
  personalDataConsentTemplate,
  publicationConsentTemplate,
} from "./consents";
import { endingOrderTemplate } from "./endingOrder";
import { menteeFeedbackTemplate } from "./menteeFeedback";
import { mentorReportTemplate } from "./mentorReport";
import { minutesTemplate } from "./minutes";
import { municipalReturnTemplate } from "./municipalReturn";
import { agreementTemplate } from "./agreement";
import { encouragementOrderTemplate } from "./encouragementOrder";
import { certificateTemplate, thanksTemplate } from "./awards";
import { partnerAgreementTemplate } from "./partnerAgreement";
import { programmeTemplate } from "./programme";
import { regulationTemplate } from "./regulation";
import { roadmapTemplate } from "./roadmap";
import type { TemplateKey } from "../src/documents/paper";

interface TemplateSource {
  readonly key: TemplateKey;
  /** Russian name, for people who open the file. */
  readonly title: string;
  readonly file: string;
  readonly build: () => Document;
}

export const templates: readonly TemplateSource[] = [
  {
    key: "assignmentOrder",
    title: "Приказ о закреплении наставнических пар (групп)",
    file: "prikaz-o-zakreplenii.docx",
    build: assignmentOrderTemplate,
  },
  {
    key: "programme",
    title: "Персонализированная программа наставничества",
    file: "programma.docx",
    build: programmeTemplate,
  },
  {
    key: "mentorConsent",
    title: "Согласие на выполнение работы по наставничеству",
    file: "soglasie-nastavnika.docx",
    build: mentorConsentTemplate,
  },
  {
    key: "menteeConsent",
    title: "Согласие на участие в наставничестве",
    file: "soglasie-nastavlyaemogo.docx",
    build: menteeConsentTemplate,
  },
  {
    key: "personalDataConsent",
    title: "Согласие на обработку персональных данных",
    file: "soglasie-na-obrabotku-pdn.docx",
    build: personalDataConsentTemplate,
  },
  {
    key: "publicationConsent",
    title: "Согласие на распространение персональных данных",
    file: "soglasie-na-rasprostranenie-pdn.docx",
    build: publicationConsentTemplate,
  },
  {
    key: "councilExtract",
    title: "Выписка из банка для совета наставников",
    file: "vypiska-dlya-soveta.docx",
    build: councilExtractTemplate,
  },
  {
    key: "approvalOrder",
    title: "Приказ об утверждении положения о системе наставничества",
    file: "prikaz-ob-utverzhdenii-polozheniya.docx",
    build: approvalOrderTemplate,
  },
  { key: "application", title: "Заявление", file: "zayavlenie.docx", build: applicationTemplate },
  {
    key: "regulation",
    title: "Положение о системе наставничества педагогических работников",
    file: "polozhenie-o-nastavnichestve.docx",
    build: regulationTemplate,
  },
  {
    key: "roadmap",
    title: "Дорожная карта (план мероприятий)",
    file: "dorozhnaya-karta.docx",
    build: roadmapTemplate,
  },
  {
    key: "councilOrder",
    title: "Приказ о создании совета наставников",
    file: "prikaz-o-sovete.docx",
    build: councilOrderTemplate,
  },
  {
    key: "endingOrder",
    title: "Приказ о досрочном прекращении наставничества (замене наставника)",
    file: "prikaz-o-prekrashchenii.docx",
    build: endingOrderTemplate,
  },
  {
    key: "minutes",
    title: "Протокол заседания совета наставников",
    file: "protokol-soveta.docx",
    build: minutesTemplate,
  },
  {
    key: "acquaintanceSheet",
    title: "Лист ознакомления",
    file: "list-oznakomleniya.docx",
    build: acquaintanceSheetTemplate,
  },
  {
    key: "agreement",
    title: "Дополнительное соглашение к трудовому договору (о наставничестве)",
    file: "dopolnitelnoe-soglashenie.docx",
    build: agreementTemplate,
  },
  {
    key: "encouragementOrder",
    title: "Приказ о поощрении за работу по наставничеству",
    file: "prikaz-o-pooshchrenii.docx",
    build: encouragementOrderTemplate,
  },
  { key: "mentorReport", title: "Отчёт наставника", file: "otchet-nastavnika.docx", build: mentorReportTemplate },
  {
    key: "menteeFeedback",
    title: "Отзыв наставляемого",
    file: "otzyv-nastavlyaemogo.docx",
    build: menteeFeedbackTemplate,
  },
  { key: "certificate", title: "Сертификат наставника", file: "sertifikat.docx", build: certificateTemplate },
  { key: "thanks", title: "Благодарственное письмо", file: "blagodarstvennoe-pismo.docx", build: thanksTemplate },
  {
    key: "analyticReport",
    title: "Итоговый аналитический отчёт",
    file: "itogovyj-otchet.docx",
    build: analyticReportTemplate,
  },
  {
    key: "partnerAgreement",
    title: "Соглашение о сотрудничестве (сетевом взаимодействии)",
    file: "soglashenie-o-sotrudnichestve.docx",
    build: partnerAgreementTemplate,
  },
  {
    key: "municipalReturn",
    title: "Сведения для муниципального мониторинга",
    file: "svedeniya-dlya-monitoringa.docx",
    build: municipalReturnTemplate,
  },
];
