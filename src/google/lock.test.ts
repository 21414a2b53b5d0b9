// The document lock: taken, given back, and a Russian answer where it cannot be had.
import { BusyError, withDocumentLock } from "./lock";

const lockThat = (free: boolean): { released: number } => {
  const state = { released: 0 };
  const lock = { tryLock: () => free, releaseLock: () => state.released++ };
  Object.assign(globalThis, { LockService: { getDocumentLock: () => lock } });
  return state;
};
afterEach(() => Reflect.deleteProperty(globalThis, "LockService"));

test("a command that finds another one at work says so and does nothing", () => {
  lockThat(false);
  const work = jest.fn(() => undefined);
  expect(() => withDocumentLock(work)).toThrow(BusyError);
  expect(() => withDocumentLock(work)).toThrow("Таблица сейчас занята");
  expect(work).not.toHaveBeenCalled();
});

test("the lock is given back even if the command fails", () => {
  const state = lockThat(true);
  expect(withDocumentLock(() => 7)).toBe(7);
  expect(() =>
    withDocumentLock(() => {
      throw new Error("defect");
    }),
  ).toThrow("defect");
  expect(state.released).toBe(2);
});
