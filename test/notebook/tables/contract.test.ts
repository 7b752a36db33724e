import { describe, expect, test } from "vitest";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import type { Table } from "../../../src/notebook/tables/table.ts";
import type { Tables } from "../../../src/notebook/tables/tables.ts";
import { realLedger, realNotebook, realTables } from "../../real-ledger.ts";

const ledger = realLedger();
const tables = realTables();
const published = new Map(
  publishedFiles(".", realNotebook(), pictureTokens()).map(({ path, content }) => [path, content])
);
const names = Object.keys(tables) as (keyof Tables)[];

/** The columns that others rely on: they may get company, but no other name without a major version. */
const contract: Readonly<Record<keyof Tables, string>> = {
  sources: "id title publisher kind country language published url text_sha256",
  figures:
    "id source paragraph printed metric subject material basis low value high comparator unit period status speaker chain",
  positions: "id source paragraph speaker topic stance voice paraphrase",
  speakers: "id name type kind role affiliation country",
  places: "id name type within country",
  events: "id date precision title topic speakers places passages",
  derived: "id formula inputs low value high unit explanation",
  comparisons: "id kind metric subject figures low high ratio explanation",
  verdicts: "id claim figures verdict reasoning rests_on"
};

/** What each table has a row for. */
const counted: Readonly<Record<keyof Tables, readonly object[]>> = {
  sources: ledger.sources,
  figures: ledger.sources.flatMap((source) => source.figures),
  positions: ledger.sources.flatMap((source) => source.positions),
  speakers: ledger.speakers,
  places: ledger.places,
  events: ledger.events,
  derived: ledger.derivations,
  comparisons: ledger.comparisons,
  verdicts: ledger.verdicts
};

const holds: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string" && value !== "",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  list: (value) => Array.isArray(value) && value.every((item) => item !== null && item !== "")
};

test("every table has a contract here: a new one needs its columns and what it counts", () => {
  expect(Object.keys(contract).sort()).toEqual([...names].sort());
});

describe.each(names)("table %s", (name) => {
  const table = tables[name] as unknown as Table<Record<string, unknown>>;
  const { rows } = table;
  const columns = table.columns.map((column) => column.name);

  test("is called by its own name, and says what it holds", () => {
    expect(table.name).toBe(name);
    for (const words of [table.title, table.description, ...table.columns.map(({ description }) => description)])
      expect(words).toMatch(/\S/);
  });

  test("keeps its columns", () => {
    expect(columns).toEqual(expect.arrayContaining(contract[name].split(" ")));
    expect(new Set(columns).size).toBe(columns.length);
  });

  test("has in each row what its columns say, neither more nor less", () => {
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...columns].sort());
  });

  test("has the type that each column says, and null for what is missing", () => {
    const wrong = rows.flatMap((row) =>
      table.columns
        .filter((column) => row[column.name] !== null && !holds[column.type]?.(row[column.name]))
        .map((column) => `${row.id}.${column.name}: ${JSON.stringify(row[column.name])} is no ${column.type}`)
    );
    expect(wrong).toEqual([]);
  });

  test("never writes out that something is missing", () => {
    const written = rows
      .flatMap((row) => Object.values(row))
      .filter((value) => /^(n\/?a|null|none given|-|–)$/i.test(String(value)) && value !== null);
    expect(written).toEqual([]);
  });

  test("has a row for each record of the ledger, each with an id of its own", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(counted[name].length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test("is published with these columns and rows as JSON", () => {
    const content = JSON.parse(published.get(`data/${name}.json`) ?? "null");
    expect(content).toEqual(rows);
  });

  test("is published with these columns as CSV", () => {
    expect(published.get(`data/${name}.csv`)?.split("\n", 1)[0]).toBe(columns.join(","));
  });
});

test("only canonical units meet in a column", () => {
  const { units } = ledger.vocabulary;
  const canonical = new Set(units.map((unit) => unit.canonical));
  for (const { id, unit } of [...tables.figures.rows, ...tables.derived.rows])
    expect({ id, canonical: canonical.has(unit) }).toEqual({ id, canonical: true });
  for (const unit of units.filter(({ id }) => canonical.has(id)))
    expect(unit).toMatchObject({ canonical: unit.id, factor: 1 });
});

describe("the ends of a figure", () => {
  test.each(tables.figures.rows.map((row) => [row.id, row] as const))("%s", (_, { low, value, high, comparator }) => {
    const known = [low, value, high].filter((end) => end !== null);
    expect([...known].sort((a, b) => a - b)).toEqual(known);
    if (comparator === "unquantified") expect(known).toEqual([]);
    else expect(known).not.toEqual([]);
    if (comparator === "<" || comparator === "<=") expect([low, value]).toEqual([null, null]);
    if (comparator === ">" || comparator === ">=") expect([value, high]).toEqual([null, null]);
    if (comparator === "nearly") expect([low, value]).toEqual([null, high]);
  });
});

describe("rows refer to rows", () => {
  const ids = (name: keyof Tables) => new Set(tables[name].rows.map(({ id }) => id));
  const [sources, speakers, places, figures] = [ids("sources"), ids("speakers"), ids("places"), ids("figures")];
  const outside = (known: ReadonlySet<string>, named: readonly (string | null)[]): string[] =>
    named.filter((id) => id !== null && !known.has(id)) as string[];

  test("of sources, speakers and places", () => {
    const said = [...tables.figures.rows, ...tables.positions.rows];
    expect(
      outside(
        sources,
        said.map(({ source }) => source)
      )
    ).toEqual([]);
    expect(
      outside(
        speakers,
        said.flatMap(({ speaker, chain, publisher }) => [speaker, publisher, ...chain])
      )
    ).toEqual([]);
    expect(
      outside(
        places,
        tables.figures.rows.map(({ subject }) => subject)
      )
    ).toEqual([]);
    expect(
      outside(
        places,
        tables.places.rows.map(({ within }) => within)
      )
    ).toEqual([]);
    expect(
      outside(
        speakers,
        tables.speakers.rows.map(({ affiliation }) => affiliation)
      )
    ).toEqual([]);
  });

  test("of figures", () => {
    expect(
      outside(
        figures,
        tables.derived.rows.flatMap(({ inputs }) => inputs)
      )
    ).toEqual([]);
  });
});

describe("counts", () => {
  test("of a source are of its own figures and positions", () => {
    expect(tables.sources.rows.map(({ id, figures, positions }) => [id, figures, positions])).toEqual(
      ledger.sources.map(({ id, figures, positions }) => [id, figures.length, positions.length])
    );
  });

  test("of speakers and places add up to all figures and positions", () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(tables.speakers.rows.map(({ figures }) => figures))).toBe(tables.figures.rows.length);
    expect(sum(tables.speakers.rows.map(({ positions }) => positions))).toBe(tables.positions.rows.length);
    expect(sum(tables.places.rows.map(({ figures }) => figures))).toBe(tables.figures.rows.length);
  });
});

test("events are in order of time", () => {
  const dates = tables.events.rows.map(({ date }) => date);
  expect([...dates].sort()).toEqual(dates);
});
