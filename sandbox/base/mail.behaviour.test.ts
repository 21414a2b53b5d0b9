// MailApp and Session: who writes to whom, how much a day, and who is there.
import { behaviour } from "../kernel/behaviour";
import { DAY } from "../kernel/clock";
import { CURATOR, DEPUTY, stage } from "../kernel/testing";
import { sentMail } from "./mail";

const CODE = `
  function message(m) { MailApp.sendEmail(m); }
  function plain(to, subject, body, options) { options ? MailApp.sendEmail(to, subject, body, options) : MailApp.sendEmail(to, subject, body); }
  function withReplyTo() { MailApp.sendEmail("a@b.example", "reply@b.example", "Тема", "Текст"); }
  function attach() { MailApp.sendEmail("a@b.example", "s", "b", { attachments: [Utilities.newBlob("ё", "text/plain", "a.txt")] }); }
  function quota() { return MailApp.getRemainingDailyQuota(); }
  function people() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone()]; }`;

const many = (count: number): string => Array.from({ length: count }, (_, index) => `p${index}@b.example`).join(",");

describe("MailApp", () => {
  behaviour("documented", "sends from the account that runs the script, with all the parts", () => {
    const { value, world } = stage(CODE);
    value("message", {
      to: "Анна <a@b.example>, c@d.example",
      cc: "e@f.example",
      subject: "Тема",
      body: "Текст",
      htmlBody: "<p>Текст</p>",
      name: "Наставник",
      replyTo: "r@b.example",
    });
    value("withReplyTo");
    expect(sentMail(world)).toMatchObject([
      {
        from: CURATOR,
        fromName: "Наставник",
        to: ["a@b.example", "c@d.example"],
        cc: ["e@f.example"],
        bcc: [],
        replyTo: "r@b.example",
        subject: "Тема",
        body: "Текст",
        htmlBody: "<p>Текст</p>",
        sentAt: expect.stringMatching(/^2026-09-01T06:00:00/) as string,
      },
      { to: ["a@b.example"], replyTo: "reply@b.example", subject: "Тема", body: "Текст" },
    ]);
  });

  behaviour("documented", "carries attachments", () => {
    const { value, world } = stage(CODE);
    value("attach");
    const [attachment] = sentMail(world)[0]?.attachments ?? [];
    expect(attachment).toMatchObject({ name: "a.txt", mimeType: "text/plain" });
    expect(Buffer.from(world.blobs.get(attachment?.content ?? "")).toString()).toBe("ё");
  });

  behaviour("measured", "refuses what is no address, and a message to nobody", () => {
    const { run, world } = stage(CODE);
    expect(run("plain", { args: ["a@b.example, nobody", "s", "b"] }).error?.message).toBe("Invalid email: nobody");
    expect(run("plain", { args: ["", "s", "b"] }).error?.message).toBe("Failed to send email: no recipient");
    expect(sentMail(world)).toEqual([]);
  });

  behaviour("assumed", "refuses line breaks in headers", () => {
    const { run, world } = stage(CODE);
    expect(run("plain", { args: ["a@b.example", "s\r\nBcc: x@y.example", "b"] }).ok).toBe(false);
    expect(run("plain", { args: ["a@b.example", "s", "b", { name: "x\nBcc: x@y.example" }] }).ok).toBe(false);
    expect(run("plain", { args: ["a@b.example\nBcc: x@y.example", "s", "b"] }).ok).toBe(false);
    expect(sentMail(world)).toEqual([]);
  });

  behaviour("documented", "takes at most 50 recipients a message", () => {
    const { run } = stage(CODE);
    expect(run("plain", { args: [many(50), "s", "b"] }).ok).toBe(true);
    expect(run("plain", { args: [many(51), "s", "b"] }).error?.message).toBe(
      "Limit Exceeded: Email Recipients Per Message.",
    );
  });

  behaviour("documented", "counts recipients, not messages: 100 a day for a consumer, 1,500 in a Workspace", () => {
    const { run, value, world } = stage(CODE);
    world.addUser("anna@gmail.com");
    expect(value("quota")).toBe(1500);
    expect(run("quota", { user: "anna@gmail.com" }).value).toBe(100);
    run("plain", { user: "anna@gmail.com", args: [many(45), "s", "b"] });
    expect(run("quota", { user: "anna@gmail.com" }).value).toBe(55);
  });

  behaviour("measured", "sends nothing when the message has more recipients than the day has left", () => {
    const { run, world } = stage(CODE);
    world.addUser("anna@gmail.com");
    const send = (count: number) => run("plain", { user: "anna@gmail.com", args: [many(count), "s", "b"] });
    send(45);
    send(45);
    expect(send(11).error?.message).toBe("Service invoked too many times for one day: email.");
    expect(send(10).ok).toBe(true);
    expect(sentMail(world)).toHaveLength(3);
  });

  behaviour("documented", "starts the quota afresh a day after its first use", () => {
    const { value, world } = stage(CODE);
    value("plain", "a@b.example", "s", "b");
    world.clock.advance(DAY);
    expect(value("quota")).toBe(1500);
  });
});

describe("Session", () => {
  behaviour("documented", "knows the user at the keyboard within the owner's domain", () => {
    const { run } = stage(CODE);
    expect(run("people", { user: DEPUTY }).value).toEqual([DEPUTY, DEPUTY, "Europe/Moscow"]);
  });

  behaviour("documented", "may not tell who from another domain is there, nor in a simple trigger", () => {
    const { run } = stage(CODE);
    expect(run("people", { user: "guest@elsewhere.example" }).value).toEqual([
      "",
      "guest@elsewhere.example",
      "Europe/Moscow",
    ]);
    expect(run("people", { kind: "simple" }).value).toEqual(["", CURATOR, "Europe/Moscow"]);
  });
});
