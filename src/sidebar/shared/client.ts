// The only way a sidebar talks to the server: typed by the server's own commands, failing in Russian.
import type { ServerResponse } from "../../google/serve";
import type { Server } from "../../server";

/** A failure in words for the curator. */
export class Failure extends Error {
  constructor(
    readonly what: string,
    readonly mend: string,
    /** Not a failure after all: another account does it in the background. */
    readonly handedOn = false,
  ) {
    super(what);
  }
}

interface Runner {
  withSuccessHandler(handler: (response: ServerResponse<unknown> | null) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  [call: string]: unknown;
}
declare const google: {
  script: { run: Runner; host: { close(): void; setWidth(width: number): void; setHeight(height: number): void } };
};

type Client = {
  [K in keyof Server]: (...args: Parameters<Server[K]>) => Promise<ReturnType<Server[K]>>;
};

/**
 * Google's own failures reach the page localised, so only the machine-readable code in them is looked at: it is what a
 * browser signed in to several Google accounts gets (reference: issue 69270374).
 */
function asFailure(error: Error): Failure {
  if (/PERMISSION_DENIED/.test(error.message)) {
    return new Failure(
      "Google не узнал Вашу учётную запись.",
      "Так бывает, когда в браузере открыто несколько учётных записей Google. Откройте таблицу в отдельном профиле браузера или в режиме инкогнито и войдите только под рабочей записью.",
    );
  }
  return new Failure(
    "Связь с Google прервалась.",
    "Проверьте интернет и повторите. Если открыто несколько учётных записей Google, оставьте только рабочую. Сделанное раньше сохранено.",
  );
}

/** Calls to the server by name; each gives the command's value or throws a Failure. */
export const server = new Proxy({} as Client, {
  get:
    (_, name: string) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const run = google.script.run
          .withSuccessHandler((response) => {
            if (response === null) reject(asFailure(new Error("no answer")));
            else if (response.ok) resolve(response.value);
            else reject(new Failure(response.error.what, response.error.mend, response.error.handedOn === true));
          })
          .withFailureHandler((error) => {
            reject(asFailure(error));
          });
        (run[name] as (...args: unknown[]) => void)(...args);
      }),
});

/** Closes the sidebar or dialog. */
export function closePage(): void {
  google.script.host.close();
}
