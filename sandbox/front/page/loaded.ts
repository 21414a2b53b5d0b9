// Looking things up for a component: again after every change of the sandbox, never out of order.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Failure, type Input, look, onChanged, type OperationName, type Output } from "./api";

/** What a component has in hand. */
export interface Loaded<T> {
  value: T | null;
  failure: string | null;
  reload(): void;
}

/** Keeps the answer to a question up to date while the component is on the page. */
export function useLoaded<N extends OperationName>(name: N, input: Input<N>): Loaded<Output<N>> {
  const [state, setState] = useState<{ value: Output<N> | null; failure: string | null }>({
    value: null,
    failure: null,
  });
  const turn = useRef(0);
  const question = JSON.stringify(input);
  const reload = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    look(name, JSON.parse(question) as Input<N>).then(
      (value) => {
        if (own === turn.current) setState({ value, failure: null });
      },
      (error: unknown) => {
        if (own === turn.current) setState({ value: null, failure: messageOf(error) });
      },
    );
  }, [name, question]);
  useEffect(() => {
    reload();
    window.addEventListener("focus", reload);
    const stop = onChanged(reload);
    return () => {
      turn.current += 1;
      window.removeEventListener("focus", reload);
      stop();
    };
  }, [reload]);
  return { ...state, reload };
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Failure || error instanceof Error ? error.message : String(error);
}
