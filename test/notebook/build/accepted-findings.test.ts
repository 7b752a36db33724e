import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acceptIn } from "../../../src/notebook/build/accept.ts";
import { acceptVerdicts } from "../../../src/notebook/build/accept-verdicts.ts";
import { inspect } from "../../../src/notebook/build/check-notebook.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { findingsOf } from "../../../src/notebook/page/checks/findings.ts";
import { copyOf, linesOf } from "./next-edition.ts";

const root = () => copyOf("test/subjects/coffee");
const look = async (at: string) => inspect(at, { title: "Coffee" }, await readStory(at));
const accept = async (at: string) =>
  writeFileSync(join(at, "data/findings.json"), JSON.stringify(findingsOf((await look(at)).notebook)));

function edit(at: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(at, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
  writeFileSync(join(at, file), text.replaceAll(from, to));
}

const dearer = (at: string) => edit(at, "data/ledger/crop-survey-2024.yaml", "2021: 3.9", "2021: 3.7");
const price = "src/angles/prices.md";
const title = (first: string) => `Arabica rose from ${first} to 5.8 euros a kilogram; Bean & Berth says about 6`;

test("what a change of the data makes of a title and a heading is reported, before and after, until it is accepted", async () => {
  const at = root();
  await accept(at);
  expect(linesOf(await look(at))).toEqual([]);
  dearer(at);
  expect(linesOf(await look(at)).map((line) => line.replaceAll("\u00a0", " "))).toEqual([
    `${price}:4:1 the finding of this page stays as it was, and the data have rewritten what it rests on: the title of figure arabica-price; read it again; if it still holds, run npm run accept`,
    `${price}:9:1 the data have rewritten the heading of this page: it was “Arabica at 5.8 euros a kilogram, up from 3.9” and is now “Arabica at 5.8 euros a kilogram, up from 3.7”; if that is right, run npm run accept`,
    `${price}:13:1 the data have rewritten the title of figure arabica-price: it was “${title("3.9")}” and is now “${title("3.7")}”; if that is right, run npm run accept`
  ]);
  await accept(at);
  expect(linesOf(await look(at))).toEqual([]);
});

test("a finding is to be read again only where it rests on the figure whose title the data have rewritten", async () => {
  const at = root();
  edit(at, price, "rests_on: [arabica-price]", "rests_on: [harvest-by-source]");
  await accept(at);
  dearer(at);
  expect(linesOf(await look(at)).filter((line) => line.includes("the finding of this page"))).toEqual([]);
});

test("a notebook that has accepted nothing is not asked to", async () => {
  const at = root();
  dearer(at);
  const { faults, unaccepted } = await look(at);
  expect([faults, unaccepted]).toEqual([[], 0]);
});

test("words that an author writes anew need nobody's acceptance; a number that is new is counted as not accepted", async () => {
  const at = root();
  await accept(at);
  edit(at, price, "# Arabica at", "# A kilogram of arabica at");
  edit(
    at,
    "src/harvest.md",
    "# {{derived.harvest-gap}} lie",
    "# Of {{courier.harvest-bureau}}, {{derived.harvest-gap}} lie"
  );
  const { faults, unaccepted } = await look(at);
  expect([faults, unaccepted]).toEqual([[], 1]);
});

test("accept tells what it records, and takes what is sound while the rest waits", async () => {
  const at = root();
  writeFileSync(join(at, "observablehq.config.ts"), 'export default { title: "Coffee" };\n');
  const first = await acceptIn(at);
  expect(first.others).toEqual([]);
  expect(first.told.at(-1)).toMatch(
    /^0 rewritten findings accepted and [1-9]\d* new findings recorded in data\/findings\.json$/
  );
  dearer(at);
  edit(at, "src/harvest.md", "# {{", "There are {{nothing.of-the-kind}}.\n\n# {{");
  const second = await acceptIn(at);
  expect(second.told.at(-1)).toBe("3 rewritten findings accepted and 0 new findings recorded in data/findings.json");
  expect(second.others.map(({ file }) => file)).toContain("src/harvest.md");
  expect((await look(at)).rewritten).toEqual([]);
});

test("a verdict whose figure changed is accepted by its name, and nothing else with it", async () => {
  const at = root();
  writeFileSync(join(at, "observablehq.config.ts"), 'export default { title: "Coffee" };\n');
  edit(at, "data/ledger/crop-survey-2024.yaml", "2024: 5.8", "2024: 6.1");
  const stale = async () => linesOf(await look(at)).filter((line) => line.includes("the verdict was reviewed"));
  expect(await stale()).toEqual([
    expect.stringMatching(/is 6\.1 now; read the verdict again, then run npm run accept -- price-of-arabica$/)
  ]);
  expect((await acceptIn(at)).others.map(({ file }) => file)).toEqual(["data/ledger/verdicts.yaml"]);
  expect(() => acceptVerdicts(at, ["price-of-arabic"])).toThrow('is no verdict; did you mean "price-of-arabica"?');
  const before = readFileSync(join(at, "data/ledger/verdicts.yaml"), "utf8");
  expect(acceptVerdicts(at, ["price-of-arabica"])).toEqual([
    "data/ledger/verdicts.yaml:8 price-of-arabica rests on crop-survey-2024.price.ombrel.2024, 6.1 EUR/kg, no longer 5.8"
  ]);
  const after = readFileSync(join(at, "data/ledger/verdicts.yaml"), "utf8");
  expect(after).toBe(before.replace(": 5.8\n", ": 6.1\n"));
  expect(await stale()).toEqual([]);
  expect(acceptVerdicts(at, ["verdict.price-of-arabica"])).toEqual([
    "verdict.price-of-arabica rests on what it was reviewed on; nothing is changed"
  ]);
});

test("a file that is no list of findings is a fault beside all others", async () => {
  const at = root();
  writeFileSync(join(at, "data/findings.json"), "[]");
  expect((await look(at)).faults.map(formatFault)).toEqual([
    "data/findings.json:1:1 is not what npm run accept writes; delete it and run npm run accept"
  ]);
});

test("accept renews the list of sources in a README that has the place for it", async () => {
  const at = root();
  writeFileSync(join(at, "observablehq.config.ts"), 'export default { title: "Coffee" };\n');
  const { told } = await acceptIn(at);
  expect(told.join("\n")).not.toContain("README");
  writeFileSync(join(at, "README.md"), "Before\n<!-- sources -->\nold\n<!-- end of sources -->\nAfter\n");
  expect((await acceptIn(at)).told).toContain(
    "the list of sources in README.md is renewed; read again what else it says"
  );
  const lines = readFileSync(join(at, "README.md"), "utf8").split("\n");
  expect([lines[0], lines.at(-2)]).toEqual(["Before", "After"]);
  expect(lines).toContainEqual(
    expect.stringMatching(/^\| \[`courier\.yaml`\]\(data\/ledger\/courier\.yaml\) \| .+ \| \d+ \|$/)
  );
  expect((await acceptIn(at)).told.join("\n")).not.toContain("README");
});
