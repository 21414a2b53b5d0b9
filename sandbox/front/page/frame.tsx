// A sidebar's or dialog's html in its frame, with messages carried between it and the sandbox.
import { useEffect, useRef } from "preact/hooks";
import { perform, type Output } from "./api";
import type { Selection } from "./grid/selection";
import { messageOf } from "./loaded";

interface FrameProps {
  token: string;
  title: string;
  setting: Output<"readFrameSetting">;
  selection: () => Selection | null;
  onClose: () => void;
  onResize: (size: { width?: number; height?: number }) => void;
  onFocusEditor: () => void;
}

/** What pages in frames say. */
type Message =
  | { sandbox: "call"; call: number; function: string; args: unknown[] }
  | { sandbox: "close" }
  | { sandbox: "focus" }
  | { sandbox: "size"; width?: number; height?: number };

/** Exactly what Google grants its frames. */
const SANDBOX =
  "allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox";

/** Pages live on another origin than the office, as Google's do. */
const FRAME_ORIGIN = `http://127.0.0.1:${location.port}`;

async function answerCall(
  message: Extract<Message, { sandbox: "call" }>,
  selection: Selection | null,
): Promise<Record<string, unknown>> {
  try {
    const run: Output<"runClient"> = await perform("runClient", {
      function: message.function,
      args: message.args,
      selection,
    });
    return { sandboxCall: message.call, ...run };
  } catch (error) {
    const failed = { ok: false, carried: false, value: null, error: messageOf(error), now: Date.now() };
    return { sandboxCall: message.call, ...failed };
  }
}

/** The frame. It is made anew for every token. */
export function ScriptFrame(props: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const receive = (event: MessageEvent<Message>): void => {
      const inner = frame.current?.contentWindow;
      if (!inner || event.source !== inner || event.origin !== FRAME_ORIGIN) return;
      const { onClose, onResize, onFocusEditor, selection } = latest.current;
      const message = event.data;
      if (message.sandbox === "close") onClose();
      else if (message.sandbox === "focus") onFocusEditor();
      else if (message.sandbox === "size") onResize(message);
      else
        void answerCall(message, selection()).then((answer) => {
          inner.postMessage(answer, FRAME_ORIGIN);
        });
    };
    window.addEventListener("message", receive);
    return () => {
      window.removeEventListener("message", receive);
    };
  }, []);
  return (
    <iframe
      ref={frame}
      class="script-frame"
      title={props.title}
      sandbox={SANDBOX}
      name={JSON.stringify({ home: location.origin, ...props.setting })}
      src={`${FRAME_ORIGIN}/frame/${props.token}`}
    />
  );
}
