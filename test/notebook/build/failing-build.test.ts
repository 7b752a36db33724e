import { beforeAll, describe, expect, test } from "vitest";
import { copyOfSubject, type Project } from "./project.ts";

let project: Project;
let good: Record<string, string>;

const page = (text: string): string => `---\ntitle: Second\n---\n\n# Second\n\n${text}\n`;
const second = (text: string) => ({ "src/second.md": page(text) });
const cell = (code: string) => second(`\`\`\`js\n${code}\n\`\`\``);

beforeAll(async () => {
  project = copyOfSubject("minimal", "failing-build");
  project.write("src/second.md", page("Nothing but text."));
  expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
  good = project.published();
});

/** Builds with other files for once: the build fails, says this, and leaves the site as it was. */
async function failsWith(files: Record<string, string>, says: RegExp[]): Promise<void> {
  const kept = Object.keys(files).map((file) => ({ file, text: project.has(file) ? project.read(file) : null }));
  for (const [file, content] of Object.entries(files)) project.write(file, content);
  try {
    const { code, complaints } = await project.build();
    for (const words of says) expect(complaints).toMatch(words);
    expect(complaints).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(project.published()).toEqual(good);
  } finally {
    for (const { file, text } of kept) text === null ? project.remove(file) : project.write(file, text);
  }
}

describe("a failing build says where and leaves the last good site as it was", () => {
  test("faults that the check finds, on pages, in cells and in the ledger, all in one run", () =>
    failsWith(
      {
        ...second(
          [
            "A {{gazette.nothing}}.",
            "",
            "```js",
            'import missing from "no-such-package";',
            "display(missing + nobodyKnows);",
            'display(FileAttachment("data/nothing.json").json());',
            'import { x } from "./no-such.js";',
            "display(L.map(x));",
            "```"
          ].join("\n")
        ),
        "src/third.md": page("```js\nconst y = = 2;\n```"),
        "data/ledger/places.yaml": "places:\n  - { id: line-4, name: Line 4, type: tram }\n"
      },
      [
        /^data\/ledger\/places\.yaml:2:39 .*"tram"/m,
        /^src\/second\.md:7:3 .*"gazette\.nothing"/m,
        /^src\/second\.md:10:22 this import needs the package "no-such-package", which is not installed; run npm install /m,
        /^src\/second\.md:11:19 no cell of this page defines "nobodyKnows"; /m,
        /^src\/second\.md:12:\d+ there is no file "data\/nothing\.json"; /m,
        /^src\/second\.md:13:\d+ there is no file "no-such\.js"; /m,
        /^src\/second\.md:14:9 "L" needs the package "leaflet", which is not installed; run npm install leaflet/m,
        /^src\/third\.md:8:11 syntax error in a live cell: Unexpected "="; /m
      ]
    ));

  test("an error in a figure's code", () =>
    failsWith({ "src/figures/broken.ts": "export const broken =\n  { name: ;\n" }, [
      /^src\/figures\/broken\.ts:2:11 Unexpected ";"; /m
    ]));

  test("links that lead nowhere", () =>
    failsWith(second("A [page](/nowhere) and a [place](/#nothing)."), [
      /^src\/second\.md:7:10 the link to "\/nowhere" leads nowhere; /m
    ]));

  test("a link to no part of a page", () =>
    failsWith(second("A [place](/#nothing)."), [/^src\/second\.md:7:11 the link to "\/#nothing" leads nowhere; /m]));

  test("a loader that fails", () =>
    failsWith(
      {
        ...cell('display(FileAttachment("data/numbers.json").json());'),
        "src/data/numbers.json.ts": 'throw new Error("the loader fell");\n'
      },
      [/^src\/data\/numbers\.json\.ts:1:7 the loader fails: the loader fell; /m]
    ));

  test("a package that needs Node", () =>
    failsWith(cell('import "tsx";'), [
      /^src\/second\.md:8:9 this import needs "tsx", which cannot be had in a browser: it needs "\w+", a part of Node/m
    ]));
});
