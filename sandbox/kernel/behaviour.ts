// Names a test after one recorded behaviour of the platform, with how we know of it.

/** documented by Google; measured by somebody on the live platform; assumed, hence also checked by «Проверка установки». */
type Grade = "documented" | "measured" | "assumed";

/** One recorded behaviour of the platform, as a test. */
export function behaviour(grade: Grade, description: string, check: () => void | Promise<void>): void {
  test(`[${grade}] ${description}`, async () => {
    await check();
  });
}
