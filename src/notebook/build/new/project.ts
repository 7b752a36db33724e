import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { InputError } from "../../ledger/fault.ts";
import { ledgerJsonSchemas } from "../../ledger/json-schema.ts";
import { readLedger } from "../../ledger/read-ledger.ts";
import { machine } from "../paths.ts";
import { type Made, template } from "./parts.ts";

/** What a notebook takes over as it is: the machine, its settings, guides, workflows, and the tests that hold for any notebook. */
const shared = [
  "src/notebook",
  "test/subjects/minimal",
  "test/story/any-notebook.test.ts",
  "test/real-ledger.ts",
  "test/story.ts",
  "test/run.ts",
  "test/report-counts.ts",
  "test/vitest.config.ts",
  ...["canvas.ts"].map((file) => `test/notebook/kit/${file}`),
  ...["axe.spec.ts", "chromium.ts", "open-every-page.spec.ts", "playwright.config.ts"].map(
    (file) => `test/browser/${file}`
  ),
  ...["serve-dist.ts", "site.ts", "valid-html.spec.ts", "violations.ts"].map((file) => `test/browser/${file}`),
  ...["figures.md", "ledger.md", "pages.md"].map((file) => `docs/${file}`),
  ".github/workflows",
  ...[".biome.json", ".editorconfig", ".gitattributes", ".gitignore", ".nvmrc", ".vscode/extensions.json"],
  "tsconfig.json",
  "package-lock.json"
] as const;

/** Scripts of package.json that only the notebook needs that the machine comes from. */
const unshared = ["bench", "fonts", "fuzz", "land", "mutants"];

/** What builds leave behind, and nobody wants twice. */
const made = /(?:^|[\\/])(?:\.build|dist|\.observablehq|node_modules)(?:[\\/]|$)/;

/** A notebook of its own: the machine, one source, one page, one figure, their tests, and the workflows that run them. */
export function newNotebook(folder: string, title: string): Made {
  const home = join(machine, "../..");
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new InputError([
      { file: folder, line: 1, column: 1, message: "is not empty", remedy: "name a folder that is not there yet" }
    ]);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const copy = (from: string, to: string): void =>
    cpSync(from, join(folder, to), { recursive: true, filter: (file) => !made.test(relative(home, file)) });

  for (const path of shared) copy(join(home, path), path);
  for (const file of ["commands.md", "fork.md"])
    write(`docs/${file}`, forEveryNotebook(readFileSync(join(home, "docs", file), "utf8")));
  for (const path of ["src", "data", "texts"]) copy(join(template, path), path);
  const read = (path: string): string => readFileSync(join(template, path), "utf8");
  const border = /"(?:\.\.\/)+src\/notebook\/index\.ts"/;
  for (const name of readdirSync(join(template, "src/figures")))
    write(`src/figures/${name}`, read(`src/figures/${name}`).replace(border, '"../notebook/index.ts"'));
  write(
    "observablehq.config.ts",
    read("observablehq.config.ts")
      .replace(border, '"./src/notebook/index.ts"')
      .replace(/title: "[^"]*"/, () => `title: ${JSON.stringify(title)}`)
  );
  write(
    "README.md",
    read("new/README.md").replace(/^# .*/, () => `# ${title}`)
  );
  write("LICENSE", readFileSync(join(home, "LICENSE"), "utf8").split("\nEND OF TERMS")[0] ?? "");
  write("package.json", packageOf(home, title));
  copy(join(template, "new/.knip.json"), ".knip.json");
  const schemas = ledgerJsonSchemas(readLedger(folder));
  for (const [name, schema] of Object.entries(schemas))
    write(`data/schema/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  for (const file of readdirSync(join(folder, "data/ledger"))) {
    const name = basename(file, ".yaml");
    const schema = `# yaml-language-server: $schema=../schema/${name in schemas ? name : "source"}.schema.json`;
    write(`data/ledger/${file}`, `${schema}\n\n${read(`data/ledger/${file}`)}`);
  }
  const shown = relative(process.cwd(), folder) || ".";
  return {
    files: [
      { path: `${shown}/data/ledger`, is: "one source, what it counts, and who speaks" },
      { path: `${shown}/src/index.md`, is: `the first page of “${title}”` },
      { path: `${shown}/src/figures`, is: "one figure" },
      { path: `${shown}/src/notebook`, is: "the machine" },
      { path: `${shown}/test, .github/workflows`, is: "tests that hold for whatever you tell, and what runs them" }
    ],
    next: [
      `cd ${shown} && npm ci && npm test, then npm start; README.md and docs/fork.md say where to begin.`,
      "git init && git add -A && git commit -m Begin: npm run diff compares with the last commit."
    ]
  };
}

/** A guide without the rows that tell of commands or files which only the notebook has that the machine comes from. */
const forEveryNotebook = (guide: string): string =>
  guide
    .split("\n")
    .filter((line) => !unshared.some((script) => line.startsWith(`| \`npm run ${script}\``)))
    .filter((line) => !/^\| `test\/(?!real-ledger)/.test(line))
    .join("\n");

function packageOf(home: string, title: string): string {
  const { scripts, dependencies, devDependencies, overrides, engines } = JSON.parse(
    readFileSync(join(home, "package.json"), "utf8")
  ) as Record<string, Record<string, string>>;
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${JSON.stringify(
    {
      name: name || "notebook",
      version: "0.1.0",
      description: title,
      private: true,
      type: "module",
      sideEffects: false,
      engines,
      scripts: Object.fromEntries(Object.entries(scripts ?? {}).filter(([script]) => !unshared.includes(script))),
      // As in package-lock.json, which installs what the machine was tested with.
      dependencies,
      devDependencies,
      overrides
    },
    null,
    2
  )}\n`;
}
