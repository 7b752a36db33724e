import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileFigures, type QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { realLedger } from "../../real-ledger.ts";

/** A section of the fact file, from its heading to the next of the same or a higher level. */
function part(text: string, heading: string): string {
  const [, rest = ""] = text.split(`\n${heading}`);
  return rest.split(heading.startsWith("###") ? /\n##/ : /\n## /)[0] ?? "";
}

const lineOf = (text: string, label: string): string => {
  const line = text.split("\n").find((candidate) => candidate.replace(/^\| /, "").startsWith(label)) ?? "";
  return line
    .replace(/^\| [^|]*\|/, "")
    .replace(/^Forecast resources at 1 January 2021: P1 (\S+), P2 (\S+), P3 (\S+) .*$/, "$1 $2 $3");
};

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => plain(Number(number.replaceAll(",", ""))));

const plain = (value: number): string => String(Number(value.toPrecision(12)));

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

const places: readonly [start: string, place: string][] = [
  ["Lovozero", "lovozero"],
  ["Solikamsk", "solikamsk"],
  ["Tomtor", "tomtor"],
  ["Chuktukon", "chuktukon"],
  ["Seligdar", "seligdar"],
  ["Zashikhinskoye", "zashikhinskoye"],
  ["Murmansk", "murmansk"],
  ["Pikalevo", "pikalevo"]
];
const placeOf = (name: string): string => places.find(([start]) => name.startsWith(start))?.[1] ?? name;

/** What was read on the pages themselves, after the fact file was written. */
const readLater = [
  "further-statements.abundance-thulium-lutetium 0.5",
  "further-statements.products-survey 200",
  "further-statements.us-import-value-2024 170000000"
];

const isClose = ({ low, value, high }: QuantityRow, amount: number): boolean =>
  [low, value, high].some((end) => end !== null && Math.abs(end - amount) <= 1e-9 * amount);

const folder = "../shared/reference";

if (existsSync(folder)) {
  const facts = readFileSync(`${folder}/facts.md`, "utf8");
  const ledger = realLedger();
  const figures = compileFigures(ledger).rows;
  const deposits = readFileSync(`${folder}/deposits.csv`, "utf8");
  // The table gives tonnes by the thousand where a statement gives them by the million.
  const fromDeposits = new Set(numbersIn(deposits).flatMap((number) => [number, plain(Number(number) / 1000)]));

  describe("the State Report has what the fact file has", () => {
    const section = part(facts, "### 2.5");
    const from = (id: string): (string | null)[] => {
      const cells = figures.filter(({ series }) => series === `state-report-2021.${id}`);
      const unit = ledger.sources.flatMap(({ series }) => series).find((table) => table.id === cells[0]?.series)?.unit;
      return cells.map(({ value }) => (value === null ? null : plain(unit?.startsWith("kt") ? value / 1000 : value)));
    };
    const row = (label: string): string[] => numbersIn(lineOf(section, label));

    test.each([
      ["categories A+B+C1", ["reserves-abc1"]],
      ["category C2", ["reserves-c2"]],
      ["contained in all ore mined", ["contained-in-ore"]],
      ["of which loparite ore", ["contained-in-loparite-ore"]],
      ["loparite concentrate", ["loparite-concentrate"]],
      ["products of Solikamsk Magnesium Works", ["solikamsk-products"]],
      ["imports, t product weight", ["imports"]],
      ["reserves written off by re-evaluation", ["written-off"]],
      ["Forecast resources at 1 January 2021", ["forecast-p1", "forecast-p2", "forecast-p3"]]
    ])("%s", (label, ids) => {
      expect(ids.flatMap(from)).toEqual(row(label));
    });

    test.each([
      ["licensed share", "licensed-abc1", "licensed-c2"],
      ["exports of rare-earth products", "exports", null]
    ])("%s, two numbers a cell", (label, first, second) => {
      const cells = second === null ? from(first) : [...from(first), ...from(second)];
      const half = cells.length / 2;
      expect(cells.slice(0, half).flatMap((cell, i) => [cell, cells[half + i]])).toEqual(row(label));
    });
  });

  describe("every statement of the fact file is kept, with its page and each of its numbers", () => {
    const statements = figures.filter(({ source }) => source === "further-statements");
    const rows = part(facts, "## 3.")
      .split("\n")
      .filter((line) => line.includes("http"))
      .map((line) => {
        const words = line.split("|")[1] ?? "";
        // Years and the number of a paragraph of law are no quantities.
        const numbers = numbersIn(words.replace("RE2O3", "")).filter((number) => !/^(?:20\d\d|232)$/.test(number));
        return {
          words: words.trim(),
          numbers,
          addresses: [...line.matchAll(/https?:\/\/[^\s|;]+/g)].map(([address]) => address)
        };
      });

    test("there are statements to look for", () => {
      expect(rows.length).toBeGreaterThan(25);
    });

    test.each(rows.map((row) => [row.words, row] as const))("%s", (_, { numbers, addresses }) => {
      expect(addresses.filter((address) => statements.every(({ url }) => url !== address))).toEqual([]);
      const kept = statements
        .filter(({ url }) => url !== null && addresses.includes(url))
        .flatMap(({ printed }) => numbersIn(printed));
      expect(numbers.filter((number) => !kept.includes(number))).toEqual([]);
    });

    test("no statement of these pages has a number that neither the fact file nor the page, read later, gives", () => {
      const given = new Set(numbersIn(facts));
      const own = statements.flatMap(({ id, printed }) => numbersIn(printed).map((number) => ({ id, number })));
      const notGiven = own.filter(({ number }) => !given.has(number) && !fromDeposits.has(number));
      expect(notGiven.map(({ id, number }) => `${id} ${number}`).toSorted()).toEqual(readLater);
    });
  });

  describe("every deposit of the reference table is in the ledger", () => {
    const [head = "", ...lines] = deposits.trim().split("\n");
    const names = cellsOf(head);
    const records = lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, i) => [names[i] ?? "", cell])));
    const counted = records.filter(({ value }) => value !== "");

    test("there are deposits to look for", () => {
      expect(counted.length).toBeGreaterThan(25);
    });

    test.each(counted.map((record) => [`${record.name}, ${record.measure}, ${record.as_of}`, record] as const))(
      "%s",
      (_, { name = "", value = "", unit = "", source = "" }) => {
        const place = placeOf(name);
        const amount = Number(value) * (unit.startsWith("thousand") ? 1000 : 1);
        const found = figures.filter((figure) => figure.subject === place && isClose(figure, amount));
        expect(found.map(({ id }) => id)).not.toEqual([]);
        expect(found.some(({ url }) => url !== null && (source.includes(url) || source.includes(decodeURI(url))))).toBe(
          true
        );
      }
    );

    test("has the same coordinates, where the table looked any up", () => {
      for (const { id, coordinates } of ledger.places) {
        const given = records.filter(({ name = "" }) => placeOf(name) === id);
        if (coordinates && given.length > 0)
          expect(given.map(({ latitude, longitude }) => [Number(latitude), Number(longitude)])).toContainEqual([
            coordinates.latitude,
            coordinates.longitude
          ]);
      }
      const without = records.filter(({ latitude }) => latitude === "").map(({ name = "" }) => placeOf(name));
      expect(ledger.places.filter(({ id, coordinates }) => coordinates && without.includes(id))).toEqual([]);
    });
  });
} else {
  console.warn(`the reference tables are not in ${folder}: statements and deposits are not compared with them`);
  test.skip(`every statement is in the reference: skipped, because there is no ${folder}`, () => {});
}
