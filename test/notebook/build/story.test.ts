import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { clientFaults } from "../../../src/notebook/build/assets.ts";
import { keptOf } from "../../../src/notebook/build/kept.ts";
import { readOptions } from "../../../src/notebook/build/project.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { typeFaults } from "../../../src/notebook/build/type-faults.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";

/** A folder in the project, so that packages are found, with files in it. */
function project(name: string, files: Readonly<Record<string, string>>) {
  const root = join(".build/tests/story", name);
  rmSync(root, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { root, write };
}

const figure = (name: string, title = '"A title"') => `import { plainNumber } from "../notebook/index.ts";
export const it = { name: "${name}", select: () => [], words: () => ({ title: ${title}, number: plainNumber(2500) }), draw() {} };
`;

const faultsOf = async (name: string, files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await readStory(project(name, files).root)).faults.map(formatFault);

test("finds figures and models by their files, in the order of the files’ names, and lets files share others", async () => {
  const { root } = project("found", {
    "src/figures/rain.ts": figure("rain", "title"),
    "src/figures/drought.ts": `import { title } from "./shared.ts";\n${figure("drought", "title")}`,
    "src/figures/shared.ts": 'export const title = "A shared title";\n',
    "src/models/well.ts": 'export const well = { name: "well", results: () => ({}) };\n'
  });
  const { figures, models, faults } = await readStory(root);
  expect(faults).toEqual([]);
  expect(figures.map(({ name }) => name)).toEqual(["drought", "rain"]);
  expect(figures[0]?.words([])).toEqual({ title: "A shared title", number: "2,500" });
  expect(models.map(({ name }) => name)).toEqual(["well"]);
});

test("a project without figures and models has none", async () => {
  expect(await readStory(project("empty", { "src/index.md": "# A page\n" }).root)).toEqual({
    figures: [],
    models: [],
    files: [],
    unread: [],
    faults: [],
    hash: expect.stringMatching(/^[0-9a-f]{64}$/)
  });
});

test("an edit of a figure, and of what it shares, is seen in the same process", async () => {
  const { root, write } = project("edited", {
    "src/figures/rain.ts": `import { title } from "./shared.ts";\n${figure("rain", "title")}`,
    "src/figures/shared.ts": 'export const title = "Dry";\n'
  });
  const title = async () => (await readStory(root)).figures[0]?.words([]).title;
  expect(await title()).toBe("Dry");
  write("src/figures/shared.ts", 'export const title = "Wet";\n');
  expect(await title()).toBe("Wet");
  write("src/figures/rain.ts", figure("rain", '"Wetter"'));
  expect(await title()).toBe("Wetter");
  write("src/figures/rain.ts", `import { title } from "./shared.ts";\n${figure("rain", "title")}`);
  expect(await title()).toBe("Wet");
});

test("an edit leaves the figures that it does not touch as they are, and says what a story is made of", async () => {
  const { root, write } = project("untouched", {
    "src/figures/drought.ts": figure("drought"),
    "src/figures/rain.ts": `import { title } from "../titles.ts";\n${figure("rain", "title")}`,
    "src/titles.ts": 'export const title = "Dry";\n'
  });
  const before = await readStory(root);
  write("src/titles.ts", 'export const title = "Wet";\n');
  const after = await readStory(root);
  expect(after.figures[0]).toBe(before.figures[0]);
  expect(after.figures[1]).not.toBe(before.figures[1]);
  expect([...after.files].sort()).toEqual(["src/figures/drought.ts", "src/figures/rain.ts", "src/titles.ts"]);
});

test("a figure whose name is not its file’s is a fault", async () => {
  expect(await faultsOf("misnamed", { "src/figures/rain.ts": figure("rains") })).toEqual([
    'src/figures/rain.ts:1:1 this file has a figure named "rains"; name it "rain", or put it into src/figures/rains.ts'
  ]);
});

test("code that cannot be read is a fault at its place", async () => {
  expect(await faultsOf("unreadable", { "src/figures/rain.ts": "export const rain =\n  { name: ;\n" })).toEqual([
    'src/figures/rain.ts:2:11 Unexpected ";"; mend the code'
  ]);
});

test("an import that leads nowhere is a fault at its place", async () => {
  expect(
    await faultsOf("astray", { "src/figures/rain.ts": 'import { a } from "./nowhere.ts";\nexport { a };\n' })
  ).toEqual(['src/figures/rain.ts:1:19 Could not resolve "./nowhere.ts"; mend the code']);
});

test("a package that is not installed is a fault at its import", async () => {
  const text = 'export { a } from "@nobody/has-this/part";\n';
  expect(await faultsOf("uninstalled", { "src/models/well.ts": text })).toEqual([
    'src/models/well.ts:1:19 there is no package "@nobody/has-this/part"; run `npm install @nobody/has-this`'
  ]);
});

test("an error that is thrown on import is a fault at its place", async () => {
  const text = 'const rows: string[] = [];\n\nif (rows.length === 0) throw new Error("no rows");\n';
  expect(await faultsOf("throwing", { "src/figures/rain.ts": text })).toEqual([
    "src/figures/rain.ts:3:30 no rows; mend the code; it fails as soon as it is imported"
  ]);
});

test("a file that is at fault hides no fault of the others, and none of what is sound", async () => {
  const { root } = project("partly", {
    "src/figures/broken.ts": "export const broken = ;\n",
    "src/figures/drought.ts": figure("drougt"),
    "src/figures/rain.ts": figure("rain"),
    "src/models/throwing.ts": 'throw new Error("no rows");\n',
    "src/models/well.ts": 'import "nobody-has-this";\n'
  });
  const { figures, faults, unread } = await readStory(root);
  expect(figures.map(({ name }) => name)).toEqual(["drougt", "rain"]);
  expect(faults.map(formatFault).map((line) => line.split("; ", 1)[0])).toEqual([
    'src/figures/broken.ts:1:23 Unexpected ";"',
    'src/models/well.ts:1:8 there is no package "nobody-has-this"',
    'src/figures/drought.ts:1:1 this file has a figure named "drougt"',
    "src/models/throwing.ts:1:7 no rows"
  ]);
  expect(unread).toEqual([
    "src/figures/broken.ts",
    "src/models/well.ts",
    "src/figures/drought.ts",
    "src/models/throwing.ts"
  ]);
});

test("what only Node can read is a fault at its import, also in a file that figures share", async () => {
  const files = {
    "src/figures/rain.ts": `import { title } from "./shared.ts";\n${figure("rain", "title")}`,
    "src/figures/shared.ts":
      'import { readFileSync } from "node:fs";\nexport const title = String(readFileSync("a"));\n'
  };
  expect(await faultsOf("node", files)).toEqual([
    'src/figures/shared.ts:1:30 this import names "node:fs", a part of Node that no browser has; figures and models are drawn in the browser, too; read in a loader what only Node can read'
  ]);
});

test("what the machine’s index has for loaders is a fault in a figure", async () => {
  const text = `import {\n  loadTable\n} from "../notebook/index.ts";\nconsole.assert(loadTable);\n${figure("rain").replace(/^import.*\n/, "const plainNumber = String;\n")}`;
  expect(await faultsOf("loader", { "src/figures/rain.ts": text })).toEqual([
    'src/figures/rain.ts:2:3 "loadTable" works in Node alone, and figures and models are drawn in the browser, too; take what is drawn from the tables that `select` is given'
  ]);
});

test("a package that works in Node alone is a fault when what browsers get is bundled", async () => {
  const text = 'import { createServer } from "send-like";\nexport const served = createServer;\n';
  const { root } = project("package", {
    "src/figures/rain.ts": text,
    "node_modules/send-like/package.json": '{ "name": "send-like", "type": "module", "exports": "./index.js" }',
    "node_modules/send-like/index.js": 'export { createServer } from "node:http";\n'
  });
  expect((await readStory(root)).faults).toEqual([]);
  expect((await clientFaults(resolve(root))).map(formatFault)).toEqual([
    expect.stringMatching(
      /send-like\/index\.js:1:30 this import names "node:http", a part of Node that no browser has; /
    )
  ]);
});

const typesOf = (root: string) => typeFaults(root, keptOf(root, "checked"));

test("types that do not fit are faults at their places, until they are mended", async () => {
  const { root, write } = project("types", {
    "tsconfig.json": '{ "compilerOptions": { "noEmit": true, "strict": true, "types": [] }, "include": ["src"] }',
    "src/a.ts": 'export const a: number = 1;\nexport const b: number = "two";\n'
  });
  const told = ["src/a.ts:2:14 Type 'string' is not assignable to type 'number'; mend the code"];
  // What nothing has changed since is told again without a compiler.
  for (const _ of ["first", "again"]) expect((await typesOf(root)).map(formatFault)).toEqual(told);
  write("src/a.ts", "export const a: number = 1;\n");
  expect(await typesOf(root)).toEqual([]);
  const { root: unreadable } = project("unreadable-types", {
    "tsconfig.json": '{ "compilerOptions": { "noEmit": true, "types": [] }, "include": ["src"] }',
    "src/a.ts": "export const a = { b: {{ 1 };\nexport const c = (;\n",
    "src/b.ts": "export const b = ;\nexport const c = (;\n"
  });
  const first = (await typesOf(unreadable)).map(({ file, line }) => `${file}:${line}`);
  expect(first).toEqual(["src/a.ts:1", "src/b.ts:1"]);
  expect(await typesOf(project("untyped", { "src/a.ts": "" }).root)).toEqual([]);
});

test("a config that cannot be read is a fault at its place", async () => {
  const { root } = project("config", { "observablehq.config.ts": "export default {\n  title: A b\n};\n" });
  await expect(readOptions(resolve(root))).rejects.toThrow(
    'observablehq.config.ts:2:12 Expected "}" but found "b"; mend the code'
  );
});
