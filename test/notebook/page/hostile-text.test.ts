import { parse as parseModule } from "acorn";
import exceljs from "exceljs";
import { Parser } from "htmlparser2";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { isScalar, parseDocument, visit } from "yaml";
import { inspect } from "../../../src/notebook/build/check-notebook.ts";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { makeReaderSite } from "../../../src/notebook/build/reader-state.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { checkLedger } from "../../../src/notebook/ledger/check-ledger.ts";
import { type LedgerFile, type ParsedLedger, parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { readLedgerFiles } from "../../../src/notebook/ledger/read-ledger.ts";
import { claimFiles } from "../../../src/notebook/page/claims.ts";
import { embedFiles } from "../../../src/notebook/page/embeds.ts";
import { feedFiles } from "../../../src/notebook/page/feed.ts";
import { sitemapFiles } from "../../../src/notebook/page/metadata.ts";
import { outlineOf, outlines } from "../../../src/notebook/page/outline.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { bytesOf } from "../../../src/notebook/page/published-file.ts";
import { searchIndex } from "../../../src/notebook/page/search.ts";
import { pageFooter, pageHead, pageHeader } from "../../../src/notebook/page/shell.ts";
import { parseCsv } from "./parse-csv.ts";

// Words of the ledger that want to be markup, script or a formula: whatever is published of them shows them as they are.

const root = "test/subjects/coffee";

/** What each of them would make, if it came to be: an element, an attribute, a call, all by this name. */
const attacks = {
  markup: `"'><struck struck=1><img/src=x/onerror=struck()></script></style></title></svg><script>struck()</script><!--`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to look like a template
  code: "${struck()}`;struck();//[x](javascript:struck())`{{own.1|struck}}`&lt;struck&gt;]]>\\u0022+struck()}ER  -"
} as const;

/** Words of the ledger that the subject's own figure knows its rows by. */
const ofFigures = ["as picked", "as milled"];

/** The ledger's files with words put behind every value under a key. */
function withWords(files: readonly LedgerFile[], words: string, keys: (key: string) => boolean): LedgerFile[] {
  return files.map(({ path, text }) => {
    const document = parseDocument(text);
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !isScalar(value) || typeof value.value !== "string" || !keys(String(key.value))) return;
        if (!ofFigures.includes(value.value)) value.value += words;
      }
    });
    return { path, text: document.toString({ lineWidth: 0 }) };
  });
}

const files = readLedgerFiles(root);
const parsed = (words: string, keys: (key: string) => boolean): ParsedLedger =>
  parseLedger(withWords(files, words, keys));
const isSound = (ledger: ParsedLedger): boolean => checkLedger(ledger).length === 0;

const keys = [...new Set(files.flatMap(({ text }) => [...text.matchAll(/([a-z_]+):\s/g)].map(([, key = ""]) => key)))];
/** The keys under which any words may stand. */
const textKeys = keys.filter((key) => isSound(parsed("<struck>", (one) => one === key)));

test("the ledger’s words stand under many keys, and its names and codes take none", () => {
  for (const key of ["title", "name", "role", "label", "description", "says", "paraphrase", "printed", "explanation"])
    expect(textKeys).toContain(key);
  for (const key of ["id", "metric", "speaker", "unit", "text_sha256"]) expect(textKeys).not.toContain(key);
});

test.each([
  "=HYPERLINK(1)",
  "@SUM(1)",
  "+1+cmd|' /C calc'!A0",
  "-2+cmd|x",
  "bell\u0007",
  "turned \u202Eround",
  "escape \u001B[31m",
  "half \uD83D"
])("%j is no text of a ledger", (words) => {
  for (const file of files) {
    const document = parseDocument(file.text);
    if (!document.hasIn(["speakers", 0, "name"])) continue;
    document.setIn(["speakers", 0, "name"], words);
    const changed = files.map((one) => (one === file ? { ...file, text: document.toString() } : one));
    expect(checkLedger(parseLedger(changed)).length).toBeGreaterThan(0);
    return;
  }
  throw new Error("no file has speakers");
});

test.each(["javascript:struck()", "data:text/html,<struck>", "file:///etc/passwd", "vbscript:struck()"])(
  "%s is no address of a source",
  (url) => {
    const changed = files.map(({ path, text }) => ({ path, text: text.replace(/(?<= url: ).*/, JSON.stringify(url)) }));
    expect(checkLedger(parseLedger(changed)).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('"url" is ')
    );
  }
);

interface Made {
  path: string;
  bytes: Buffer;
  text: string;
}

/** All that is published of a notebook whose every text ends in these words. */
async function siteOf(words: string): Promise<Made[]> {
  const ledger = parsed(words, (key) => textKeys.includes(key));
  // Names that all end in the same words are named wherever these stand.
  expect(checkLedger(ledger).filter(({ message }) => !message.startsWith("its words name "))).toEqual([]);
  const options = {
    title: `Coffee${words}`,
    description: `Of beans${words}`,
    about: `Made${words}`,
    authors: [`A. Uthor${words}`],
    licence: `CC BY 4.0${words}`,
    homepage: "https://coffee.example/",
    updated: "2026-01-31"
  };
  const inspected = inspect(root, options, await readStory(root), { parsed: ledger });
  const { notebook } = inspected;
  const { bodies } = await makeReaderSite(root, inspected);
  const asset = (name: string): string => `/_assets/${name}`;
  const outline = outlines(notebook, ({ path }) => outlineOf(bodies.find((body) => body.path === path)?.content ?? ""));
  const made = [
    ...publishedFiles(root, notebook, pictureTokens()),
    ...claimFiles(notebook, asset),
    ...embedFiles(notebook, asset),
    ...feedFiles(notebook),
    ...sitemapFiles(
      notebook.site.pages.map(({ path }) => path),
      notebook
    ),
    { path: "search.json", content: searchIndex(outline, notebook) },
    ...bodies.map(({ path, content }) => ({
      path: `pages${path}.html`,
      content: `<!doctype html><html><head>${pageHead(path, notebook)}</head><body>${pageHeader(path, [], notebook)}${content}${pageFooter(path, notebook)}</body></html>`
    }))
  ];
  return made.map((file) => {
    const bytes = bytesOf(file);
    // A picture is published as pixels; what it is drawn from is looked at here.
    return { path: file.path.replace(/\.png$/, ".png.svg"), bytes, text: bytes.toString() };
  });
}

/** Elements and attributes of a document that nobody wrote, by each of two parsers. */
function foreign(html: string, isXml: boolean): string[] {
  const found: string[] = [];
  const look = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (/struck/i.test(name)) found.push(`<${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on|struck/i.test(attribute)) found.push(`<${name} ${attribute}>`);
      if (
        /^(?:href|src|action|xlink:href|formaction)$/i.test(attribute) &&
        /^\s*(?:javascript|data|vbscript):(?!image\/)/i.test(value)
      )
        found.push(`<${name} ${attribute}="${value}">`);
    }
  };
  let script: string | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        look(name, attributes);
        if (name === "script") script = /json/.test(attributes.type ?? "") ? null : "";
      },
      ontext(text) {
        if (script !== null) script += text;
      },
      onclosetag(name) {
        if (name === "script" && script?.includes("struck")) found.push(`<script>${script}`);
        if (name === "script") script = null;
      }
    },
    { xmlMode: isXml }
  );
  parser.end(html);
  const { document } = new JSDOM(html, { contentType: isXml ? "application/xml" : "text/html" }).window;
  for (const element of document.querySelectorAll("*")) {
    look(element.localName, Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
    const isCode = element.localName === "script" && !/json/.test(element.getAttribute("type") ?? "");
    if (isCode && element.textContent?.includes("struck")) found.push(`<script>${element.textContent}`);
  }
  return found;
}

/** Calls of a module that are by the attacks' name. */
function calls(code: string): string[] {
  const found: string[] = [];
  JSON.stringify(parseModule(code, { ecmaVersion: "latest", sourceType: "module" }), (_, node) => {
    if (node?.type === "Identifier" && node.name === "struck") found.push("struck");
    return node;
  });
  return found;
}

describe.each(Object.entries(attacks))("words that are %s", async (_, words) => {
  const made = await siteOf(words);
  const ending = (pattern: RegExp) => made.filter(({ path }) => pattern.test(path));

  test("are published, under addresses without them", () => {
    expect(made.length).toBeGreaterThan(60);
    expect(made.map(({ path }) => path).filter((path) => !/^[\w./@-]+$/.test(path))).toEqual([]);
  });

  test("are neither elements nor attributes of pages, pictures and feeds", () => {
    const documents = ending(/\.(?:html|svg|xml|atom)$/);
    expect(documents.length).toBeGreaterThan(20);
    for (const { path, text } of documents) {
      expect(foreign(text, !path.endsWith(".html")), path).toEqual([]);
      if (path.startsWith("pages/"))
        expect(new JSDOM(text).window.document.documentElement.textContent).toContain(words);
    }
  });

  test("end no data that stand in a page", () => {
    const data = ending(/\.html$/).flatMap(({ text }) =>
      [...new JSDOM(text).window.document.querySelectorAll('script[type$="json"]')].map(
        (script) => script.textContent ?? ""
      )
    );
    expect(data.length).toBeGreaterThan(0);
    for (const text of data) expect(() => JSON.parse(text)).not.toThrow();
  });

  test("are strings of JSON and of modules", () => {
    for (const { path, text } of ending(/\.json$/)) expect(() => JSON.parse(text), path).not.toThrow();
    const modules = ending(/figures\/[\w-]+\.js$/);
    expect(modules.length).toBeGreaterThan(1);
    for (const { path, text } of modules) expect(calls(text), path).toEqual([]);
  });

  test("are cells of CSV and of workbooks, no formulas", async () => {
    const sheets = ending(/\.csv$/);
    expect(sheets.length).toBeGreaterThan(5);
    for (const { path, text } of sheets) {
      const [head = [], ...rows] = parseCsv(text);
      expect(
        rows.filter((row) => row.length !== head.length),
        path
      ).toEqual([]);
      expect(
        rows.flat().filter((cell) => /^=.|^[@\t\r]|^[+-](?![\d.]+$)/.test(cell)),
        path
      ).toEqual([]);
    }
    for (const { path, bytes } of ending(/\.xlsx$/)) {
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes as unknown as ArrayBuffer);
      book.eachSheet((sheet) =>
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula, `${path} ${cell.address}`).toBeUndefined()))
      );
    }
  });

  test("begin no record and no field of a citation", () => {
    for (const { path, text } of ending(/\.bib$/)) expect(text.match(/^@\w+\{/gm), path).toHaveLength(1);
    for (const { path, text } of ending(/\.ris$/)) {
      const tags = [...text.matchAll(/^([A-Z][A-Z\d]) {2}-/gm)].map(([, tag]) => tag);
      expect(
        tags.filter((tag) => tag === "TY" || tag === "ER"),
        path
      ).toEqual(["TY", "ER"]);
    }
  });
});
