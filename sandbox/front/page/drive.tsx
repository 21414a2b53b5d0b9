// «Диск»: the account's files, by folder, and its trash.
import type { FileView } from "../operations/drive";
import { downloadAddress, perform } from "./api";
import { Icon, type IconName } from "./icons";
import { useLoaded } from "./loaded";
import { hrefOf } from "./route";
import { shortMoment } from "./words";

const ICONS: Record<FileView["kind"], IconName> = {
  folder: "folder",
  document: "document",
  spreadsheet: "sheet",
  form: "forms",
  pdf: "document",
  other: "document",
};

const TRASH = "trash";

/** Where a click on a file leads. */
function addressOf(file: FileView): string {
  const pages: Record<FileView["kind"], string> = {
    folder: hrefOf("drive", file.id),
    document: hrefOf("document", file.id),
    spreadsheet: hrefOf("sheet", file.id),
    form: hrefOf("forms", file.id),
    pdf: downloadAddress(file.id, "raw"),
    other: downloadAddress(file.id, "raw"),
  };
  return pages[file.kind];
}

interface DriveProps {
  /** The folder looked into; empty: the top; `trash`: the trash. */
  folder: string;
  onFail: (error: unknown) => void;
}

export function DrivePage({ folder, onFail }: DriveProps) {
  const files = useLoaded("readFiles", {});
  const all = files.value ?? [];
  const inTrash = folder === TRASH;
  const here = all.find((file) => file.id === folder);
  const shown = all.filter((file) => (inTrash ? file.trashed : !file.trashed && file.folder === folder));
  const trash = (file: FileView, trashed: boolean): void => {
    perform("trashFile", { id: file.id, trashed }).catch(onFail);
  };
  return (
    <section class="place page" aria-label="Диск">
      <header class="page-head">
        <h1>
          {inTrash || here ? <a href={hrefOf("drive")}>Мой диск</a> : "Мой диск"}
          {inTrash && <span class="crumb">Корзина</span>}
          {here && <span class="crumb">{here.name}</span>}
        </h1>
        {!inTrash && (
          <a class="button" href={hrefOf("drive", TRASH)}>
            <Icon name="trash" size={16} /> Корзина
          </a>
        )}
      </header>
      {files.failure && <p class="empty">{files.failure}</p>}
      {files.value && shown.length === 0 && (
        <p class="empty">
          {inTrash
            ? "Корзина пуста."
            : "Здесь пока пусто. Документы появятся, когда вы сформируете их из меню «Наставничество»."}
        </p>
      )}
      {shown.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th>Название</th>
              <th>Владелец</th>
              <th>Изменён</th>
              <th>
                <span class="visually-hidden">Действия</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((file) => (
              <tr key={file.id}>
                <td>
                  <a class={`file ${file.kind}`} href={addressOf(file)}>
                    <Icon name={ICONS[file.kind]} /> {file.name}
                  </a>
                </td>
                <td>{file.owner}</td>
                <td>{shortMoment(file.modified)}</td>
                <td class="actions">
                  {inTrash && (
                    <>
                      <button
                        type="button"
                        class="button small"
                        onClick={() => {
                          trash(file, false);
                        }}
                      >
                        Восстановить
                      </button>
                      <button
                        type="button"
                        class="button small"
                        onClick={() => {
                          perform("deleteFile", { id: file.id }).catch(onFail);
                        }}
                      >
                        Удалить навсегда
                      </button>
                    </>
                  )}
                  {!inTrash && file.mayEdit && (
                    <button
                      type="button"
                      class="icon-button"
                      aria-label={`Переместить в корзину: ${file.name}`}
                      title="Переместить в корзину"
                      onClick={() => {
                        trash(file, true);
                      }}
                    >
                      <Icon name="trash" size={18} />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
