import { describe, expect, test } from "vitest";
import { checks } from "../../../src/notebook/ledger/check-ledger.ts";
import type { Check } from "../../../src/notebook/ledger/checks/violation.ts";
import type { Quantity } from "../../../src/notebook/ledger/schema.ts";
import { realParsedLedger } from "../../real-ledger.ts";

// A slip in one figure of a statement, while what was printed stays as it is. Subjects and materials are not in the printed words, nor are most times and speakers.

const parsed = realParsedLedger();
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
    expect(tried.length).toBeGreaterThan(20);
    expect(tried.filter(({ caught }) => !caught).map(({ figure }) => `${figure.id}: ${figure.printed}`)).toEqual([]);
  });
});
