// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code that a test writes
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pageFiles } from "../../../src/notebook/build/links.ts";
import { copyOfSubject, type Project } from "./project.ts";

// What a warm build may not know of: a loader's import, and what two figures share.
const made = {
  "src/data/counted.json.ts": 'import { counted } from "../counted.ts";\n\nconsole.log(JSON.stringify(counted));\n',
  "src/counted.ts": "export const counted = [1, 2, 3];\n",
  "src/figures/shared-words.ts": 'export const season = "harvest";\n',
  "src/more.md": '---\ntitle: More\n---\n\n# More\n\n```js\ndisplay(FileAttachment("data/counted.json").json());\n```\n'
};

// Most tests here build more than once.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let project: Project;
let good: Record<string, string>;

function prepared(name: string): Project {
  const copy = copyOfSubject("coffee", name);
  for (const [file, text] of Object.entries(made)) copy.write(file, text);
  const figure = copy.read("src/figures/harvest-by-source.ts").replace("`Coffee harvest of", "`Coffee ${season} of");
  copy.write("src/figures/harvest-by-source.ts", `import { season } from "./shared-words.ts";\n${figure}`);
  return copy;
}

beforeAll(async () => {
  project = prepared("build");
  expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
  good = project.published();
});

/** What differs between what is published now and at first: files at stable addresses, and pages by what they say. */
function changed(): string[] {
  const now = project.published();
  const files = new Set([...Object.keys(good), ...Object.keys(now)]);
  return [...files].filter((file) => good[file] !== now[file] && /^(?:data|figures|search|share|choices)/.test(file));
}
const mainOf = (page: string): string => /<main[\s\S]*<\/main>/.exec(project.read(`dist/${page}.html`))?.[0] ?? "";
const attached = (name: string): string => {
  const folder = join(project.root, "dist/_file/data");
  const [file = ""] = readdirSync(folder).filter((entry) => entry.startsWith(`${name}.`));
  return readFileSync(join(folder, file), "utf8");
};

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
    const elsewhere = prepared("elsewhere");
    const built = await elsewhere.build({
      TZ: "Pacific/Auckland",
      LC_ALL: "de_DE.UTF-8",
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`
    });
    expect(built).toMatchObject({ code: 0, complaints: "" });
    expect(elsewhere.published()).toEqual(good);
  });
});

describe("after an edit a build shows it, and nothing else", () => {
  test("of a loader's import alone, a record alone, front matter alone, and a file that figures share", async () => {
    project.write("src/counted.ts", "export const counted = [4, 5, 6];\n");
    project.write("src/figures/shared-words.ts", 'export const season = "crop";\n');
    const prices = mainOf("angles/prices");
    expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
    expect(attached("counted")).toBe("[4,5,6]\n");
    expect(mainOf("harvest")).toContain("Coffee crop of");
    expect(mainOf("angles/prices")).toBe(prices);
    // Search finds what a figure says of itself. Whose number a reader takes changes nothing of this figure, which shows
    // both: what the choice changes on its page stays as it was.
    expect(project.read("dist/search.json")).toContain("Coffee crop of");
    const names = ["json", "png", "svg"].map((ending) => `figures/harvest-by-source.${ending}`);
    expect(changed().filter((file) => !names.includes(file))).toEqual(["figures/shared-words.ts.txt", "search.json"]);

    project.edit("data/ledger/crop-survey.yaml", "2024: 5.8", "2024: 5.9");
    project.edit("data/ledger/verdicts.yaml", "2024: 5.8", "2024: 5.9");
    project.edit("src/angles/prices.md", "title: Prices", "title: What it fetches");
    expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
    expect(mainOf("angles/prices")).toContain("5.9");
    expect(attached("figures")).toContain("5.9");
    expect(project.read("dist/harvest.html")).toContain("What it fetches");
    expect(changed()).toContain("share/angles/prices.png");
  });

  test("and back again it is what it was", async () => {
    for (const [file, text] of Object.entries(made)) project.write(file, text);
    project.edit("data/ledger/crop-survey.yaml", "2024: 5.9", "2024: 5.8");
    project.edit("data/ledger/verdicts.yaml", "2024: 5.9", "2024: 5.8");
    project.edit("src/angles/prices.md", "title: What it fetches", "title: Prices");
    expect(await project.build()).toMatchObject({ code: 0 });
    expect(project.published()).toEqual(good);
  });
});

test("a build that is killed leaves the last good site, and two at once end well", async () => {
  const killed = project.start("build");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  killed.kill("SIGKILL");
  await once(killed, "close");
  expect(project.published()).toEqual(good);
  const [one, other] = await Promise.all([project.build(), project.build()]);
  expect([one.code, other.code]).toEqual([0, 0]);
  expect(project.published()).toEqual(good);
});
