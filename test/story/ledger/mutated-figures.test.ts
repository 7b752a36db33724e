import { describe, expect, test } from "vitest";
import { checks } from "../../../src/notebook/ledger/check-ledger.ts";
import type { Check } from "../../../src/notebook/ledger/checks/violation.ts";
import type { Quantity } from "../../../src/notebook/ledger/schema.ts";
import { testedParsedLedger } from "../../real-ledger.ts";

// A slip in one figure of a statement, while what was printed stays as it is, and so do our words beside it. Of what these
// name nothing of, a place, a material, a speaker, a time, no check can tell; such a slip shows in what `npm run diff` tells.

const parsed = testedParsedLedger();
const { units } = parsed.ledger.vocabulary;
const statements = parsed.ledger.sources.flatMap((source) =>
  source.figures.filter(({ series }) => series === null).map((figure) => ({ source, figure }))
);

/** A figure with its amounts changed; undefined where it has none. */
function scaled(figure: Quantity, by: number): Quantity | undefined {
  const ends = (["low", "value", "high"] as const).filter((end) => figure[end]);
  return ends.length === 0
    ? undefined
    : { ...figure, ...Object.fromEntries(ends.map((end) => [end, (figure[end] ?? 0) * by])) };
}

/** In another unit of the same dimension, or of another. */
function inUnit(figure: Quantity, isOther: (unit: (typeof units)[number]) => boolean): Quantity | undefined {
  const other = units.find((unit) => unit.id !== figure.unit && isOther(unit));
  return other && scaled(figure, 1) && { ...figure, unit: other.id };
}

const dimensionOf = ({ unit }: Quantity) => units.find(({ id }) => id === unit)?.dimension;
const otherComparator: Record<string, Quantity["comparator"]> = {
  "=": "~",
  "~": "=",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">"
};

type Statement = (typeof statements)[number];

const slips: Record<string, (figure: Quantity, source: Statement["source"]) => Quantity | undefined> = {
  "ten times the amount": (figure) => scaled(figure, 10),
  "a tenth more": (figure) => scaled(figure, 1.1),
  "a larger or smaller unit": (figure) => inUnit(figure, ({ dimension }) => dimension === dimensionOf(figure)),
  "a unit of something else": (figure) =>
    inUnit(figure, ({ dimension }) => dimension !== dimensionOf(figure) && !["t", "t/yr"].includes(figure.unit)),
  "another comparator": (figure) => {
    const comparator = otherComparator[figure.comparator ?? "="];
    return comparator && scaled(figure, 1) && { ...figure, comparator };
  },
  "another year than the words name": (figure) =>
    /\b(?:19|20)\d\d\b/.test(`${figure.printed} ${figure.says}`) ? { ...figure, period: "1999" } : undefined,
  "a count of what had not come": ({ status, period, said, ...figure }, { published }) =>
    (period ?? "").slice(-4) > (said ?? published.date).slice(0, 4) && (status === "forecast" || status === "target")
      ? { ...figure, period, said, status: "stated" }
      : undefined,
  "a target of what is": (figure, { published }) =>
    // These may be said of what is to come.
    figure.status === "stated" &&
    !/project|\b(?:can|could|may|if|once|to be|(?:was|were|has|have) to)\b/.test(figure.says) &&
    (figure.period ?? "").slice(-4) <= (figure.said ?? published.date).slice(0, 4)
      ? { ...figure, status: "target" }
      : undefined,
  "a count of what is only planned or expected": (figure) =>
    /\b(?:is|are) to\b|\bexpects?\b/.test(figure.says.split(";")[0] ?? "")
      ? { ...figure, status: "stated" }
      : undefined,
  "a capacity where nothing could be": (figure) =>
    figure.status === "stated" && !/capacity|could|can\b/.test(figure.says)
      ? { ...figure, status: "capacity" }
      : undefined,
  "another country than the words name": (figure) =>
    /\b(?:Russia|China|American?s?|United States)\b/.test(figure.says.split(";")[0] ?? "")
      ? { ...figure, subject: "vietnam" }
      : undefined,
  "another material than the words name": (figure) =>
    /\brare.earths?\b/i.test(`${figure.printed} ${figure.says.split(";")[0]}`) &&
    !/gallium/i.test(figure.says) &&
    figure.material !== "none"
      ? { ...figure, material: "gallium" }
      : undefined,
  "a voice of the other kind": (figure, { reading }) => {
    const isOwn = figure.voice === "authorial" || figure.voice === "gloss";
    return reading === "text" ? { ...figure, voice: isOwn ? "quoted" : "authorial" } : undefined;
  },
  "the publication as the speaker": (figure, { reading, author_speaker }) =>
    reading === "text" && figure.speaker !== author_speaker ? { ...figure, speaker: author_speaker } : undefined
};

/** Whether a check finds fault with this figure in the place of the true one. */
function isCaught(figure: Quantity, source: Statement["source"]): boolean {
  const ledger = { ...parsed.ledger, sources: [{ ...source, figures: [figure] }] };
  return ofOneFigure.some((check) =>
    (checks[check] as Check)(ledger, parsed.unread).some(({ record }) => record === figure)
  );
}

/** The checks that look at a figure for itself. */
const ofOneFigure = [
  "printed-figure-contains-its-value",
  "printed-words-fit-the-amount",
  "comparator-fits-its-amount",
  "interval-runs-upwards",
  "unit-fits-its-metric",
  "period-fits-the-words",
  "status-fits-the-words",
  "names-fit-the-words",
  "voice-fits-its-speaker"
] as const;

test("no figure as it stands is at fault", () => {
  expect(statements.length).toBeGreaterThan(100);
  expect(statements.filter(({ source, figure }) => isCaught(figure, source)).map(({ figure }) => figure.id)).toEqual(
    []
  );
});

describe.each(Object.entries(slips))("%s", (_name, slip) => {
  test("is caught", () => {
    const tried = statements.flatMap(({ source, figure }) => {
      const changed = slip(figure, source);
      return changed ? [{ figure, caught: isCaught(changed, source) }] : [];
    });
    expect(tried.length).toBeGreaterThan(15);
    expect(tried.filter(({ caught }) => !caught).map(({ figure }) => `${figure.id}: ${figure.printed}`)).toEqual([]);
  });
});

const tables = parsed.ledger.sources.flatMap((source) => source.series.map((table) => ({ source, table })));
type Cells = (typeof tables)[number]["table"]["values"];

/** A table's cells with one of them changed, in every way that there is. */
function eachCell(
  values: Cells,
  change: (period: string, cell: number | string) => [string, number | string]
): Cells[] {
  return Object.entries(values).flatMap(([place, row]) =>
    Object.entries(row).flatMap(([period, cell]) => {
      const [later, other] = change(period, cell);
      if (later === period && other === cell) return [];
      const { [period]: _, ...rest } = row;
      return [{ ...values, [place]: { ...rest, [later]: other } }];
    })
  );
}

/** The digits of a cell, without its marks, as others. */
const inDigits = (cell: number | string, change: (digits: string) => string): number | string =>
  typeof cell === "number" ? Number(change(String(cell))) : cell.replace(/\d+/, change);

describe.each<[string, (period: string, cell: number | string) => [string, number | string]]>([
  [
    "ten times a cell",
    (period, cell) => [period, inDigits(cell, (digits) => (Number(digits) ? `${digits}0` : digits))]
  ],
  ["two digits swapped", (period, cell) => [period, inDigits(cell, (digits) => digits.replace(/^(\d)(\d)/, "$2$1"))]],
  ["the next year", (period, cell) => [period.replace(/\d{4}/, (year) => String(Number(year) + 1)), cell]]
])("%s", (_name, change) => {
  test("is caught in every table", () => {
    const tried = tables.flatMap(({ source, table }) =>
      eachCell(table.values, change).map((values) => ({
        id: table.id,
        ledger: { ...parsed.ledger, sources: [{ ...source, series: [{ ...table, values }] }] }
      }))
    );
    expect(tried.length).toBeGreaterThan(500);
    const slipped = tried.filter(({ ledger }) => checks["table-is-as-transcribed"](ledger).length === 0);
    expect(slipped.map(({ id }) => id)).toEqual([]);
  });
});
