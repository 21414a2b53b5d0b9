// «Почта»: every message that left, as its recipient reads it, and the sample people who answer their invitations.
import { useState } from "preact/hooks";
import type { MailView } from "../operations/mail";
import { attachmentAddress, perform } from "./api";
import { Icon } from "./icons";
import { useLoaded } from "./loaded";
import { localPage } from "../links";
import { hrefOf } from "./route";
import type { Toast } from "./toasts";
import { counted, shortMoment, sizeOf } from "./words";

interface MailProps {
  /** The message that is open. */
  id: string;
  onFail: (error: unknown) => void;
  onDone: (toast: Omit<Toast, "id">) => void;
}

export function MailPage({ id, onFail, onDone }: MailProps) {
  const mail = useLoaded("readMail", {});
  const [wanted, setWanted] = useState("");
  const [busy, setBusy] = useState(false);
  const all = mail.value ?? [];
  const found = all.filter((one) =>
    `${one.subject} ${one.toName} ${one.to.join(" ")} ${one.cc.join(" ")} ${one.bcc.join(" ")}`
      .toLowerCase()
      .includes(wanted.trim().toLowerCase()),
  );
  const open = all.find((one) => one.id === id);
  const invitations = all.reduce((sum, one) => sum + one.invitations.length, 0);
  const answer = (mailId: string | null): void => {
    setBusy(true);
    perform("letPeopleAnswer", { mailId })
      .then(({ answered, problems }) => {
        const text = `Отправлено: ${counted(answered, "ответ", "ответа", "ответов")}.`;
        const trouble =
          problems.length === 0 ? "" : ` Не получилось у ${problems.length}: ${problems.slice(0, 2).join("; ")}`;
        onDone({ title: "Ответы на формы", text: text + trouble, seconds: 8, isError: problems.length > 0 });
      }, onFail)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <section class="place page mail" aria-label="Почта">
      <header class="page-head">
        <h1>Почта</h1>
        <div class="head-actions">
          <input
            class="field search"
            type="search"
            aria-label="Найти письмо"
            placeholder="Кому или тема"
            value={wanted}
            onInput={(event) => {
              setWanted(event.currentTarget.value);
            }}
          />
          <button
            type="button"
            class="button primary"
            disabled={busy || invitations === 0}
            onClick={() => {
              answer(null);
            }}
          >
            {busy ? "Отвечают…" : `Пусть ответят все${invitations > 0 ? ` (${invitations})` : ""}`}
          </button>
        </div>
      </header>
      {mail.failure && <p class="empty">{mail.failure}</p>}
      {mail.value && all.length === 0 && (
        <p class="empty">
          Писем пока нет. Здесь появится всё, что дополнение отправит участникам; ни одно письмо не уходит в интернет.
        </p>
      )}
      {all.length > 0 && (
        <div class="mail-room">
          <ul class="letters" aria-label="Письма">
            {found.map((one) => (
              <li key={one.id}>
                <a href={hrefOf("mail", one.id)} class={one.id === id ? "letter current" : "letter"}>
                  <span class="letter-top">
                    <b>{recipients(one)}</b>
                    <small>{shortMoment(one.sentAt)}</small>
                  </span>
                  <span>{one.subject || "(без темы)"}</span>
                  {one.invitations.length > 0 && <small class="state open">ждёт ответа</small>}
                </a>
              </li>
            ))}
          </ul>
          {open ? (
            <Letter
              key={open.id}
              mail={open}
              busy={busy}
              onAnswer={() => {
                answer(open.id);
              }}
            />
          ) : (
            <p class="empty">Выберите письмо слева.</p>
          )}
        </div>
      )}
    </section>
  );
}

function recipients(mail: MailView): string {
  const all = [...mail.to, ...mail.cc, ...mail.bcc];
  const first = mail.toName || (all[0] ?? "");
  return all.length > 1 ? `${first} и ещё ${all.length - 1}` : first;
}

function Letter({ mail, busy, onAnswer }: { mail: MailView; busy: boolean; onAnswer: () => void }) {
  return (
    <article class="letter-room">
      <h2>{mail.subject || "(без темы)"}</h2>
      <p class="muted">
        От: {mail.fromName ? `${mail.fromName} <${mail.from}>` : mail.from}
        <br />
        Кому: {mail.to.join(", ")}
        {mail.cc.length > 0 && ` · копия: ${mail.cc.join(", ")}`}
        {mail.bcc.length > 0 && ` · скрытая копия: ${mail.bcc.join(", ")}`}
        {mail.replyTo !== undefined && ` · ответ на: ${mail.replyTo}`}
        <br />
        {shortMoment(mail.sentAt)}
      </p>
      {mail.invitations.length > 0 && (
        <button type="button" class="button" disabled={busy} onClick={onAnswer}>
          Ответить за этого человека
        </button>
      )}
      {/* No scripts: a message is text from anybody. Links leave for a tab of their own. */}
      <iframe
        class="letter-frame"
        title="Текст письма"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcdoc={letterHtml(mail)}
      />
      {mail.attachments.length > 0 && (
        <ul class="attachments">
          {mail.attachments.map((attachment, index) => (
            <li key={index}>
              <a class="button" href={attachmentAddress(mail.id, index)} download>
                <Icon name="download" size={16} /> {attachment.name} <small>{sizeOf(attachment.size)}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** The body as a page of its own; links to the sandbox's documents and forms lead into the sandbox. */
function letterHtml(mail: MailView): string {
  const parsed = new DOMParser().parseFromString(mail.htmlBody ?? "", "text/html");
  if (mail.htmlBody === undefined) writePlain(parsed, mail.body);
  for (const link of parsed.querySelectorAll("a[href]")) {
    const page = localPage(link.getAttribute("href") ?? "");
    if (page !== null) link.setAttribute("href", location.origin + page);
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noreferrer");
  }
  const style = parsed.createElement("style");
  style.textContent = "body{font:14px/1.5 Arial,sans-serif;color:#1f2937;margin:12px;overflow-wrap:anywhere}";
  parsed.head.prepend(style);
  return parsed.documentElement.outerHTML;
}

function writePlain(page: Document, text: string): void {
  const body = page.createElement("div");
  body.style.whiteSpace = "pre-wrap";
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    body.append(text.slice(end, match.index));
    const link = page.createElement("a");
    link.href = match[0];
    link.textContent = match[0];
    body.append(link);
    end = match.index + match[0].length;
  }
  body.append(text.slice(end));
  page.body.append(body);
}
