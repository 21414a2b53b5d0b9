// MailApp: checks a message as Google does, counts it against the quota, and puts it into the world's outgoing mail.
import { GoogleError, type SentMail, ServiceObject, type World } from "../kernel/contract";
import type { Blob, BlobSource } from "./blob";
import { accountKind, remaining, spend } from "./quotas";

const MOST_RECIPIENTS = 50;
const MOST_ATTACHMENTS = 250;
const LARGEST_MESSAGE = 25 * 1024 * 1024;
const LARGEST_BODY = { consumer: 200 * 1024, workspace: 400 * 1024 };
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]+$/;

interface Message {
  to?: string | null;
  cc?: string | null;
  bcc?: string | null;
  replyTo?: string | null;
  subject?: string | null;
  body?: string | null;
  htmlBody?: string | null;
  name?: string | null;
  noReply?: boolean | null;
  attachments?: BlobSource[] | null;
  inlineImages?: Record<string, BlobSource> | null;
}

/** Every mail that ever left, oldest first. */
export function sentMail(world: World): SentMail[] {
  return world.slice<SentMail[]>("mail", () => []);
}

export class MailApp extends ServiceObject {
  readonly typeName = "Mail.MailApp";

  getRemainingDailyQuota(): number {
    return remaining(this.exec.world, this.exec.effectiveUser, "email");
  }

  sendEmail(
    first: string | Message | null,
    second?: string | null,
    third?: string | null,
    fourth?: string | Message | null,
  ): void {
    this.send(this.messageFrom(first, second, third, fourth));
  }

  /** The four overloads: (message), (to, subject, body), (to, subject, body, options), (to, replyTo, subject, body). */
  private messageFrom(
    first: string | Message | null,
    second?: string | null,
    third?: string | null,
    fourth?: string | Message | null,
  ): Message {
    if (typeof first === "object" && first !== null) return first;
    if (typeof fourth === "string") return { to: first, replyTo: second ?? null, subject: third ?? null, body: fourth };
    return { ...(fourth ?? {}), to: first, subject: second ?? null, body: third ?? null };
  }

  private send(message: Message): void {
    const { world, effectiveUser } = this.exec;
    for (const header of ["subject", "name", "replyTo"] as const) {
      // A line break in a header would start another header.
      if (/[\r\n]/.test(message[header] ?? "")) throw new GoogleError(`Invalid argument: ${header}`);
    }
    const [to, cc, bcc] = [addresses(message.to), addresses(message.cc), addresses(message.bcc)];
    const recipients = to.length + cc.length + bcc.length;
    if (recipients === 0) throw new GoogleError("Failed to send email: no recipient");
    if (recipients > MOST_RECIPIENTS) throw new GoogleError("Limit Exceeded: Email Recipients Per Message.");
    const attachments = [...(message.attachments ?? []), ...Object.values(message.inlineImages ?? {})].map((one) =>
      one.getBlob(),
    );
    this.checkSize(message, attachments);
    spend(world, effectiveUser, "email", recipients);
    sentMail(world).push({
      id: world.newId("mail"),
      sentAt: new Date(world.clock.now()).toISOString(),
      from: message.noReply === true ? `noreply@${effectiveUser.split("@")[1] ?? ""}` : effectiveUser,
      ...(message.name ? { fromName: message.name } : {}),
      to,
      cc,
      bcc,
      ...(message.replyTo ? { replyTo: message.replyTo } : {}),
      subject: message.subject ?? "",
      body: message.body ?? "",
      ...(message.htmlBody ? { htmlBody: message.htmlBody } : {}),
      attachments: attachments.map((blob) => ({
        name: blob.getName() ?? "attachment",
        mimeType: blob.getContentType() ?? "application/octet-stream",
        content: world.blobs.put(blob.getBytes()),
      })),
    });
  }

  private checkSize(message: Message, attachments: Blob[]): void {
    const { world, effectiveUser } = this.exec;
    if (attachments.length > MOST_ATTACHMENTS) throw new GoogleError("Limit Exceeded: Email Attachments Per Message.");
    const body = Math.max(Buffer.byteLength(message.body ?? ""), Buffer.byteLength(message.htmlBody ?? ""));
    if (body > LARGEST_BODY[accountKind(world, effectiveUser)])
      throw new GoogleError("Limit Exceeded: Email Body Size.");
    const bytes = attachments.reduce((sum, blob) => sum + blob.getBytes().length, body);
    if (bytes > LARGEST_MESSAGE) throw new GoogleError("Limit Exceeded: Email Total Attachments Size.");
  }
}

/** Addresses from a list with commas, each as `a@b.c` or `Name <a@b.c>`; throws on the first that is none. */
function addresses(list: string | null | undefined): string[] {
  return (list ?? "")
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const address = /<([^<>]*)>$/.exec(one)?.[1]?.trim() ?? one;
      if (/[\r\n]/.test(one) || !ADDRESS.test(address)) throw new GoogleError(`Invalid email: ${one}`);
      return address;
    });
}
