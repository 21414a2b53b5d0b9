// Loading and acting: what is on its way, what came, what went wrong — the same in every sidebar.
import { type ComponentChildren, render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { Busy, Button, Trouble } from "./components";

/** Loads once when the page opens; shows waiting and failure by itself; `reload` asks the server again. */
export function Loaded<T>({
  load,
  children,
}: {
  load: () => Promise<T>;
  children: (value: T, reload: () => Promise<void>, replace: (value: T) => void) => ComponentChildren;
}) {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const reload = useCallback(async () => {
    setError(null);
    try {
      setValue(await load());
    } catch (failure) {
      setError(failure);
    }
  }, []);
  useEffect(() => void reload(), []);
  if (error !== null) {
    return (
      <div class="stack">
        <Trouble error={error} />
        <Button onPress={reload}>Повторить</Button>
      </div>
    );
  }
  if (value === null) return <Busy />;
  return <>{children(value, reload, setValue)}</>;
}

/** Runs an action of the server and keeps its failure for showing. */
export function useAction(): { error: unknown; run: (action: () => Promise<void>) => Promise<void> } {
  const [error, setError] = useState<unknown>(null);
  const run = useCallback(async (action: () => Promise<void>) => {
    setError(null);
    try {
      await action();
    } catch (failure) {
      setError(failure);
    }
  }, []);
  return { error, run };
}

/** Puts a page into the document. */
export function mount(page: ComponentChildren): void {
  const root = document.getElementById("app");
  if (root) render(page, root);
}
