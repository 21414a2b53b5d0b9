// What an operation of the front is: a name in a table, the shape of its input, and what it does to the workspace.
import * as z from "zod";
import type { Workspace } from "../workspace";

/** Who asks: the open page, and the account chosen in it. */
export interface Caller {
  session: string;
  user: string;
}

/** One thing that the page can ask for. */
export interface Operation<Input, Output> {
  /** Whether the world may be changed by it and so is written to its folder afterwards. */
  saves: boolean;
  input: z.ZodType<Input>;
  work(workspace: Workspace, caller: Caller, input: Input): Output;
}

/** An operation that may change the world. */
export function changing<Input, Output>(
  input: z.ZodType<Input>,
  work: (workspace: Workspace, caller: Caller, input: Input) => Output,
): Operation<Input, Output> {
  return { saves: true, input, work };
}

/** An operation that only looks. */
export function looking<Input, Output>(
  input: z.ZodType<Input>,
  work: (workspace: Workspace, caller: Caller, input: Input) => Output,
): Operation<Input, Output> {
  return { saves: false, input, work };
}

/** Input of an operation that needs none. */
export const NOTHING = z.object({});

/** A failure with words for the person at the page. */
export class Refusal extends Error {}
