import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOfSubject, type Project } from "./project.ts";

// What loaders get wrong, as `check` tells it and as `build` does: the same fault, at its place, without a stack trace.
let project: Project;
const loader = "src/numbers.json.ts";
const sound =
  'import { loadTable } from "../../../../src/notebook/index.ts";\nconst rows = await loadTable("figures");\nprocess.stdout.write(JSON.stringify(rows));\n';

beforeAll(() => {
  project = copyOfSubject("minimal", "loaders");
  project.write(loader, sound);
  project.write(
    "src/second.md",
    '---\ntitle: Second\n---\n\n# Second\n\n```js\nconst rows = FileAttachment("numbers.json").json();\n```\n'
  );
});
afterAll(() => project.remove("."));

test("a sound loader is no fault", async () => {
  expect(await project.run("check")).toMatchObject({ code: 0, complaints: "" });
});

test.each([
  [
    "throws",
    `${sound}throw new Error("the loader fell");\n`,
    "4:7 the loader fails: the loader fell; mend it, or what it reads"
  ],
  [
    "asks for a table that there is not",
    sound.replace('"figures"', '"figurs"'),
    '2:14 there is no table "figurs"; did you mean "figures"?'
  ],
  [
    "imports a file that there is not",
    sound.replace("../../../../src", "../../../../../src"),
    '1:27 Could not resolve "../../../../../src/notebook/index.ts"; mend the code'
  ],
  [
    "imports a package that is not installed",
    `import "nobody-has-this";\n${sound}`,
    '1:8 there is no package "nobody-has-this"; run `npm install nobody-has-this`'
  ],
  ["cannot be read", "const rows = ;\n", '1:14 Unexpected ";"; mend the code'],
  ["prints no JSON", sound.replace("JSON.stringify(rows)", '"rows"'), "1:1 the loader prints no JSON: "],
  ["prints nothing", "export {};\n", "1:1 the loader prints nothing; write the file to process.stdout"],
  ["ends by itself", "process.exit(3);\n", "1:1 the loader ends with code 3; mend it; what it printed stands above"]
])("one that %s is told by check and by build alike", async (_, text, line) => {
  project.write(loader, text);
  for (const command of ["check", "build"]) {
    const { code, complaints } = await project.run(command);
    const [first = "", count, ...more] = complaints.trim().split("\n");
    expect(first.startsWith(`${loader}:${line}`), `${command}: ${first}`).toBe(true);
    expect([count, more]).toEqual(["1 fault", []]);
    expect(code).toBe(1);
  }
});
