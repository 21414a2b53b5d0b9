// Short messages in the corner: those of scripts, and the page's own.
import { Icon } from "./icons";

export interface Toast {
  id: number;
  title: string;
  text: string;
  /** 0: until it is closed. */
  seconds: number;
  isError?: boolean;
}

export function Toasts({ toasts, onClose }: { toasts: Toast[]; onClose: (id: number) => void }) {
  return (
    <div class="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} class={toast.isError ? "toast error" : "toast"} role={toast.isError ? "alert" : "status"}>
          <div>
            {toast.title !== "" && <strong>{toast.title}</strong>}
            <p>{toast.text}</p>
          </div>
          <button
            type="button"
            class="icon-button"
            aria-label="Закрыть сообщение"
            onClick={() => {
              onClose(toast.id);
            }}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
