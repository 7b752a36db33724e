import { beforeAll, describe, expect, test } from "vitest";
import { copyOfRepository, makeTextProject, type Project } from "./project.ts";

let project: Project;
let good: Record<string, string>;

beforeAll(async () => {
  project = makeTextProject("failing-build");
  expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
  good = project.published();
});

describe("a failing build says where and leaves the last good site as it was", () => {
  const appended = (text: string) => ({ "src/second.md": `---\ntitle: Second\n---\n\n# Second\n\n${text}\n` });
  const cell = (code: string) => appended(`\`\`\`js\n${code}\n\`\`\``);

  const cases: { name: string; files: Record<string, string>; says: RegExp[] }[] = [
    {
      name: "a syntax error in a cell",
      files: cell("const x = 1;\nconst y = = 2;"),
      says: [/^src\/second\.md:9:11 syntax error in a live cell: Unexpected "="; /m]
    },
    {
      name: "a syntax error in an inline expression",
      files: appended(`Is $${"{1 +}"}.`),
      says: [/^src\/second\.md:7:9 syntax error in an inline expression: Unexpected "\)"; /m]
    },
    {
      name: "an import that cannot be resolved, and a name that no cell defines",
      files: cell('import missing from "no-such-package";\ndisplay(missing + nobodyKnows);'),
      says: [
        /^src\/second\.md:8:22 this import needs the package "no-such-package", which is not installed; run npm install /m,
        /^src\/second\.md:9:19 no cell of this page defines "nobodyKnows"; /m,
        /^2 faults$/m
      ]
    },
    {
      name: "broken links",
      files: appended("A [page](/nowhere) and a [place](/#nothing)."),
      says: [
        /^src\/second\.md:7:10 the link to "\/nowhere" leads nowhere; /m,
        /^src\/second\.md:7:34 the link to "\/#nothing" leads nowhere; /m
      ]
    },
    { name: "an unknown token", files: appended("A {{eight}}."), says: [/src\/second\.md.*\nunknown token "eight"/] },
    {
      name: "a loader that fails",
      files: {
        ...cell('display(FileAttachment("data/numbers.json").json());'),
        "src/data/numbers.json.ts": 'throw new Error("the loader fell");\n'
      },
      says: [/the loader fell/]
    },
    {
      name: "a file that nobody attached",
      files: cell('const one = 1;\ndisplay(FileAttachment("data/nothing.json").json());'),
      says: [/^src\/second\.md:9:25 there is no file "data\/nothing\.json"; /m, /^1 fault$/m]
    },
    {
      name: "a module that is not there",
      files: cell('import { x } from "./no-such.js";\ndisplay(x);'),
      says: [/^src\/second\.md:8:20 there is no file "no-such\.js"; /m]
    },
    {
      name: "a library that is not installed",
      files: cell("display(L.map(main));"),
      says: [/^src\/second\.md:8:9 "L" needs the package "leaflet", which is not installed; run npm install leaflet/m]
    },
    {
      name: "a package that needs Node",
      files: cell('import "tsx";'),
      says: [
        /^src\/second\.md:8:9 this import needs "tsx", which cannot be had in a browser: it needs "\w+", a part of Node/m
      ]
    },
    { name: "a fault that the check finds", files: { "data/fault": "" }, says: [/^data\/fault:1:1 there is a fault/m] }
  ];

  for (const { name, files, says } of cases)
    test(name, async () => {
      const kept = new Map(Object.keys(files).map((file) => [file, file === "data/fault" ? null : project.read(file)]));
      for (const [file, content] of Object.entries(files)) project.write(file, content);
      try {
        const { code, complaints } = await project.build();
        for (const words of says) expect(complaints).toMatch(words);
        expect(complaints).not.toMatch(/^\s+at /m);
        expect(code).toBe(1);
        expect(project.published()).toEqual(good);
      } finally {
        for (const [file, content] of kept) content === null ? project.remove(file) : project.write(file, content);
      }
    });
});

test("the notebook's own pages stop the build at an unknown token, with its place", async () => {
  const notebook = copyOfRepository("unknown-token", ["package.json", "observablehq.config.ts", "src", "data"]);
  notebook.write("dist/index.html", "the last good page");
  const page = notebook.read("src/index.md");
  notebook.write("src/index.md", `${page}\nA {{no-such.token}}.\n`);
  const line = page.split("\n").length + 1;
  const { code, complaints } = await notebook.build();
  expect(complaints).toMatch(new RegExp(`^src/index\\.md:${line}:\\d+ .*no-such\\.token`, "m"));
  expect(code).toBe(1);
  expect(Object.keys(notebook.published())).toEqual(["index.html"]);
  expect(notebook.read("dist/index.html")).toBe("the last good page");
});
