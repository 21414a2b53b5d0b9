// Every name that Google may call, in the order in which a school meets them. No logic lives here.
import { serve } from "./google/serve";
import { showMenu } from "./google/ui";
import { heartbeat } from "./heartbeat";
import { installCheckCalls } from "./installCheck";
import { listsCalls } from "./lists/calls";
import { MENU, MENU_TITLE, type MenuCall } from "./menu";
import { monitoringCalls } from "./monitoring/calls";
import { opener, pageCalls } from "./openPage";
import { pairingCalls } from "./pairing/calls";
import { acquaintanceCalls } from "./papers/acquaint/calls";
import { papersCalls } from "./papers/calls";
import { packsCalls } from "./papers/packs/calls";
import { templatesCalls } from "./papers/templates/calls";
import { personCalls } from "./person/calls";
import { lifeCalls } from "./person/lifeCalls";
import { programmesCalls } from "./programmes/calls";
import { courseCalls } from "./programmes/course/calls";
import { questionnairesCalls } from "./questionnaires/calls";
import { bankCalls, dataCheckCalls, schoolCalls, type Server } from "./server";
import { surveysCalls } from "./surveys/calls";
import { workCalls } from "./work";
import { yearlyUpdateCalls } from "./bank/yearlyUpdate/calls";

/** Assigning to a name here gives it to Google: the build puts a top-level stub for each into the bundle. */
declare const global: Record<keyof Server | MenuCall | "onOpen" | "onInstall" | "heartbeat", unknown>;

// The sheet is opened, or the add-on is installed into it.
const onOpen = (): void => {
  showMenu(MENU_TITLE, MENU);
};
global.onOpen = onOpen;
global.onInstall = onOpen;

// The menu.
global.openStart = opener("openStart");
global.openImport = opener("openImport");
global.openIntake = opener("openIntake");
global.openYearlyUpdate = opener("openYearlyUpdate");
global.openPerson = opener("openPerson");
global.openLists = opener("openLists");
global.openPairing = opener("openPairing");
global.openPairs = opener("openPairs");
global.openOrder = opener("openOrder");
global.openProgrammes = opener("openProgrammes");
global.openDocuments = opener("openDocuments");
global.openSurveys = opener("openSurveys");
global.openDashboard = opener("openDashboard");
global.openDataCheck = opener("openDataCheck");
global.openArchive = opener("openArchive");
global.openInstallCheck = opener("openInstallCheck");

// «Начало работы».
global.loadStart = serve(schoolCalls.loadStart);
global.setUp = serve(schoolCalls.setUp);
global.takeOver = serve(schoolCalls.takeOver);
global.closeNamedForms = serve(questionnairesCalls.closeNamedForms);

// «Импорт списка педагогов».
global.loadImport = serve(bankCalls.loadImport);
global.guessList = serve(bankCalls.guessList);
global.readPastedRows = serve(bankCalls.readPastedRows);
global.planImport = serve(bankCalls.planImport);
global.applyImport = serve(bankCalls.applyImport);

// «Анкеты участников».
global.loadIntake = serve(bankCalls.loadIntake);
global.launchIntake = serve(bankCalls.launchIntake);
global.remindIntake = serve(bankCalls.remindIntake);
global.pullIntake = serve(bankCalls.pullIntake);
global.giveRoleToSelected = serve(bankCalls.giveRoleToSelected);

// «Карточка педагога».
global.loadCard = serve(personCalls.loadCard);
global.loadCardMore = serve(personCalls.loadCardMore);
global.loadPeople = serve(personCalls.loadPeople);
global.giveRole = serve(personCalls.giveRole);
global.confirmPerson = serve(personCalls.confirmPerson);
global.remindPerson = serve(personCalls.remindPerson);
global.openMenuPage = serve(pageCalls.openMenuPage);

// «Обновление сведений», and what answers leave to the curator.
global.loadYearlyUpdate = serve(yearlyUpdateCalls.loadYearlyUpdate);
global.launchUpdate = serve(yearlyUpdateCalls.launchUpdate);
global.remindUpdate = serve(yearlyUpdateCalls.remindUpdate);
global.pullUpdate = serve(yearlyUpdateCalls.pullUpdate);
global.markCurrent = serve(yearlyUpdateCalls.markCurrent);
global.decideAuthor = serve(surveysCalls.decideAuthor);
global.decideField = serve(surveysCalls.decideField);

// Whatever takes longer goes on in parts, driven by an open page.
global.continueWork = serve(workCalls.continueWork);

// «Поиск и списки».
global.loadLists = serve(listsCalls.loadLists);
global.loadWholeLists = serve(listsCalls.loadWholeLists);
global.makeExtract = serve(listsCalls.makeExtract);
global.showListed = serve(listsCalls.showListed);
global.openCard = serve(listsCalls.openCard);

// «Подбор пар».
global.loadPairing = serve(pairingCalls.loadPairing);
global.loadPairingMore = serve(pairingCalls.loadPairingMore);
global.savePairs = serve(pairingCalls.savePairs);
global.saveTerms = serve(pairingCalls.saveTerms);
global.saveScenario = serve(pairingCalls.saveScenario);
global.removeScenario = serve(pairingCalls.removeScenario);
global.saveWeights = serve(pairingCalls.saveWeights);

// «Ход пар».
global.loadCourse = serve(courseCalls.loadCourse);
global.loadPair = serve(courseCalls.loadPair);
global.loadReplacements = serve(courseCalls.loadReplacements);
global.recommendPairs = serve(courseCalls.recommendPairs);
global.markConsents = serve(courseCalls.markConsents);
global.pausePairs = serve(courseCalls.pausePairs);
global.resumePairs = serve(courseCalls.resumePairs);
global.prolongPair = serve(courseCalls.prolongPair);
global.cancelPairs = serve(courseCalls.cancelPairs);
global.finishPairs = serve(courseCalls.finishPairs);
global.endPairEarly = serve(courseCalls.endPairEarly);
global.replaceMentor = serve(courseCalls.replaceMentor);

// «Приказ о закреплении пар».
global.loadOrder = serve(pairingCalls.loadOrder);
global.makeConsentForms = serve(pairingCalls.makeConsentForms);
global.recordConsents = serve(bankCalls.recordConsents);
global.makeOrder = serve(pairingCalls.makeOrder);
global.editOrderTemplate = serve(pairingCalls.editOrderTemplate);
global.registerOrder = serve(pairingCalls.registerOrder);

// «Программы пар».
global.loadProgrammes = serve(programmesCalls.loadProgrammes);
global.makeProgramme = serve(programmesCalls.makeProgramme);
global.editProgrammeTemplate = serve(programmesCalls.editProgrammeTemplate);
global.makeProgrammes = serve(programmesCalls.makeProgrammes);

// «Документы».
global.loadPapers = serve(papersCalls.loadPapers);
global.loadWanted = serve(papersCalls.loadWanted);
global.loadPaper = serve(papersCalls.loadPaper);
global.proposeAnswers = serve(papersCalls.proposeAnswers);
global.loadDraft = serve(papersCalls.loadDraft);
global.checkPaper = serve(papersCalls.checkPaper);
global.makePapers = serve(papersCalls.makePapers);
global.proposeRegistration = serve(papersCalls.proposeRegistration);
global.registerPaper = serve(papersCalls.registerPaper);
global.registerPapers = serve(papersCalls.registerPapers);
global.agreePaper = serve(papersCalls.agreePaper);
global.cancelPaper = serve(papersCalls.cancelPaper);
global.printTogether = serve(papersCalls.printTogether);
global.showPlace = serve(papersCalls.showPlace);
global.openPaper = serve(papersCalls.openPaper);
global.saveForm = serve(papersCalls.saveForm);
global.loadPacks = serve(packsCalls.loadPacks);
global.loadAcquaintance = serve(acquaintanceCalls.loadAcquaintance);
global.sendAcquaintance = serve(acquaintanceCalls.sendAcquaintance);
global.remindAcquaintance = serve(acquaintanceCalls.remindAcquaintance);
global.pullAcquaintance = serve(acquaintanceCalls.pullAcquaintance);
global.markAcquainted = serve(acquaintanceCalls.markAcquainted);
global.acquaintanceSheet = serve(acquaintanceCalls.acquaintanceSheet);
global.loadTemplates = serve(templatesCalls.loadTemplates);
global.makeOwnTemplate = serve(templatesCalls.makeOwnTemplate);
global.checkOwnTemplate = serve(templatesCalls.checkOwnTemplate);
global.insertTag = serve(templatesCalls.insertTag);
global.dropOwnTemplate = serve(templatesCalls.dropOwnTemplate);

// «Итоговый опрос».
global.loadSurveys = serve(surveysCalls.loadSurveys);
global.launchSurvey = serve(surveysCalls.launchSurvey);
global.remindSurvey = serve(surveysCalls.remindSurvey);
global.pullSurvey = serve(surveysCalls.pullSurvey);
global.closeSurvey = serve(surveysCalls.closeSurvey);

// «Сводка».
global.loadDashboard = serve(monitoringCalls.loadDashboard);
global.refreshDashboard = serve(monitoringCalls.refreshDashboard);

// A person's status, leaving and withdrawal, on the card.
global.moveStatus = serve(lifeCalls.moveStatus);
global.planLeaving = serve(lifeCalls.planLeaving);
global.applyLeaving = serve(lifeCalls.applyLeaving);
global.planWithdrawal = serve(lifeCalls.planWithdrawal);
global.withdrawConsent = serve(lifeCalls.withdrawConsent);

// «Проверка данных».
global.loadDataCheck = serve(dataCheckCalls.loadDataCheck);
global.showFault = serve(dataCheckCalls.showFault);
global.proposeMends = serve(dataCheckCalls.proposeMends);
global.mendData = serve(dataCheckCalls.mendData);
global.compareTwins = serve(dataCheckCalls.compareTwins);
global.joinPeople = serve(dataCheckCalls.joinPeople);
global.partPeople = serve(dataCheckCalls.partPeople);

// «Архив и удаление».
global.loadArchive = serve(listsCalls.loadArchive);
global.previewArchive = serve(listsCalls.previewArchive);
global.startArchive = serve(listsCalls.startArchive);
global.previewDeletion = serve(listsCalls.previewDeletion);
global.deletePerson = serve(listsCalls.deletePerson);

// «Проверка установки».
global.loadInstallCheck = serve(installCheckCalls.loadInstallCheck);
global.runProbe = serve(installCheckCalls.runProbe);

// Every ten minutes.
global.heartbeat = heartbeat;
