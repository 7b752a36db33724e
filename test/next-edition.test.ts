import { expect, test } from "vitest";
import { addEdition, copyOf, lines, linesOf, notebookAt } from "./notebook/build/next-edition.ts";

test("the next edition of the survey is one file; where it changes a number, what was judged on that is listed", async () => {
  const root = copyOf(".");
  const look = await notebookAt(".", root);
  // Made up; the world's reserves go on falling, as a figure's title says.
  const add = (given: Readonly<Record<string, number>>): void =>
    addEdition(root, "usgs-mcs-2026", "usgs-mcs-2027", { "reserves.world": ">70000000", ...given });
  const before = lines(look());

  add({});
  const after = look();
  expect(linesOf(after)).toEqual([]);
  const moved = lines(after).filter((line, place) => line !== before[place]);
  expect(moved.map((line) => line.split(" ", 1)[0])).toEqual([
    "/reserves-vs-output",
    "/reserves-vs-output",
    "/reserves-vs-output",
    "/us-demand",
    "/us-demand",
    "/gallium"
  ]);
  for (const words of ["2,600\u00a0tonnes for 2026.", "For 2026 the survey puts China’s", "In 2026 it made"])
    expect(moved.join("\n")).toContain(words);

  add({ "mine-production.russia": 2700 });
  const short = (line: string): string => line.replace(/:\d+:\d+ /, " ").replace(/[:;] .*$/, "");
  const stale =
    "data/ledger/verdicts.yaml the verdict was reviewed when usgs-mcs-2027.mine-production.russia.2026 was 2600 t/yr";
  expect(linesOf(look()).map(short)).toEqual([
    "data/ledger/comparisons.yaml nobody has judged the disagreement about production of russia, rare-earths",
    stale,
    stale
  ]);
});
