import { describe, expect, test } from "vitest";
import { readArticle } from "../../../../src/notebook/ledger/draft/article.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const prose =
  "The harbour handled 1.2 million tonnes last year, the port authority said. Ships waited two days on average, which is less than before.";

/** A page as newspapers publish them: head, navigation, caption, article, links to others. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Port | The Harbour Post</title>
<meta property="og:title" content="Port Grows Again"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2025-11-02T08:00:00Z"><meta name="author" content="Jo Lund and Mia Berg">
<link rel="canonical" href="https://example.org/port"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport, 24 stories</a></nav>
<article><h1>Port Grows Again</h1><figure><img src="a.jpg"><figcaption>Cranes, 12 of them. Photo: Agency</figcaption></figure>
<p>${prose}</p><p>${prose.replace("1.2", "1.4").replace("last year", "this year")}</p><p>${"More was said about the quay, which is to be built. ".repeat(6)}</p></article>
<aside><h2>Most read</h2><ul><li>Ten ways to cook cod</li></ul></aside><footer>© 2025 The Harbour Post</footer></body></html>`;

describe("a page", () => {
  const article = readArticle(bytes(page), "port.html");

  test("gives its identity", () => {
    const { title, publisher, date, url, authors, language } = article;
    expect({ title, publisher, date, url, authors, language }).toEqual({
      title: "Port Grows Again",
      publisher: "The Harbour Post",
      date: "2025-11-02",
      url: "https://example.org/port",
      authors: ["Jo Lund", "Mia Berg"],
      language: "en"
    });
  });

  test("is read without navigation, captions and links to others", () => {
    expect(article.isExtracted).toBe(true);
    expect(article.text).toContain("1.2 million tonnes");
    expect(article.text).not.toMatch(/24 stories|12 of them|cook cod|©/);
  });
});

describe("a page that says little of itself", () => {
  const html = (head: string, body: string, attributes = "") =>
    readArticle(bytes(`<html${attributes}><head>${head}</head><body>${body}</body></html>`), "port.html");
  const paragraphs = `<p>${prose}</p><p>${prose.replace("1.2", "1.4")}</p>`;

  test("is dated by its data or by a time that it shows, and by nothing that is no date", () => {
    const data = `<script type="application/ld+json">{"datePublished":"2025-11-02T08:00","author":{"name":"Jo Lund"}}</script>`;
    expect(html(data, `<h1>Port Grows Again</h1>${paragraphs}`)).toMatchObject({
      ...{ date: "2025-11-02", authors: ["Jo Lund"], title: "Port Grows Again", language: "en" }
    });
    const shown = html("<title>Port</title>", `${paragraphs}<time datetime="2025-11-03T10:00">Monday</time>`);
    expect(shown).toMatchObject({ date: "2025-11-03", title: "Port" });
    expect(html('<meta name="date" content="soon">', paragraphs, ' lang="de-DE"')).toMatchObject({
      ...{ date: null, title: null, language: "de" }
    });
  });

  test("is read whole where it is short or empty", () => {
    expect(html("", "<p>The quay is open.</p><aside>Most read</aside>").text).toBe("The quay is open.");
    expect(html("", "").text).toBe("");
  });
});

describe("the headline of a text", () => {
  const headline = "Port Grows Again as Ships Return to the Northern Quay";
  const titleOf = (...lines: string[]) => readArticle(bytes(lines.join("\n")), "port.txt").title;

  test.each([
    ["the first line", ["Port Grows Again", prose], "Port Grows Again"],
    ["a line that is repeated", [prose, headline, headline, prose.replace("1.2", "1.4")], headline],
    ["none, where a list follows", ["Port Grows Again", "– Ships wait less", prose], null],
    ["none, where the line goes on", ["Port Grows Again and again, as", "ships return to the quay.", prose], null]
  ])("is %s", (_, lines, title) => expect(titleOf(...lines)).toBe(title));
});

describe("encodings", () => {
  const russian = "Порт принял 1,2 млн тонн грузов, сообщили в администрации порта. Это больше, чем годом ранее.";

  test("a file in windows-1251 is read and told", () => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder("windows-1251").decode(Uint8Array.of(byte)), byte])
    );
    const encoded = Uint8Array.from(
      Array.from(`${russian}\n${russian.replace("1,2", "1,3")}`, (letter) => table.get(letter) ?? 63)
    );
    const article = readArticle(encoded, "port.txt");
    expect(article.text).toContain("Порт принял 1,2 млн тонн");
    expect(article.language).toBe("ru");
    expect(article.notes).toEqual([expect.stringContaining("windows-1251")]);
  });

  test("UTF-8 that was read as windows-1252 is mended", () => {
    const broken = new TextDecoder("windows-1252").decode(
      bytes("The port’s “new” quay – 300 m – isn’t open. It’s “late”.")
    );
    const article = readArticle(bytes(broken), "port.txt");
    expect(article.text).toBe("The port’s “new” quay – 300 m – isn’t open. It’s “late”.");
    expect(article.isExtracted).toBe(true);
    expect(article.notes).toHaveLength(1);
  });

  test("the same with the characters of Windows, and a byte that has none lost", () => {
    const article = readArticle(bytes("The portâ€™s â€œnewâ€\ufffd quay â€“ cafÃ© â€“ is open."), "port.txt");
    expect(article.text).toBe("The port’s “new” quay – café – is open.");
  });

  test("Russian in UTF-8 that was read as windows-1251 is mended, its lost letter too", () => {
    const article = readArticle(bytes("Р�РіРѕСЂСЊ вЂ” РєР°РїРёС‚Р°РЅ."), "port.txt");
    expect(article.text).toBe("Игорь — капитан.");
  });

  test("a file in windows-1252 keeps its dashes and quotes", () => {
    const article = readArticle(
      Uint8Array.from(
        [
          ..."The caf",
          0xe9,
          ..." ",
          0x93,
          ..."Port",
          0x94,
          ..." has 200",
          0x96,
          ..."250 seats, which is more than the old one had."
        ].map((one) => (typeof one === "number" ? one : one.charCodeAt(0)))
      ),
      "port.txt"
    );
    expect(article.text).toContain("The café “Port” has 200–250 seats");
    expect(article.notes).toEqual([expect.stringContaining("windows-1252")]);
  });

  test.each([
    ["little", [0xff, 0xfe], 0],
    ["big", [0xfe, 0xff], 1]
  ])("a file in UTF-16 is read, with the %s end first", (_, mark, low) => {
    const pairs = Array.from(prose, (letter) => (low === 0 ? [letter.charCodeAt(0), 0] : [0, letter.charCodeAt(0)]));
    const article = readArticle(Uint8Array.from([...mark, ...pairs.flat()]), "port.txt");
    expect(article.text.replace("\ufeff", "")).toBe(prose);
    expect(article.notes).toEqual(["The file is in UTF-16."]);
  });

  test("what calls itself Latin-1 is read as browsers do", () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>“Port” has 200–250 seats.</p></body></html>`;
    const codes = new Map([
      ["“", 0x93],
      ["”", 0x94],
      ["–", 0x96]
    ]);
    const article = readArticle(
      Uint8Array.from(page, (letter) => codes.get(letter) ?? letter.charCodeAt(0)),
      "port.html"
    );
    expect(article.text).toContain("“Port” has 200–250 seats");
    expect(article.notes).toEqual(["The file is in windows-1252, as it says itself."]);
  });

  test("letters that were lost before are counted", () => {
    expect(readArticle(bytes(`The caf\ufffd is open. ${prose}`), "port.txt").notes).toEqual([
      "1 of its characters are lost and stand as “\ufffd”."
    ]);
  });

  test("plain text stays as it is", () => {
    expect(readArticle(bytes(prose), "port.txt")).toMatchObject({ text: prose, isExtracted: false, notes: [] });
  });

  test("a letter of another script where apostrophes stood is named", () => {
    expect(
      readArticle(bytes("The portโs quay isnโt open. Itโs late, and thatโs that for the cityโs plans."), "p.txt")
        .damagedCharacter
    ).toBe("โ");
  });

  test("Cyrillic letters in Latin words are a writer’s slip, and no damage", () => {
    const slips = "The pоrtа quay. Itа late, and thatа that for the cityа plans.";
    expect(readArticle(bytes(slips), "p.txt").damagedCharacter).toBeNull();
  });
});

test("metadata, tags, links and the form for comments are no part of an article", () => {
  const text = [
    "2025-11-02T08:00+0000",
    "Port Grows Again",
    "harbour",
    "ships",
    "trade",
    prose,
    "Read also: Cod is back",
    "https://example.org/cod.jpg",
    "12 comments"
  ].join("\n");
  expect(readArticle(bytes(text), "port.txt").outside.map(({ paragraph }) => paragraph)).toEqual([1, 3, 4, 5, 7, 8, 9]);
});

test("a body run together as metadata and a pull quote are copies of the text", () => {
  const [first = "", second = ""] = [
    prose,
    "The second quay is to be opened in the spring, when the ice has gone, the mayor told the paper."
  ];
  const third = "No one knows what the third one costs, and nobody at the town hall would say it on the record.";
  const text = [
    `${first}${second}${third}`,
    "Headline of the piece",
    first,
    second,
    "when the ice has gone, the mayor told the paper",
    third
  ].join("\n");
  expect(readArticle(bytes(text), "port.txt").copies).toEqual([
    { paragraph: 1, of: [3, 4, 6] },
    { paragraph: 5, of: [4] }
  ]);
});

test("keywords in small letters and links under a heading are none of it, up to the next sentence", () => {
  const text = [
    "Ships, Trade, Quay, Ice, and Cod",
    prose,
    "harbour, ships, trade, quay, ice",
    "Read more",
    "Cod is back",
    "The Cheapest Port of All",
    prose.replace("1.2", "1.4")
  ].join("\n");
  expect(readArticle(bytes(text), "port.txt").outside).toEqual([
    { paragraph: 3, reason: "Keywords as page metadata." },
    ...[4, 5, 6].map((paragraph) => ({ paragraph, reason: "Link to another article." }))
  ]);
});

describe("a quote is a copy of the paragraph that has most of it", () => {
  const quote = "nobody would open the second quay before the ice of the long winter has gone";
  const most = `The mayor told the paper that ${quote}, and went home.`;
  const less = "She wrote that nobody would open the second quay before the ice is off, which was true.";
  test.each([
    ["first", [quote, most, less], [2]],
    ["last", [quote, less, most], [3]]
  ])("which comes %s", (_, lines, of) => {
    expect(readArticle(bytes(lines.join("\n")), "port.txt").copies).toEqual([{ paragraph: 1, of }]);
  });
});

test("Markdown without front matter has its first heading as title, or none", () => {
  expect(readArticle(bytes(`# Port Grows Again\n\n${prose}\n`), "port.md")).toMatchObject({
    title: "Port Grows Again",
    date: null
  });
  expect(readArticle(bytes(`${prose}\n\n${prose.replace("1.2", "1.4")}\n`), "port.md").title).toBeNull();
});

test("Markdown gives its front matter and its paragraphs", () => {
  const markdown = `---\ntitle: Port Grows Again\ndate: 2025-11-02\n---\n\n${prose}\n\n- 300 cranes\n`;
  const article = readArticle(bytes(markdown), "port.md");
  expect(article).toMatchObject({ title: "Port Grows Again", date: "2025-11-02", isExtracted: true });
  expect(article.text.split("\n")).toHaveLength(2);
});

test("a scientific page’s own metadata date it, and its references, its notice of cookies and its dates of receipt do not", () => {
  const { title, publisher, date, outside, text } = readArticle(
    bytes(`<html lang="en"><head><meta name="citation_title" content="Red mud"><meta name="citation_journal_title" content="Residues">
<meta name="citation_publication_date" content="2025/01/22"></head><body><article><h1>Red mud</h1>
<p>Received 4 June 2024; accepted 11 January 2025</p><p>${prose}</p><p>We and our 843 partners use cookies.</p>
<p>${prose.replace("1.2", "1.4")}</p><h2>References</h2><p>1. Power, G. Residues 2011, 108, 33–45, a list of what was read.</p></article></body></html>`),
    "paper.html"
  );
  expect({ title, publisher, date }).toEqual({ title: "Red mud", publisher: "Residues", date: "2025-01-22" });
  const lines = text.split("\n");
  const reasons = outside.map(({ paragraph, reason }) => [lines[paragraph - 1]?.slice(0, 10), reason]);
  expect(reasons).toContainEqual(["1. Power, ", "List of references."]);
  expect(reasons).toContainEqual(["We and our", "Navigation."]);
});

test("the end of a reporting period dates nothing, what was published does", () => {
  const dateOf = (line: string) => readArticle(bytes(`Report\n${line}\n${prose}`), "report.txt").date;
  expect(dateOf("For the three months ended 30 September 2025")).toBeNull();
  expect(dateOf("Received 4 June 2024; published 22 January 2025")).toBe("2025-01-22");
});

test("a letterhead is no headline, and a quotation alone is one", () => {
  const titleOf = (head: string) =>
    readArticle(bytes(`${head}\n${prose}\n${prose.replace("1.2", "1.4")}`), "a.txt").title;
  expect(titleOf("Ministry of Ports\nPress release\nThe port grows again")).toBe("The port grows again");
  expect(titleOf("“We wait and wait and wait for ships”")).toBe("“We wait and wait and wait for ships”");
});
