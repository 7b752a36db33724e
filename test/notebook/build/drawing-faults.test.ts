import { resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inspectNotebook } from "../../../src/notebook/build/check-notebook.ts";
import { formatFault, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { copyOfSubject } from "./project.ts";

// Slips in the code of figures and models, told at their places there, whether a page shows them or not.
const project = copyOfSubject("coffee", "drawing-faults");
const figure = "src/figures/harvest-by-source.ts";
const model = "src/models/drying.ts";
const sound = new Map([figure, model, "src/harvest.md"].map((file) => [file, project.read(file)]));

afterAll(() => project.remove("."));

/** What is told once these words of a file are others; every file is whole again after it. */
async function toldOf(...edits: [file: string, from: string, to: string][]): Promise<string[]> {
  try {
    for (const [file, from, to] of edits) project.edit(file, from, to);
    const { faults } = await inspectNotebook(resolve(project.root));
    return sortFaults(faults).map(formatFault);
  } finally {
    for (const [file, text] of sound) project.write(file, text);
  }
}

/** The place of words in a file: "src/figures/a.ts:3:5". */
function placeOf(file: string, words: string): string {
  const before = (sound.get(file) ?? "").split(words, 1)[0] ?? "";
  return `${file}:${before.split("\n").length}:${(before.split("\n").at(-1)?.length ?? 0) + 1}`;
}

test("what is sound has no fault", async () => {
  expect(await toldOf()).toEqual([]);
});

test("a record that the code names nearly is one fault, at the name", async () => {
  expect(await toldOf([model, '"courier.harvest-growers"', '"courier.harvest-grower"'])).toEqual([
    `${placeOf(model, "courier.harvest-growers")} no record is called "courier.harvest-grower"; did you mean "courier.harvest-growers"?`
  ]);
  expect(
    await toldOf([model, "crop-survey@latest.harvest.ombrel.2024", "crop-survey@latest.harvst.ombrel.2024"])
  ).toEqual([
    `${placeOf(model, "crop-survey@latest.harvest.ombrel.2024")} no record is called "crop-survey@latest.harvst.ombrel.2024"; did you mean "crop-survey@latest.harvest.ombrel.2024"?`
  ]);
});

describe("a figure", () => {
  const remedy = "mend the code, or the record that it takes";
  const added = "  draw(rows, canvas) {\n";
  const line = Number(placeOf(figure, "  draw(rows").split(":")[1]);

  test.each([
    ["at one width alone", `${added}    if (canvas.size === "lg") throw new Error("no room");\n`, line + 1],
    ["in its thumbnail", `  thumbnail() {\n    throw new Error("no room");\n  },\n${added}`, line + 1]
  ])("that fails %s is told there", async (_, code, at) => {
    expect(await toldOf([figure, added, code])).toEqual([
      expect.stringMatching(new RegExp(`^${figure}:${at}:\\d+ no room; ${remedy}$`))
    ]);
  });

  test("that fails is told though no page shows it, and though one file beside it cannot be read", async () => {
    const lone = sound.get(figure) ?? "";
    project.write(
      "src/figures/lone.ts",
      lone.replace('"harvest-by-source"', '"lone"').replace(added, `${added}throw new Error("lone");\n`)
    );
    project.write("src/figures/broken.ts", "export const broken = ;\n");
    const lines = await toldOf();
    for (const name of ["lone", "broken"]) project.remove(`src/figures/${name}.ts`);
    expect(lines).toEqual([
      'src/figures/broken.ts:1:23 Unexpected ";"; mend the code',
      expect.stringMatching(/^src\/figures\/lone\.ts:\d+:\d+ lone; /)
    ]);
  });

  test("in a colour that no theme has, or of no height, is told at the words", async () => {
    expect(await toldOf([figure, "var(--ink2)", "var(--inky)"])).toEqual([
      `${placeOf(figure, "var(--ink2)").replace(/\d+$/, (column) => String(Number(column) + 4))} no colour is called "--inky"; use one of src/notebook/style/tokens.css, or add it there`
    ]);
    expect(await toldOf([figure, "top + rows.length * lane", "top + Number.NaN"])).toEqual([
      `${placeOf(figure, "height: (_size")} its height is NaN; give a number of pixels above 0`
    ]);
  });
});

describe("a model", () => {
  test("whose sentence has a slot for nothing is told at the slot", async () => {
    const [, slot = ""] = /question:\s*"[^"{]*\{(\w+)\}/.exec(sound.get(model) ?? "") ?? [];
    const lines = await toldOf([model, `{${slot}}`, "{nothing-like-it}".replaceAll("-", "")]);
    expect(lines).toEqual([
      expect.stringMatching(/^src\/models\/drying\.ts:\d+:\d\d+ .*nothing for the slot "nothinglikeit"; /)
    ]);
  });

  test("that starts outside of its limits is told at the input", async () => {
    const lines = await toldOf([model, "max: ", "max: 0 * "]);
    expect(lines).toEqual([
      expect.stringMatching(/^src\/models\/drying\.ts:\d+:\d+ the input "\w+" starts at .+; widen its limits$/)
    ]);
  });
});
