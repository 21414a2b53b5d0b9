// Utilities, HtmlService and UrlFetchApp: texts, bytes, pages and requests.
import { behaviour } from "../kernel/behaviour";
import { stage } from "../kernel/testing";

describe("Utilities.formatDate", () => {
  const format = (pattern: string, when = "2026-09-01T06:05:09.007Z", zone = "Europe/Moscow"): unknown =>
    stage(`function go(when, zone, pattern) { return Utilities.formatDate(new Date(when), zone, pattern); }`).value(
      "go",
      when,
      zone,
      pattern,
    );

  behaviour("documented", "writes as Java's SimpleDateFormat, in the zone that it is given", () => {
    expect(format("dd.MM.yyyy HH:mm:ss.SSS")).toBe("01.09.2026 09:05:09.007");
    expect(format("d.M.yy h:mm a")).toBe("1.9.26 9:05 AM");
    expect(format("yyyy-MM-dd'T'HH:mm:ssXXX", "2026-01-01T00:30:00Z", "America/New_York")).toBe(
      "2025-12-31T19:30:00-05:00",
    );
    expect(format("EEE, dd MMM yyyy HH:mm:ss Z")).toBe("Tue, 01 Sep 2026 09:05:09 +0300");
    expect(format("EEEE D u 'o''clock'")).toBe("Tuesday 244 2 o'clock");
  });

  behaviour("documented", "takes YYYY for the year of the week, which is not the year on 29 December", () => {
    expect(format("YYYY yyyy", "2026-12-29T12:00:00Z")).toBe("2027 2026");
  });

  behaviour("assumed", "takes an unknown zone for GMT, and knows GMT+3", () => {
    expect(format("HH", "2026-09-01T06:00:00Z", "Nowhere/Land")).toBe("06");
    expect(format("HH", "2026-09-01T06:00:00Z", "GMT+3")).toBe("09");
  });
});

describe("Utilities.parseDate", () => {
  const parse = (text: string, pattern: string, zone = "Europe/Moscow"): unknown =>
    stage(`function go(text, zone, pattern) { return Utilities.parseDate(text, zone, pattern).toISOString(); }`).value(
      "go",
      text,
      zone,
      pattern,
    );

  behaviour("documented", "reads by the pattern, in the zone that it is given", () => {
    expect(parse("2026-09-01 00:30", "yyyy-MM-dd HH:mm")).toBe("2026-08-31T21:30:00.000Z");
    expect(parse("1.9.26 3:05 PM", "d.M.yy h:mm a")).toBe("2026-09-01T12:05:00.000Z");
    expect(parse("20260901", "yyyyMMdd", "UTC")).toBe("2026-09-01T00:00:00.000Z");
    expect(parse("Tue, 01 Sep 2026 09:05:09 -0430", "EEE, dd MMM yyyy HH:mm:ss Z")).toBe("2026-09-01T13:35:09.000Z");
  });

  behaviour("assumed", "rolls over what is out of range, and refuses what does not fit the pattern", () => {
    expect(parse("31.04.2026", "dd.MM.yyyy", "UTC")).toBe("2026-05-01T00:00:00.000Z");
    expect(() => parse("завтра", "dd.MM.yyyy")).toThrow("Unparseable date");
  });
});

describe("Utilities", () => {
  behaviour("documented", "gives bytes as signed numbers, in arrays", () => {
    const { value } = stage(`
      function bytes() { return [Utilities.newBlob("я").getBytes(), Utilities.base64Decode("0Y8="), Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "a").slice(0, 2)]; }
      function text() { return [Utilities.base64Encode("я"), Utilities.base64Encode([-47, -113]), Utilities.base64EncodeWebSafe([-1, -1, -2])]; }`);
    expect(value("bytes")).toEqual([
      [-47, -113],
      [-47, -113],
      [12, -63],
    ]);
    expect(value("text")).toEqual(["0Y8=", "0Y8=", "___-"]);
  });

  behaviour("documented", "reads CSV with quotes, doubled quotes and line ends inside", () => {
    const { value, run } = stage(
      `function csv(text, delimiter) { return delimiter ? Utilities.parseCsv(text, delimiter) : Utilities.parseCsv(text); }`,
    );
    expect(value("csv", 'a,b\r\n"1, ""x""","2\n3"\n')).toEqual([
      ["a", "b"],
      ['1, "x"', "2\n3"],
    ]);
    expect(value("csv", "Анна;;\nПётр;2;", ";")).toEqual([
      ["Анна", "", ""],
      ["Пётр", "2", ""],
    ]);
    expect(run("csv", { args: ['a,"b'] }).error?.message).toBe("Could not parse text.");
  });

  behaviour("documented", "formats like printf", () => {
    const { value } = stage(
      `function print() { return Utilities.formatString("%s|%5d|%-4s|%05.1f|%x|%%|%2$s", "a", 42, "b", 3.14159, 255); }`,
    );
    expect(value("print")).toBe("a|   42|b   |003.1|ff|%|42");
  });

  behaviour("documented", "packs and unpacks archives", () => {
    const { value } = stage(`function pack() {
      const zip = Utilities.zip([Utilities.newBlob("один", "text/plain", "a.txt"), Utilities.newBlob([1, -2], null, "b.bin")], "z.zip");
      const back = Utilities.unzip(zip);
      const gzip = Utilities.ungzip(Utilities.gzip(Utilities.newBlob("два", "text/plain", "c.txt")));
      return [zip.getName(), back.map((blob) => blob.getName()), back[0].getDataAsString(), back[1].getBytes(), gzip.getDataAsString(), gzip.getName()];
    }`);
    expect(value("pack")).toEqual(["z.zip", ["a.txt", "b.bin"], "один", [1, -2], "два", "c.txt"]);
  });

  behaviour("documented", "gives UUIDs of version 4", () => {
    const { value } = stage(`function ids() { return [Utilities.getUuid(), Utilities.getUuid()]; }`);
    const [first, second] = value("ids") as [string, string];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first).not.toBe(second);
  });
});

describe("HtmlService", () => {
  behaviour("documented", "takes pages from the project's files, and says which are missing", () => {
    const { value, run } = stage(
      `function page(name) { return HtmlService.createHtmlOutputFromFile(name).setTitle("Т").setWidth(400).getContent(); }`,
      { files: { "pairing.html": "<p>Пары</p>" } },
    );
    expect(value("page", "pairing")).toBe("<p>Пары</p>");
    expect(run("page", { args: ["missing"] }).error?.message).toBe("No HTML file named missing was found.");
  });

  behaviour("documented", "runs templates once, escaping what <?= prints for where it stands", () => {
    const { value } = stage(
      `
      function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
      function page() {
        const template = HtmlService.createTemplateFromFile("page");
        template.name = "<b>&\\"Анна\\"";
        template.list = [1, 2];
        return template.evaluate().getContent();
      }`,
      {
        files: {
          "page.html": `<?!= include("style") ?><p title="<?= name ?>"><? for (const n of list) { ?>[<?= n ?>]<? } ?></p><script>var x = <?= name ?>;</script>`,
          "style.html": "<style>p{}</style>",
        },
      },
    );
    expect(value("page")).toBe(
      `<style>p{}</style><p title="&lt;b&gt;&amp;&#34;Анна&#34;">[1][2]</p><script>var x = "\\u003cb>&\\"Анна\\"";</script>`,
    );
  });

  behaviour("documented", "an error in a scriptlet is the script's own", () => {
    const { run } = stage(`function page() { return HtmlService.createTemplate("<?= missing ?>").evaluate(); }`);
    expect(run("page").error).toMatchObject({ name: "ReferenceError", message: "missing is not defined" });
  });

  behaviour("documented", "allows a few meta tags only", () => {
    const { run } = stage(`function meta(name) { HtmlService.createHtmlOutput("").addMetaTag(name, "x"); }`);
    expect(run("meta", { args: ["viewport"] }).ok).toBe(true);
    expect(run("meta", { args: ["robots"] }).ok).toBe(false);
  });
});

describe("UrlFetchApp", () => {
  const CODE = `
    const files = "https://www.googleapis.com/drive/v3/files";
    function options(mute) { return { headers: { Authorization: "Bearer " + ScriptApp.getOAuthToken() }, muteHttpExceptions: mute }; }
    function create(name) {
      return JSON.parse(UrlFetchApp.fetch(files, Object.assign({ method: "post", contentType: "application/json", payload: JSON.stringify({ name: name }) }, options(false))).getContentText()).name;
    }
    function missing(mute) { const r = UrlFetchApp.fetch(files + "/nothing", options(mute)); return [r.getResponseCode(), JSON.parse(r.getContentText()).error.code]; }
    function stranger() { return UrlFetchApp.fetch(files, { headers: { Authorization: "Bearer stolen" }, muteHttpExceptions: true }).getResponseCode(); }
    function elsewhere() { UrlFetchApp.fetch("https://example.com/x"); }
    function many(count) { return UrlFetchApp.fetchAll(Array.from({ length: count }, () => Object.assign({ url: files }, options(true)))).map((r) => r.getResponseCode()); }
    function request() { return UrlFetchApp.getRequest("https://example.com/", { method: "post", payload: { a: "1 2", b: "ё" } }); }`;

  behaviour("documented", "the script's token opens Drive to the account and the script", () => {
    expect(stage(CODE).value("create", "Приказ")).toBe("Приказ");
    expect(stage(CODE).value("stranger")).toBe(401);
  });

  behaviour("measured", "throws for a status of 400 and more, quoting the answer, unless muted", () => {
    const { run, value } = stage(CODE);
    expect(run("missing", { args: [false] }).error?.message).toMatch(
      /^Request failed for https:\/\/www\.googleapis\.com returned code 404\. Truncated server response: [^]* \(use muteHttpExceptions option to examine full response\)$/,
    );
    expect(value("missing", true)).toEqual([404, 404]);
  });

  test("an address outside the sandbox is unreachable", () => {
    expect(stage(CODE).run("elsewhere").error?.message).toBe("Address unavailable: https://example.com/x");
  });

  behaviour("documented", "fetchAll sends many requests in one call, side by side", () => {
    const { run } = stage(CODE);
    const one = run("many", { args: [1] });
    const ten = run("many", { args: [10] });
    expect(ten.value).toEqual(Array(10).fill(200));
    expect(ten.meter.calls).toBe(1);
    expect(ten.meter.seconds).toBeCloseTo(one.meter.seconds, 1);
  });

  behaviour("documented", "sends an object as a form", () => {
    expect(stage(CODE).value("request")).toMatchObject({
      method: "post",
      payload: "a=1%202&b=%D1%91",
      contentType: "application/x-www-form-urlencoded",
    });
  });
});
