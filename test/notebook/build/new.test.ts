import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pageElements } from "../../../src/notebook/build/page-elements.ts";
import { offlineGuard } from "../../../src/notebook/build/paths.ts";
import { FigureFile } from "../../../src/notebook/page/contract.ts";

// Whoever forks the notebook begins here: every command of docs/fork.md, one after another, in a notebook that the last of
// them has made, with the network out of reach.

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const home = resolve(".build/tests/new");
/** The notebook that `new -- notebook` makes, and the one beside it that the guide's own commands make of that. */
const fork = join(home, "line-4");

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const commands = Object.values(scripts).flatMap((script) => /cli\.js (\w+)/.exec(script)?.[1] ?? []);

/** Runs a command in the notebook at `root`. */
function run(root: string, command: string, ...words: string[]): { status: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve("src/notebook/build/cli.js"), command, ...words],
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: `--import=${offlineGuard}` } }
  );
  return { status, printed: stdout + stderr };
}

const read = (file: string): string => readFileSync(join(fork, file), "utf8");

/** The commands of a guide's shell blocks, each as its words. */
const commandsOf = (guide: string): string[][] =>
  [...readFileSync(guide, "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = ""]) => block.trim().split("\n"))
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = ""]) => quoted ?? word));

beforeAll(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  expect(run(home, "new", "notebook", fork, "Line 4 & others").printed).toContain("npm ci && npm test");
});

describe("a new notebook", () => {
  test("has these files, and no other subject’s", async () => {
    const files = readdirSync(fork, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(fork.length + 1))
      .filter((file) => !/^(?:\.build|src\/notebook)\//.test(file));
    await expect(`${files.sort().join("\n")}\n`).toMatchFileSnapshot("new/files.txt");
    expect(read("observablehq.config.ts")).toContain('title: "Line 4 & others"');
    expect(JSON.parse(read("package.json"))).toMatchObject({
      name: "line-4-others",
      dependencies: JSON.parse(readFileSync("package.json", "utf8")).dependencies
    });
  });

  test("installs what its lock file names, as `npm ci` wants it", () => {
    const lock = JSON.parse(read("package-lock.json")).packages[""];
    const { dependencies, devDependencies } = JSON.parse(read("package.json"));
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: lock.dependencies,
      devDependencies: lock.devDependencies
    });
  });

  test("has guides that lead to what it has, and files of the ledger that editors complete", () => {
    for (const guide of readdirSync(join(fork, "docs")))
      for (const [, link = ""] of read(`docs/${guide}`).matchAll(/\]\(([\w./-]+)[)#]/g))
        expect(existsSync(join(fork, "docs", link)), `${link} of ${guide}`).toBe(true);
    for (const file of readdirSync(join(fork, "data/ledger"))) {
      const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(`data/ledger/${file}`)) ?? [];
      expect(existsSync(join(fork, "data/ledger", schema)) && schema !== "", file).toBe(true);
    }
    const { scripts } = JSON.parse(read("package.json"));
    for (const [, script = ""] of read("docs/commands.md").matchAll(/^\| `npm run ([a-z]+)/gm))
      expect(scripts).toHaveProperty(script);
  });

  test("names only files that it has in its README and its workflows", () => {
    const named = [...read("README.md").matchAll(/\]\(([^)]+)\)|`((?:src|data|test|docs)\/[\w./-]+)`/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, link, path = ""] of named) expect(existsSync(join(fork, link ?? path)), link ?? path).toBe(true);
    for (const workflow of readdirSync(join(fork, ".github/workflows")))
      for (const [, script = ""] of read(`.github/workflows/${workflow}`).matchAll(/npm (?:run )?(test|build)/g))
        expect(JSON.parse(read("package.json")).scripts).toHaveProperty(script);
  });
});

describe("docs/fork.md", () => {
  const walked = commandsOf("docs/fork.md");

  test("has commands to run", () => {
    expect(walked.length).toBeGreaterThan(6);
  });

  // In order, as a reader would.
  for (const [npm, run_, command = "", dashes, ...words] of walked)
    test(`\`${[npm, run_, command, dashes, ...words].join(" ").trim()}\` does what it says`, async () => {
      expect([npm, run_, dashes ?? "--"]).toEqual(["npm", "run", "--"]);
      const before = existsSync(join(fork, "..", "wagons"));
      const { status, printed } = run(fork, command, ...words);
      expect(printed).not.toContain("    at ");
      expect([status, printed]).toEqual([0, expect.any(String)]);
      if (words[0] === "page") await expect(read(`src/${words[1]}.md`)).toMatchFileSnapshot("new/page.md.txt");
      if (words[0] === "figure")
        await expect(read(`src/figures/${words[1]}.ts`)).toMatchFileSnapshot("new/figure.ts.txt");
      if (words[0] === "source")
        await expect(read(`data/ledger/${words[1]}.yaml`)).toMatchFileSnapshot("new/source.yaml.txt");
      if (words[0] === "notebook") expect([before, existsSync(join(fork, "..", "wagons"))]).toEqual([false, true]);
    });

  test("leaves a notebook that builds, with each page in the bar at the top", () => {
    // With the machine that was copied, as whoever has this notebook alone would.
    const built = spawnSync(process.execPath, ["src/notebook/build/cli.js", "build"], { cwd: fork, encoding: "utf8" });
    expect(built).toMatchObject({ status: 0, stdout: expect.stringContaining("2 pages in dist"), stderr: "" });
    expect(read("dist/index.html")).toMatch(/<nav class="bar"[^>]*>.*wagons.*Where the wagons go/s);
  });

  test("leaves one figure on two pages, whose parts have one id each, and whose downloads are the same", () => {
    const pages = ["dist/index.html", "dist/wagons.html"].map((file) => pageElements(read(file)));
    for (const elements of pages) {
      const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
      expect(ids).toContain("riders");
      const links = elements.flatMap(({ attributes }) => attributes.get("href") ?? []);
      expect(links.filter((link) => link === "./figures/riders.csv").length).toBeGreaterThan(0);
    }
    const downloads = readdirSync(join(fork, "dist/figures")).filter((file) => file.startsWith("riders."));
    expect(downloads.sort()).toEqual(
      Object.values(FigureFile)
        .map((ending) => `riders.${ending}`)
        .sort()
    );
  });
});

describe("npm run new", () => {
  test.each([
    ["page", "wagons", "src/wagons.md"],
    ["figure", "riders", "src/figures/riders.ts"],
    ["source", "gazette", "data/ledger/gazette.yaml"]
  ])("does not write a %s over one that is there", (kind, name, file) => {
    const before = read(file);
    const { status, printed } = run(fork, "new", kind, name, ...(kind === "source" ? ["2026"] : []));
    expect([status, printed]).toEqual([1, expect.stringContaining(`${file}:1:1 is there already; `)]);
    expect(read(file)).toBe(before);
  });

  test("does not write a notebook into a folder that is not empty", () => {
    expect(run(fork, "new", "notebook", ".")).toMatchObject({
      status: 1,
      printed: expect.stringContaining("is not empty")
    });
  });

  test.each([
    [[], "new:1:1 needs to know what to make; write npm run new -- page or figure or source or notebook"],
    [["pgae", "x"], 'pgae:1:1 is nothing that can be made; did you mean "page"?'],
    [["page"], 'page:1:1 needs a name; write npm run new -- page SLUG "Title"'],
    [
      ["page", "Wag ons"],
      "Wag ons:1:1 is no name for it; write lower-case letters and digits, joined by hyphens: my-angle"
    ],
    [
      ["page", "x", "Where", "to"],
      'to:1:1 is one word too many; put the title into quotation marks: npm run new -- page SLUG "Title"'
    ],
    [["source", "x"], "DATE:1:1 is missing; write it as 2026, 2026-01 or 2026-01-31: npm run new -- source ID DATE"]
  ])("says what is wrong with %j", (words, line) => {
    expect(run(fork, "new", ...words)).toMatchObject({ status: 1, printed: expect.stringContaining(line) });
  });

  test("begins a page as another one, outside of the chapters and under its own name", () => {
    expect(run(fork, "new", "page", "angles/mine", 'Mine: a "new" angle', "--from", "index").status).toBe(0);
    const [matter = "", body = ""] = read("src/angles/mine.md").split(/(?<=\n---)\n/);
    expect(matter).toContain('title: "Mine: a \\"new\\" angle"\nbar: true\n');
    expect(body).toBe(
      read("src/index.md")
        .split(/(?<=\n---)\n/)[1]
        ?.replace(/^# .*$/m, '# Mine: a "new" angle')
    );
    expect(run(fork, "new", "page", "other", "--from", "indx")).toMatchObject({
      status: 1,
      printed: expect.stringContaining('--from:1:1 no page is called "indx"; did you mean "index"?')
    });
  });

  test("writes pages into folders, with links that lead back", () => {
    expect(run(fork, "new", "page", "angles/horses").status).toBe(0);
    expect(read("src/angles/horses.md")).toContain("# Horses");
    expect(read("src/angles/horses.md")).toContain("](../)");
    expect(run(fork, "check")).toMatchObject({ status: 0 });
  });
});

test("a word that is no command is told which there are", () => {
  expect(run(home, "chek")).toEqual({
    status: 1,
    printed: "chek:1:1 is none of the commands; did you mean check?\n1 fault\n"
  });
  const { printed } = run(home, "");
  for (const command of commands) expect(printed).toContain(command);
});

describe("every command", () => {
  test.each(commands)("%s says what it is for with --help, with an example that names it", (command) => {
    const { status, printed } = run(home, command, "--help");
    expect(status).toBe(0);
    expect(printed).toMatch(new RegExp(`^Example: npm (?:run )?${command}\\b`, "m"));
  });

  test.each(commands)("%s has a row in docs/commands.md", (command) => {
    expect(readFileSync("docs/commands.md", "utf8")).toMatch(new RegExp(`^\\| \`npm (?:run )?${command}\\b`, "m"));
  });
});
