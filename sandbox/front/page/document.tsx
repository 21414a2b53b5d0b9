// A document as paper: its .docx drawn in the page, with downloads.
import { renderAsync } from "docx-preview";
import { useEffect, useRef, useState } from "preact/hooks";
import { downloadAddress, perform } from "./api";
import { Icon } from "./icons";
import { messageOf, useLoaded } from "./loaded";
import { hrefOf } from "./route";

export function DocumentPage({ id, onFail }: { id: string; onFail: (error: unknown) => void }) {
  const loaded = useLoaded("readDocument", { id });
  const paper = useRef<HTMLDivElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const file = loaded.value?.file;
  useEffect(() => {
    const room = paper.current;
    if (!room || !file) return;
    const draw = async (): Promise<void> => {
      const response = await fetch(downloadAddress(id, "docx"));
      if (!response.ok) throw new Error(await response.text());
      await renderAsync(await response.blob(), room, undefined, {
        className: "docx",
        ignoreLastRenderedPageBreak: false,
      });
      setTrouble(null);
    };
    draw().catch((error: unknown) => {
      setTrouble(messageOf(error));
    });
  }, [id, file?.modified]);
  return (
    <section class="place page document" aria-label="Документ">
      <header class="page-head">
        <h1>
          <a href={hrefOf("drive")}>Диск</a>
          <span class="crumb">{file?.name ?? "Документ"}</span>
        </h1>
        {file && (
          <div class="head-actions">
            {file.trashed && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  perform("trashFile", { id, trashed: false }).catch(onFail);
                }}
              >
                Восстановить из корзины
              </button>
            )}
            <a class="button" href={downloadAddress(id, "docx")} download>
              <Icon name="download" size={16} /> Скачать .docx
            </a>
            {loaded.value?.pdf && (
              <a class="button" href={downloadAddress(id, "pdf")} download>
                <Icon name="download" size={16} /> Скачать .pdf
              </a>
            )}
          </div>
        )}
      </header>
      {(loaded.failure ?? trouble) !== null && <p class="empty">{loaded.failure ?? trouble}</p>}
      <div class="paper-room" ref={paper} data-testid="document" />
    </section>
  );
}
