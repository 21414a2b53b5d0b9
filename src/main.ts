// Every name that Google may call, in the order in which a school meets them. No logic lives here.
import { serve } from "./google/serve";
import { showMenu } from "./google/ui";
import { installCheckCalls } from "./installCheck";
import { MENU, MENU_TITLE, type MenuCall } from "./menu";
import { opener } from "./openPage";
import { pairingCalls } from "./pairing/calls";
import { schoolCalls, type Server } from "./server";

/** Assigning to a name here gives it to Google: the build puts a top-level stub for each into the bundle. */
declare const global: Record<keyof Server | MenuCall | "onOpen" | "onInstall", unknown>;

// The sheet is opened, or the add-on is installed into it.
const onOpen = (): void => {
  showMenu(MENU_TITLE, MENU);
};
global.onOpen = onOpen;
global.onInstall = onOpen;

// The menu.
global.openStart = opener("openStart");
global.openPairing = opener("openPairing");
global.openOrder = opener("openOrder");
global.openInstallCheck = opener("openInstallCheck");

// «Начало работы».
global.loadStart = serve(schoolCalls.loadStart);
global.setUp = serve(schoolCalls.setUp);
global.takeOver = serve(schoolCalls.takeOver);

// «Подбор пар».
global.loadPairing = serve(pairingCalls.loadPairing);
global.proposeAll = serve(pairingCalls.proposeAll);
global.whyNot = serve(pairingCalls.whyNot);
global.savePairs = serve(pairingCalls.savePairs);

// «Приказ о закреплении пар».
global.loadOrder = serve(pairingCalls.loadOrder);
global.makeOrder = serve(pairingCalls.makeOrder);
global.registerOrder = serve(pairingCalls.registerOrder);

// «Проверка установки».
global.loadInstallCheck = serve(installCheckCalls.loadInstallCheck);
global.runProbe = serve(installCheckCalls.runProbe);
