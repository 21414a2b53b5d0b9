// The pill over the grid that says that a script runs, has finished, or has failed.
import { useEffect } from "preact/hooks";
import { Icon } from "./icons";
import { hrefOf } from "./route";

export type RunStatus = { kind: "idle" | "running" | "done" } | { kind: "failed"; text: string };

const SHOWN_MILLISECONDS = 1800;

export function StatusBar({ status, onClose }: { status: RunStatus; onClose: () => void }) {
  useEffect(() => {
    if (status.kind !== "done") return undefined;
    const timer = setTimeout(onClose, SHOWN_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [status.kind]);
  if (status.kind === "idle") return null;
  return (
    <div class={`status ${status.kind}`} role={status.kind === "failed" ? "alert" : "status"}>
      {status.kind === "running" && "Выполняется скрипт…"}
      {status.kind === "done" && "Скрипт выполнен"}
      {status.kind === "failed" && (
        <>
          <span>{status.text}</span>
          <a href={hrefOf("runs")}>Подробнее</a>
          <button type="button" class="icon-button" aria-label="Закрыть сообщение об ошибке" onClick={onClose}>
            <Icon name="close" size={16} />
          </button>
        </>
      )}
    </div>
  );
}
