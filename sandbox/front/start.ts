// `npm start`: the sandbox in a browser, with a sample school and the add-on as it was built.
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { SHARE_ENV, Worker } from "node:worker_threads";
import { bundlePage } from "./bundlePage";
import { AnswerBox, WorldClient } from "./channel";
import { createFront } from "./server";
import { Sessions } from "./sessions";
import type { WorkerSetting } from "./worker";
import { clearWorkspace } from "./workspace";

const FIRST_PORT = 4173;
const PORTS_TO_TRY = 20;

const { values: options } = parseArgs({
  options: {
    world: { type: "string", default: ".sandbox" },
    bundle: { type: "string", default: "build" },
    port: { type: "string", default: process.env["PORT"] ?? String(FIRST_PORT) },
    fresh: { type: "boolean", default: false },
  },
});

async function start(): Promise<void> {
  const bundle = path.resolve(options.bundle);
  if (!existsSync(path.join(bundle, "appsscript.json"))) {
    console.error(`В папке ${bundle} нет собранного дополнения. Соберите его: npm run build`);
    process.exitCode = 1;
    return;
  }
  const folder = path.resolve(options.world);
  if (options.fresh) clearWorkspace(folder);
  const box = new AnswerBox();
  const sessions = new Sessions((given) => {
    box.answer(given);
  });
  const worker = startWorker({ folder, bundle, memory: box.memory });
  const world = new WorldClient(worker, (session, event) => {
    sessions.show(session, event);
  });
  const server = createFront({ page: await bundlePage(), world, sessions });
  const port = await listen(server, Number(options.port));
  console.log(`Песочница «Наставник» открыта: http://localhost:${port}`);
  console.log(`Всё, что в ней сделано, хранится в папке ${folder}. Остановить: Ctrl+C.`);
}

/** Node's own worker does not read TypeScript: it first loads what does. */
function startWorker(setting: WorkerSetting): Worker {
  const loader = JSON.stringify(require.resolve("tsx/cjs"));
  const entry = JSON.stringify(path.join(__dirname, "worker.ts"));
  // A script's dates follow the time zone of its manifest, which only a shared environment can set.
  const worker = new Worker(`require(${loader}); require(${entry});`, {
    eval: true,
    workerData: setting,
    env: SHARE_ENV,
  });
  worker.on("error", (error) => {
    console.error(error);
    process.exit(1);
  });
  return worker;
}

/** Takes the port, or the next free one after it. */
async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TO_TRY; port += 1) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => {
        if (error.code === "EADDRINUSE") resolve(true);
        else reject(error);
      };
      server.once("error", failed);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", failed);
        resolve(false);
      });
    });
    if (!taken) return port;
  }
  throw new Error(`Порты ${first}–${first + PORTS_TO_TRY - 1} заняты. Укажите другой: PORT=5000 npm start`);
}

void start();
