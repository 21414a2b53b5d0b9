// The thread that the world lives in: performs the page's operations one by one, and may stand still in an alert.
import { parentPort, workerData } from "node:worker_threads";
import { AnswerBox, serveWorld, showOn } from "./channel";
import { Stage } from "./stage";

/** What the server gives its worker. */
export interface WorkerSetting {
  folder: string;
  bundle: string;
  memory: SharedArrayBuffer;
}

const port = parentPort;
if (!port) throw new Error("This file is a worker's.");
const { folder, bundle, memory } = workerData as WorkerSetting;
const box = new AnswerBox(memory);
const stage = new Stage(
  folder,
  bundle,
  (session, event) => {
    showOn(port, session, event);
  },
  () => box.wait(),
);
serveWorld(port, (operation, caller, input) => stage.perform(operation, caller, input));
