import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readOptions } from "../../src/notebook/build/project.ts";
import { readChanges } from "../../src/notebook/page/changes.ts";
import { readPages } from "../../src/notebook/page/pages.ts";

interface Step {
  run?: string;
  uses?: string;
}

interface Workflow {
  jobs: Record<string, { steps: Step[]; strategy?: { matrix: Record<string, string[]> } }>;
}

const read = (file: string): string => readFileSync(file, "utf8");
const program: { version: string; engines: { node: string }; scripts: Record<string, string> } = JSON.parse(
  read("package.json")
);

test("LICENSE names both licences, what each covers, and what neither does", () => {
  const licence = read("LICENSE");
  for (const named of [
    "MIT License",
    "https://creativecommons.org/licenses/by/4.0/",
    "docs/LICENSE-CC-BY-4.0",
    "data/ledger",
    "SIL Open Font License",
    "Natural Earth"
  ])
    expect(licence).toContain(named);
  expect(read("docs/LICENSE-CC-BY-4.0")).toContain("Creative Commons Attribution 4.0 International Public License");
});

test("CITATION.cff has what its format requires, and the version of package.json", () => {
  const citation: Record<string, unknown> = parse(read("CITATION.cff"));
  expect(citation).toMatchObject({ "cff-version": "1.2.0", version: program.version });
  for (const key of ["message", "title"]) expect(citation[key], key).toEqual(expect.stringMatching(/\w/));
  expect(citation.authors).toEqual([{ name: expect.stringMatching(/\w/) }]);
  expect(citation["date-released"]).toEqual(expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
  for (const reference of citation.references as { version: string }[]) expect(reference.version).toBe(program.version);
});

test.each(readdirSync("data/ledger"))("data/ledger/%s names its schema for editors, and there is one", (name) => {
  const [, schema = ""] =
    /^# yaml-language-server: \$schema=\.\.\/(schema\/\S+)$/m.exec(read(`data/ledger/${name}`)) ?? [];
  expect(schema, "begin it with `# yaml-language-server: $schema=../schema/….schema.json`").not.toBe("");
  expect(existsSync(`data/${schema}`)).toBe(true);
});

test("docs/changes.md begins with what is unreleased and has its dates newest first", () => {
  const headings = [...read("docs/changes.md").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? "");
  const dates = headings.filter((heading) => /^\d/.test(heading));
  expect(headings[0]).toBe("Unreleased");
  expect(headings).toContain("Corrections");
  expect(dates.length).toBeGreaterThan(0);
  for (const date of dates) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  expect(dates).toEqual([...new Set(dates)].sort().reverse());
});

describe.each(readdirSync(".github/workflows"))("the workflow %s", (name) => {
  const workflow: Workflow = parse(read(`.github/workflows/${name}`));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("runs only npm ci and scripts of package.json", () => {
    const commands = steps.flatMap(({ run }) => (run ?? "").split("\n")).filter((line) => line.trim() !== "");
    const script = (command: string): string =>
      /^npm (?:run (?=[\w-]+$)|(?=(?:start|test)$))(.+)$/.exec(command.trim())?.[1] ?? command;
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => command !== "npm ci" && !(script(command) in program.scripts))).toEqual([]);
  });

  test("pins its actions by major version", () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([]);
  });
});

test("checks run on the oldest Node that package.json allows and on the one of .nvmrc", () => {
  const workflow: Workflow = parse(read(".github/workflows/check.yml"));
  const versions = Object.values(workflow.jobs).flatMap((job) => job.strategy?.matrix.node ?? []);
  expect(versions).toContain(program.engines.node.replace(">=", ""));
  expect(versions).toContain(read(".nvmrc").trim());
});

test("the form for a wrong number asks for record, page, printed words, what is right, and a source", () => {
  const form: { body: { id?: string }[] } = parse(read(".github/ISSUE_TEMPLATE/wrong-number.yml"));
  expect(form.body.flatMap(({ id }) => id ?? [])).toEqual(["record", "page", "printed", "right", "source"]);
});

test("the dev container has the Node of .nvmrc and the extensions that the editor recommends", () => {
  const container = JSON.parse(read(".devcontainer/devcontainer.json"));
  expect(container.image).toMatch(new RegExp(`:${read(".nvmrc").trim()}(-|$)`));
  expect(container.customizations.vscode.extensions).toEqual(
    JSON.parse(read(".vscode/extensions.json")).recommendations
  );
});

test("config and citation name the same authors and day of publication, and the last day that the list of changes has", async () => {
  const { authors, published, updated } = await readOptions(process.cwd());
  const citation = parse(read("CITATION.cff")) as { authors: { name: string }[]; "date-released": string };
  expect(authors).toEqual(citation.authors.map(({ name }) => name));
  expect(published).toBe(citation["date-released"]);
  const { changes } = readChanges(".", readPages(".").pages);
  const days = [...changes.updates, ...changes.corrections].map(({ day }) => day);
  expect(days.length).toBeGreaterThan(0);
  expect(updated).toBe(days.sort().at(-1));
});

test("config, citation and the page of data name the licence that LICENSE names for the tables", async () => {
  const { licence } = await readOptions(process.cwd());
  expect(licence).toBe("CC BY 4.0");
  expect(read("LICENSE")).toContain(`(${licence})`);
  expect(parse(read("CITATION.cff"))).toMatchObject({ license: licence?.replaceAll(" ", "-") });
  expect(read("src/data.md")).toContain("(https://creativecommons.org/licenses/by/4.0/)");
  expect(read("README.md")).toContain(`[${licence}](docs/LICENSE-CC-BY-4.0)`);
});
