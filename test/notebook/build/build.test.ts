// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code that a test writes
import { once } from "node:events";
import { copyFileSync, cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pageFiles } from "../../../src/notebook/build/links.ts";
import { copyWithMachine, type Project } from "./project.ts";

// What a warm build may not know of: a loader's import, what a loader reads, an attached file, what two figures share, and what
// a page tells of others.
const made = {
  "notes.txt": "dry",
  "src/data/told.json.ts":
    'import { readFileSync } from "node:fs";\n\nconsole.log(JSON.stringify(readFileSync("notes.txt", "utf8")));\n',
  "src/data/rain.csv": "month,mm\nMay,80\n",
  "src/all.md": "---\ntitle: All of it\naside: true\n---\n\n# All of it\n\n```headings\n```\n",
  "src/source-[id].md": "---\ntitle: A source\n---\n\n```source-records\n```\n",
  "src/data/counted.json.ts": 'import { counted } from "../counted.ts";\n\nconsole.log(JSON.stringify(counted));\n',
  "src/counted.ts": "export const counted = [1, 2, 3];\n",
  "src/figures/shared-words.ts": 'export const season = "harvest";\n',
  "src/more.md":
    '---\ntitle: More\n---\n\n# More\n\n```js\ndisplay(FileAttachment("data/counted.json").json());\n```\n\n```js\ndisplay(FileAttachment("data/told.json").json());\ndisplay(FileAttachment("data/rain.csv").text());\n```\n'
};

// Every test here builds, some more than once, and one of them waits for a lock to grow old.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let project: Project;
/** The same, which no test edits. */
let elsewhere: Project;
let good: Record<string, string>;

function prepared(name: string): Project {
  const copy = copyWithMachine("coffee", name);
  for (const [file, text] of Object.entries(made)) copy.write(file, text);
  const figure = copy.read("src/figures/harvest-by-source.ts").replace("`Coffee harvest of", "`Coffee ${season} of");
  copy.write("src/figures/harvest-by-source.ts", `import { season } from "./shared-words.ts";\n${figure}`);
  return copy;
}

const builds = async (): Promise<void> => expect(await project.build()).toMatchObject({ code: 0, complaints: "" });

beforeAll(async () => {
  project = prepared("build");
  elsewhere = prepared("elsewhere");
  await builds();
  good = project.published();
});

const mainOf = (page: string): string => /<main[\s\S]*<\/main>/.exec(project.read(`dist/${page}.html`))?.[0] ?? "";
const styleOf = (page: string): string => /<style>[\s\S]*?<\/style>/.exec(project.read(`dist/${page}.html`))?.[0] ?? "";

/** The content of the one published file in this folder whose name, but for the hash in it, is this. */
function only(folder: string, name: string): Buffer {
  const [stem = "", ending = ""] = name.split(".");
  const files = readdirSync(join(project.root, "dist", folder)).filter(
    (file) => file.startsWith(`${stem}.`) && file.endsWith(`.${ending}`)
  );
  expect(files).toHaveLength(1);
  return readFileSync(join(project.root, "dist", folder, files[0] ?? ""));
}
const attached = (name: string): string => only("_file/data", `${name}.json`).toString();

describe("a build of a notebook on another subject", () => {
  test("publishes pages, also in folders, and downloads at stable addresses", () => {
    expect(Object.keys(good)).toEqual(
      expect.arrayContaining([
        "index.html",
        "harvest.html",
        "angles/prices.html",
        "data/figures.csv",
        "data/datapackage.json",
        "figures/arabica-price.png",
        "figures/drying.csv",
        "choices/harvest.bureau.json",
        "share/angles/prices.png"
      ])
    );
    expect(JSON.parse(project.read("dist/data/datapackage.json"))).toMatchObject({
      name: "coffee-of-the-ombrel-hills",
      title: "Coffee of the Ombrel Hills"
    });
  });

  test("says nothing of another notebook, and holds no empty list of links", () => {
    for (const page of pageFiles(join(project.root, "dist"))) {
      const html = project.read(`dist/${page}`);
      expect(html).not.toMatch(/rare.earth|favicon|claims-and-reality/i);
      expect(html).not.toMatch(/<(nav|ul|ol)\b[^>]*>\s*<\/\1>/);
    }
  });

  test("is the same, byte for byte, in another folder, time zone and language, and years later", async () => {
    const later =
      "const Past=Date;globalThis.Date=class extends Past{constructor(...a){super(...(a.length?a:[Past.now()+1e11]))}static now(){return Past.now()+1e11}}";
    const built = await elsewhere.build({
      TZ: "Pacific/Auckland",
      LC_ALL: "de_DE.UTF-8",
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`
    });
    expect(built).toMatchObject({ code: 0, complaints: "" });
    expect(elsewhere.published()).toEqual(good);
  });
});

/** Files at stable addresses, and what pages say. */
const state = () => ({
  ...Object.fromEntries(
    Object.entries(project.published()).filter(([file]) => /^(?:data|figures|search|share|choices)/.test(file))
  ),
  ...Object.fromEntries(pages.map((page) => [`${page}.html`, mainOf(page)]))
});
const pages = ["index", "harvest", "angles/prices", "more", "all", "source-crop-survey-2024", "source-courier"];
const pictures = /^(?:figures|share)\/.*\.png$/;

const style = "../../../src/notebook/style/tokens.css";
const face = (name: string): string => join(project.machine, "fonts", name);

/** An edit, what shows it, and which parts of the state may differ from before. */
interface Edit {
  of: string;
  edit(): void;
  shows(changed: readonly string[]): void;
  changes: RegExp;
}

const edits: Edit[] = [
  {
    of: "a loader’s import, what a loader reads, and an attached file",
    edit() {
      project.write("src/counted.ts", "export const counted = [4, 5, 6];\n");
      project.write("notes.txt", "wet");
      project.write("src/data/rain.csv", "month,mm\nMay,81\n");
    },
    shows() {
      expect(attached("counted")).toBe("[4,5,6]\n");
      expect(attached("told")).toBe('"wet"\n');
      expect(only("_file/data", "rain.csv").toString()).toContain("81");
    },
    changes: /^$/
  },
  {
    of: "prose, a heading, and a number that prose names",
    edit() {
      project.edit("src/harvest.md", ", a record.", ", a record of records.");
      project.edit("src/harvest.md", "## What drying takes", "## What the drying takes");
      project.edit("src/more.md", "# More\n", "# More\n\nAs {{crop-survey-2024.price.ombrel.2021}}.\n");
    },
    shows(changed) {
      expect(mainOf("harvest")).toContain("a record of records");
      expect(mainOf("all")).toContain("What the drying takes");
      expect(mainOf("more")).toContain('data-fact="crop-survey-2024.price.ombrel.2021"');
      // A source’s page tells which pages use a record.
      expect(changed).toContain("source-crop-survey-2024.html");
    },
    changes: /^(?:harvest|all|more|source-crop-survey-2024)\.html|^search\.json/
  },
  {
    of: "a figure’s import",
    edit: () => project.write("src/figures/shared-words.ts", 'export const season = "crop";\n'),
    shows() {
      expect(mainOf("harvest")).toContain("Coffee crop of");
      // Search finds what a figure says of itself.
      expect(project.read("dist/search.json")).toContain("Coffee crop of");
    },
    // Whose number a reader takes changes nothing of this figure, which shows both.
    changes:
      /^harvest\.html|^(?:embed|cite\/figures)\/harvest-by-source\.|^figures\/(?:harvest-by-source\.(?:csv|js|json|parquet|png|svg|xlsx)|shared-words\.ts\.txt)|^search\.json/
  },
  {
    of: "a record",
    edit: () => project.edit("data/ledger/crop-survey-2024.yaml", "2021: 3.9", "2021: 3.7"),
    shows(changed) {
      expect(mainOf("angles/prices")).toContain('data-fact="crop-survey-2024.price.ombrel.2021" data-n="1">3.7<');
      expect(project.read("dist/figures/arabica-price.csv")).toContain("3.7");
      expect(attached("figures")).toContain('"value":3.7,');
      expect(changed).toEqual(expect.arrayContaining(["data/figures.csv", "share/angles/prices.png", "search.json"]));
    },
    changes:
      /^(?:angles\/prices|more|source-crop-survey-2024)\.html|^claim\/|^embed\/arabica-price\.|^llms\.txt|^data\/(?:figures\.|tables\.xlsx|datapackage|ro-crate)|^(?:figures\/arabica-price|share\/angles\/prices)\.|^search\.json/
  },
  {
    of: "front matter",
    edit: () => project.edit("src/angles/prices.md", "title: Prices", "title: What it fetches"),
    shows(changed) {
      expect(project.read("dist/harvest.html")).toContain("What it fetches");
      expect(project.read("dist/search.json")).toContain("What it fetches");
      expect(changed).toContain("share/angles/prices.png");
    },
    // Pages lead to one another by their titles.
    changes: /\.html$|^search\.json|^share\/angles\/prices\.png/
  },
  {
    of: "a style",
    edit: () => project.edit(style, "--ink: #171b1f;", "--ink: #2a1b0f;"),
    shows(changed) {
      const ink = /--ink: ?#2a1b0f/;
      expect(ink.test(only("_assets", "style.css").toString())).toBe(true);
      for (const page of pages) expect(ink.test(styleOf(page))).toBe(true);
      expect(project.read("dist/figures/arabica-price.svg")).toContain("#2a1b0f");
      expect(changed).toContain("figures/arabica-price.png");
    },
    changes: /^(?:figures|share)\/.*\.(?:js|png|svg)$/
  },
  {
    of: "a font, of pages and of pictures",
    edit() {
      copyFileSync(face("serif-text.woff2"), face("sans.woff2"));
      copyFileSync(face("pictures/serif-display-regular.ttf"), face("pictures/sans-regular.ttf"));
    },
    shows(changed) {
      expect(only("_assets/fonts", "sans.woff2").equals(readFileSync(face("serif-text.woff2")))).toBe(true);
      expect(changed).toEqual(Object.keys(state()).filter((file) => pictures.test(file)));
    },
    changes: pictures
  }
];

describe("after an edit, on top of those before it, a warm build shows it and nothing else", () => {
  test.each(edits)("of $of", async ({ edit, shows, changes }) => {
    const before = state();
    edit();
    await builds();
    const now = state();
    const changed = Object.keys(now).filter((file) => now[file] !== before[file]);
    shows(changed);
    expect(changed.filter((file) => !changes.test(file))).toEqual([]);
    expect(Object.keys(now)).toEqual(Object.keys(before));
  });

  test("after them all, it publishes what a cold build does, byte for byte", async () => {
    const warm = project.published();
    expect(warm).not.toEqual(good);
    project.remove(".build");
    project.remove("src/.observablehq");
    await builds();
    expect(project.published()).toEqual(warm);
  });
});

describe("a build that is killed", () => {
  test("leaves the last good site", async () => {
    const last = project.published();
    undoEdits();
    // The command is a process that starts another; a closed terminal ends both.
    const killed = project.start("build", {}, { detached: true });
    const closed = once(killed, "close");
    await vi.waitUntil(() => project.has(".build/site/index.html"), { timeout: 300_000, interval: 10 });
    process.kill(-Number(killed.pid), "SIGKILL");
    await closed;
    expect(project.has(".build/site/index.html")).toBe(true);
    expect(project.published()).toEqual(last);
  });

  test("leaves nothing that two builds at once, after it, would publish", async () => {
    project.write("src/.observablehq/cache/data/counted.json", "[0]");
    project.write(".build/tables/figures.json", "[]");
    project.write(".build/site/left-over.html", "<p>left over</p>");
    const both = await Promise.all([project.build(), project.build()]);
    expect(both).toMatchObject([
      { code: 0, complaints: "" },
      { code: 0, complaints: "" }
    ]);
    expect(project.published()).toEqual(good);
  });
});

/** The sources as no test has edited them; what builds have left stays. */
function undoEdits(): void {
  const folders = ["src", "data"].map((folder) => [join(elsewhere.root, folder), join(project.root, folder)] as const);
  project.write("notes.txt", made["notes.txt"]);
  for (const [from, to] of [...folders, [elsewhere.machine, project.machine] as const])
    cpSync(from, to, { recursive: true, filter: (file) => !file.includes(".observablehq") });
}
