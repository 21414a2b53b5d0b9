// The referee: Google's own Node client against the sandbox's Drive over HTTP. What it sends must be taken, what it expects must come.

import { Readable } from "node:stream";
import { sentMail } from "../base/mail";
import { ClientBench, bytesOf, refusalOf } from "./clientTesting";
import { docxFromText, docxText } from "./docx";
import { libreOffice } from "./pdf";
import { DOCX, FOLDER, GOOGLE_DOC, PDF } from "./state";
import { CURATOR, HEAD } from "./testing";

const TEACHER = "teacher@mail.example";

let bench: ClientBench;

beforeEach(async () => {
  bench = new ClientBench();
  await bench.start();
});

afterEach(() => bench.stop());

describe("files made with the client", () => {
  test("a streamed .docx becomes a Google Doc that gives its text back as .docx", async () => {
    const { data } = await bench.client().files.create({
      requestBody: {
        name: "Приказ № 14-н «О наставничестве»",
        mimeType: GOOGLE_DOC,
        appProperties: { nastavnikKey: "П-2026-07" },
      },
      media: { mimeType: DOCX, body: Readable.from([Buffer.from(docxFromText("ПРИКАЗЫВАЮ:\nназначить наставника"))]) },
      fields: "id,name,mimeType,webViewLink,appProperties,size,parents",
    });
    expect(data).toMatchObject({
      name: "Приказ № 14-н «О наставничестве»",
      mimeType: GOOGLE_DOC,
      appProperties: { nastavnikKey: "П-2026-07" },
      webViewLink: expect.stringContaining(`https://docs.google.com/document/d/${data.id ?? ""}/edit`) as string,
    });
    expect(data.parents).toHaveLength(1);
    const exported = await bench
      .client()
      .files.export({ fileId: data.id ?? "", mimeType: DOCX }, { responseType: "stream" });
    expect(docxText(new Uint8Array(await bytesOf(exported.data)))).toBe("ПРИКАЗЫВАЮ:\nназначить наставника");
  });

  test("a text body, a stream without metadata and metadata alone are all taken", async () => {
    const csv = "ФИО;Должность\r\nИванова А. П.;учитель\r\n";
    const text = await bench.client().files.create({
      requestBody: { name: "список.csv" },
      media: { mimeType: "text/csv", body: csv },
      fields: "id,mimeType,md5Checksum,size",
    });
    expect(text.data).toMatchObject({ mimeType: "text/csv", size: String(Buffer.byteLength(csv)) });
    const media = await bench
      .client()
      .files.get({ fileId: text.data.id ?? "", alt: "media" }, { responseType: "text" });
    expect(media.data).toBe(csv);

    const bare = await bench.client().files.create({
      media: { mimeType: PDF, body: Readable.from([Buffer.from("%PDF-1.7")]) },
    });
    expect(bare.data).toEqual({ kind: "drive#file", id: bare.data.id, name: "Untitled", mimeType: PDF });

    const folder = await bench.client().files.create({ requestBody: { name: "Наставничество", mimeType: FOLDER } });
    expect(folder.data.mimeType).toBe(FOLDER);
  });

  test("binary media come back byte for byte, even with what looks like a boundary inside", async () => {
    const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 254, 13, 10, 45, 45, 0, 26]);
    const { data } = await bench.client().files.create({
      requestBody: { name: "скан.bin" },
      media: { mimeType: "application/octet-stream", body: Readable.from([bytes]) },
    });
    const back = await bench
      .client()
      .files.get({ fileId: data.id ?? "", alt: "media" }, { responseType: "arraybuffer" });
    expect(Buffer.from(back.data as unknown as ArrayBuffer)).toEqual(bytes);
  });

  test("a resumable upload goes up in pieces, tells how far it got and ends with the file", async () => {
    const bytes = Buffer.alloc(600_000, 7);
    const headers = { Authorization: "Bearer curator" };
    const started = await fetch(`${bench.rootUrl}upload/drive/v3/files?uploadType=resumable&fields=id,size,name`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json; charset=UTF-8", "X-Upload-Content-Type": "video/mp4" },
      body: JSON.stringify({ name: "урок.mp4" }),
    });
    const session = started.headers.get("location") ?? "";
    const put = (first: number, last: number): Promise<Response> =>
      fetch(session, {
        method: "PUT",
        headers: { ...headers, "Content-Range": `bytes ${first}-${last - 1}/${bytes.length}` },
        body: bytes.subarray(first, last),
        redirect: "manual",
      });
    const first = await put(0, 524_288);
    expect([first.status, first.headers.get("range")]).toEqual([308, "bytes=0-524287"]);
    const asked = await fetch(session, {
      method: "PUT",
      headers: { ...headers, "Content-Range": `bytes */${bytes.length}` },
      redirect: "manual",
    });
    expect([asked.status, asked.headers.get("range")]).toEqual([308, "bytes=0-524287"]);
    const done = await put(524_288, bytes.length);
    expect(await done.json()).toMatchObject({ name: "урок.mp4", size: "600000" });
  });

  test("ids made beforehand let a repeated create be noticed", async () => {
    const { data } = await bench.client().files.generateIds({ count: 2 });
    const id = data.ids?.[0] ?? "";
    await bench.client().files.create({ requestBody: { id, name: "Раз" } });
    expect(await refusalOf(bench.client().files.create({ requestBody: { id, name: "Два" } }))).toMatchObject({
      code: 409,
      reason: "fileIdInUse",
    });
  });
});

describe("finding and reading", () => {
  test("a list is searched by private properties and paged to its end, each file once", async () => {
    const parent =
      (await bench.client().files.create({ requestBody: { name: "Папка", mimeType: FOLDER } })).data.id ?? "";
    for (let number = 1; number <= 7; number++) {
      await bench.client().files.create({
        requestBody: {
          name: `Согласие ${number}`,
          parents: [parent],
          appProperties: { kind: number % 2 ? "odd" : "even" },
        },
      });
    }
    const names: string[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await bench.client().files.list({
        q: `'${parent}' in parents and trashed = false`,
        pageSize: 3,
        orderBy: "name",
        fields: "nextPageToken,files(id,name)",
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      names.push(...(data.files ?? []).map((file) => file.name ?? ""));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    expect(names).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Согласие ${number}`));
    const odd = await bench.client().files.list({ q: "appProperties has { key='kind' and value='odd' }" });
    expect(odd.data.files).toHaveLength(4);
    expect(odd.data).toMatchObject({ kind: "drive#fileList", incompleteSearch: false });
  });

  test("metadata are patched, the file moved, trashed, brought back and deleted", async () => {
    const target =
      (await bench.client().files.create({ requestBody: { name: "Архив", mimeType: FOLDER } })).data.id ?? "";
    const id = await bench.makeDoc("текст", { appProperties: { a: "1", b: "2" } });
    const before = await bench.client().files.get({ fileId: id, fields: "parents,version" });
    const moved = await bench.client().files.update({
      fileId: id,
      addParents: target,
      removeParents: (before.data.parents ?? []).join(","),
      requestBody: { name: "Приказ (подписан)", appProperties: { a: null as unknown as string } },
      fields: "*",
    });
    expect(moved.data).toMatchObject({ name: "Приказ (подписан)", parents: [target], appProperties: { b: "2" } });
    expect(Number(moved.data.version)).toBeGreaterThan(Number(before.data.version));

    await bench.client().files.update({ fileId: target, requestBody: { trashed: true } });
    const inTrash = await bench.client().files.get({ fileId: id, fields: "trashed,explicitlyTrashed" });
    expect(inTrash.data).toEqual({ trashed: true, explicitlyTrashed: false });
    await bench.client().files.update({ fileId: target, requestBody: { trashed: false } });
    expect((await bench.client().files.get({ fileId: id, fields: "trashed" })).data).toEqual({ trashed: false });

    const gone = await bench.client().files.delete({ fileId: target });
    expect(gone.status).toBe(204);
    expect(await refusalOf(bench.client().files.get({ fileId: id }))).toMatchObject({
      code: 404,
      reason: "notFound",
      message: `File not found: ${id}.`,
    });
  });

  test("new media replace the content of a Doc and keep its id and properties", async () => {
    const id = await bench.makeDoc("было", { appProperties: { key: "1" } });
    await bench.client().files.update({
      fileId: id,
      requestBody: { name: "Новое имя" },
      media: { mimeType: DOCX, body: Readable.from([Buffer.from(docxFromText("стало"))]) },
    });
    const { data } = await bench
      .client()
      .files.export({ fileId: id, mimeType: "text/plain" }, { responseType: "text" });
    expect(data).toBe("стало");
    const file = await bench.client().files.get({ fileId: id, fields: "name,mimeType,appProperties" });
    expect(file.data).toEqual({ name: "Новое имя", mimeType: GOOGLE_DOC, appProperties: { key: "1" } });
  });

  test("a copy has its own id and content", async () => {
    const id = await bench.makeDoc("шаблон");
    const copy = await bench.client().files.copy({
      fileId: id,
      requestBody: { name: "Копия для школы" },
      fields: "id,name",
    });
    await bench.client().files.delete({ fileId: id });
    const { data } = await bench
      .client()
      .files.export({ fileId: copy.data.id ?? "", mimeType: "text/plain" }, { responseType: "text" });
    expect(data).toBe("шаблон");
  });

  test("about tells who asks and how much room is left", async () => {
    const { data } = await bench.client().about.get({ fields: "user,storageQuota(limit,usage)" });
    expect(data.user).toMatchObject({ emailAddress: CURATOR, displayName: "Ирина Сергеевна Кузнецова", me: true });
    expect(data.storageQuota).toEqual({ limit: "16106127360", usage: "0" });
  });

  (libreOffice() === null ? test.skip : test)(
    "a Doc is exported as PDF through LibreOffice, streamed",
    async () => {
      const id = await bench.makeDoc("Согласие на обработку персональных данных");
      const { data } = await bench.client().files.export({ fileId: id, mimeType: PDF }, { responseType: "stream" });
      expect((await bytesOf(data)).subarray(0, 5).toString()).toBe("%PDF-");
    },
    120_000,
  );
});

describe("sharing", () => {
  test("a file shared with a colleague is theirs to read, and Google writes to them", async () => {
    const id = await bench.makeDoc("Программа");
    const { data } = await bench.client().permissions.create({
      fileId: id,
      requestBody: { type: "user", role: "reader", emailAddress: HEAD },
      emailMessage: "Посмотрите, пожалуйста.",
      fields: "id,role,emailAddress,displayName",
    });
    expect(data).toMatchObject({ role: "reader", emailAddress: HEAD, displayName: "Павел Андреевич Орлов" });
    const head = bench.client("head");
    expect((await head.files.list({ q: "sharedWithMe = true" })).data.files).toHaveLength(1);
    expect(await refusalOf(head.files.update({ fileId: id, requestBody: { name: "x" } }))).toMatchObject({
      code: 403,
      reason: "insufficientFilePermissions",
    });
    const sent = sentMail(bench.world);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: [HEAD], replyTo: CURATOR });
    expect(sent[0]?.body).toContain("Посмотрите, пожалуйста.");

    await bench
      .client()
      .permissions.update({ fileId: id, permissionId: data.id ?? "", requestBody: { role: "writer" } });
    await head.files.update({ fileId: id, requestBody: { name: "Программа (правка)" } });
    await bench.client().permissions.delete({ fileId: id, permissionId: data.id ?? "" });
    expect((await bench.client().permissions.list({ fileId: id })).data.permissions).toHaveLength(1);
    expect(await refusalOf(head.files.get({ fileId: id }))).toMatchObject({ code: 404 });
  });

  test("somebody without a Google account can be invited by mail only", async () => {
    const id = await bench.makeDoc("Памятка");
    const share = (sendNotificationEmail: boolean): Promise<unknown> =>
      bench.client().permissions.create({
        fileId: id,
        sendNotificationEmail,
        requestBody: { type: "user", role: "reader", emailAddress: TEACHER },
      });
    expect(await refusalOf(share(false))).toMatchObject({ code: 400, reason: "invalidSharingRequest" });
    await share(true);
    expect((await bench.client().permissions.list({ fileId: id })).data.permissions).toHaveLength(2);
  });
});
