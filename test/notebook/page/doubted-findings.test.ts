import { describe, expect, test } from "vitest";
import { unless } from "../../../src/notebook/kit/figure.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { recordPlaces } from "../../../src/notebook/ledger/record-places.ts";
import { doubtedFindings } from "../../../src/notebook/page/checks/doubted-findings.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { realNotebook, realParsedLedger } from "../../real-ledger.ts";
import { figures } from "../../story.ts";

const notebook = realNotebook();
const placeOf = recordPlaces(realParsedLedger());

/** The notebook after an update: some figures have another value. */
function updated(values: Readonly<Record<string, number>>): Notebook {
  const { figures } = notebook.tables;
  const rows = figures.rows.map((row) => (row.id in values ? { ...row, value: values[row.id] ?? null } : row));
  return { ...notebook, tables: { ...notebook.tables, figures: { ...figures, rows } } };
}

const resting = ["reserves-by-source"];
const page = "---\ntitle: T\n---\n\n# The reserve depends\n\nText.\n\n```figure reserves-by-source\n```\n";
const faults = (text: string, restsOn: readonly string[], book: Notebook): string[] =>
  doubtedFindings({ file: "src/page.md", text, restsOn }, book, placeOf).map(formatFault);

const lineOf = (id: string): string => (placeOf(id) ?? "").split(":")[1] ?? "";

/** Where the records stand that a figure names in its doubts where derived quantities have other values. */
function doubtsOf(name: string, values: Readonly<Record<string, number>>): (string | undefined)[] {
  const { derived } = notebook.tables;
  const rows = derived.rows.map((row) => (row.id in values ? { ...row, value: values[row.id] ?? null } : row));
  const figure = figures.find((candidate) => candidate.name === name);
  const doubts = figure?.doubts(figure.select({ ...notebook.tables, derived: { ...derived, rows } })) ?? [];
  return doubts.flatMap(({ records }) => records.map(placeOf));
}

describe("a finding in a title", () => {
  test("that the data bear out is no fault", () => {
    expect(faults(page, resting, notebook)).toEqual([]);
  });

  test("that an update no longer bears out is a fault that names page, line and figure, and so is the page's own", () => {
    const book = updated({ "izvestia.reserves-ministry": 20e6 });
    const look = `look at ${placeOf("izvestia.reserves-ministry")}, usgs-mcs-2026.yaml:${lineOf("usgs-mcs-2026.reserves.russia.2026")}`;
    const why =
      "20 million tonnes, Ministry of Natural Resources, in Izvestia, is another multiple of the survey’s count";
    expect(faults(page, resting, book).map((line) => line.replaceAll("\u00a0", " "))).toEqual([
      `src/page.md:9:1 the title of figure reserves-by-source no longer holds: ${why}; ${look}; mend it, or the title in src/figures/reserves-by-source.ts`,
      `src/page.md:5:1 this page’s finding rests on figure reserves-by-source, and there ${why}; ${look}; mend it, or the heading and finding here`
    ]);
  });

  test("that only the description goes too far is told of that, with the records and how many there are besides", () => {
    const kinds = figures.find(({ name }) => name === "figures-by-kind");
    if (!kinds) throw new Error("the story has no such figure");
    const rows = kinds.select(notebook.tables);
    const doubts = () => unless(false, "no kind has the most", rows.slice(1, 3), "description");
    const book = { ...notebook, figures: [{ ...kinds, doubts }] };
    const [first = ""] = rows[1]?.evidence ?? [];
    const lines = faults("# P\n\n```figure figures-by-kind\n```\n", ["figures-by-kind"], book);
    expect(lines.map((line) => line.split(";")[0])).toEqual([
      `src/page.md:3:1 the description of figure figures-by-kind no longer holds: no kind has the most`
    ]);
    expect(lines[0]).toContain(`look at ${placeOf(first)}, `);
    expect(lines[0]).toMatch(/ and \d+ more; mend it, or the description in src\/figures\/figures-by-kind\.ts$/);
  });

  test("of what is calculated names the derivation first", () => {
    const records = doubtsOf("mined-not-recovered", { "derived.loparite-part": 70 });
    expect(records[0]).toBe(placeOf("derived.loparite-part"));
    expect(records[0]).toMatch(/^data\/ledger\/derivations\.yaml:\d+$/);
  });

  test("on a page that says nothing of the kind is a fault of the figure alone", () => {
    expect(faults(page, [], updated({ "izvestia.reserves-ministry": 20e6 }))).toHaveLength(1);
  });

  test("of a figure that there is not, or that cannot be made, is left to other rules", () => {
    expect(faults("```figure no-such\n```\n", ["no-such"], notebook)).toEqual([]);
    const { figures } = notebook.tables;
    const empty = { ...notebook, tables: { ...notebook.tables, figures: { ...figures, rows: [] } } };
    expect(faults(page, resting, empty)).toEqual([]);
  });
});

test.each(figures.map((figure) => [figure.name, figure] as const))("%s holds on the ledger as it is", (_, figure) => {
  expect(figure.doubts(figure.select(notebook.tables))).toEqual([]);
});

describe("of a figure that is doubted", () => {
  const [known] = figures;
  if (!known) throw new Error("there is a figure");
  /** What is told of a page with this figure, doubted for these records. */
  const told = (records: readonly string[]): string[] => {
    const doubts = () => [{ why: "it is otherwise", of: "title" as const, records: [...records] }];
    const book = { ...notebook, figures: [{ ...known, name: "reserves-by-source", doubts }] };
    const placeOfRecord = (id: string) => (id === "nowhere" ? undefined : `data/ledger/${id}.yaml:1`);
    return doubtedFindings({ file: "src/page.md", text: page, restsOn: [] }, book, placeOfRecord).map(formatFault);
  };
  const line = (look: string): string =>
    `src/page.md:9:1 the title of figure reserves-by-source no longer holds: it is otherwise; ${look}mend it, or the title in src/figures/reserves-by-source.ts`;

  test("the first records are named, and how many more there are", () => {
    expect(told(["a", "b", "c", "d"])).toEqual([line("look at data/ledger/a.yaml:1, b.yaml:1 and 2 more; ")]);
    expect(told(["a", "nowhere"])).toEqual([line("look at data/ledger/a.yaml:1; ")]);
    expect(told(["nowhere"])).toEqual([line("")]);
  });
});
