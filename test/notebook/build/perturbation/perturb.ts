import { exact } from "../../../../src/notebook/ledger/amounts.ts";
import type { ParsedLedger } from "../../../../src/notebook/ledger/parse-ledger.ts";
import type { Quantity } from "../../../../src/notebook/ledger/schema.ts";
import { printedNumbers } from "../../../../src/notebook/ledger/text/numbers.ts";

/** What becomes of a number. */
export type Move = (value: number, figure: Quantity) => number;

/** A number that nobody could take for the old one: shares stay below the whole, and small whole numbers whole. */
export const farOff: Move = (value, { unit }) =>
  unit === "%" && value > 50
    ? exact(value * 0.6)
    : Number.isInteger(value) && value < 20
      ? value + 2
      : exact(value * 1.4);

/** The ledger as it would be if the sources of some figures had printed other numbers. */
export function perturbed(parsed: ParsedLedger, isMoved: (figure: Quantity) => boolean, move: Move): ParsedLedger {
  const locations = new Map(parsed.locations);
  const sources = parsed.ledger.sources.map((source) => ({
    ...source,
    corrections: source.corrections.map((correction) => {
      const figure = source.figures.find(({ id }) => id === correction.figure);
      if (!figure || !isMoved(figure)) return correction;
      const other = { ...correction, holds: move(correction.holds, figure) };
      const location = locations.get(correction);
      if (location) locations.set(other, location);
      return other;
    }),
    figures: source.figures.map((figure) => {
      if (!isMoved(figure)) return figure;
      const other = otherwise(figure, move);
      const location = locations.get(figure);
      if (location) locations.set(other, location);
      return other;
    })
  }));
  return { ...parsed, locations, ledger: { ...parsed.ledger, sources } };
}

/** Whether a figure has a number that can be another. */
export const hasNumber = ({ low, value, high }: Quantity): boolean =>
  low !== undefined || value !== undefined || high !== undefined;

/** The ledger as it would be if some statements, positions and events had been made more often: what counts them is higher. */
export function grown({ ledger, ...parsed }: ParsedLedger, seed: number): ParsedLedger {
  const random = seeded(seed);
  const more = <Entry extends { id: string }>(entries: readonly Entry[]): Entry[] =>
    entries.flatMap((entry) => (random() < 0.4 ? [entry, { ...entry, id: `${entry.id}-again` }] : [entry]));
  const sources = ledger.sources.map((source) => ({
    ...source,
    figures: [
      ...source.figures.filter(({ series }) => series !== null),
      ...more(source.figures.filter(({ series }) => series === null))
    ],
    positions: more(source.positions)
  }));
  return { ...parsed, ledger: { ...ledger, sources, events: more(ledger.events) } };
}

/** The ledger as it would be without some of its voices, topics and events: what counts them is lower. */
export function thinned({ ledger, ...parsed }: ParsedLedger, seed: number): ParsedLedger {
  const random = seeded(seed);
  const silent = new Set(ledger.speakers.filter(() => random() < 0.4).map(({ id }) => id));
  const [forgotten] = ledger.vocabulary.topics;
  const sources = ledger.sources.map((source) => ({
    ...source,
    positions: source.positions.filter(({ speaker, topic }) => !silent.has(speaker) && topic !== forgotten?.id)
  }));
  return { ...parsed, ledger: { ...ledger, sources, events: ledger.events.filter(() => random() < 0.6) } };
}

function otherwise(figure: Quantity, move: Move): Quantity {
  const other: Quantity = { ...figure };
  let { printed } = figure;
  for (const end of ["low", "value", "high"] as const) {
    const from = figure[end];
    if (from === undefined) continue;
    const to = move(from, figure);
    other[end] = to;
    printed = reprinted(printed, from, to);
  }
  return { ...other, printed };
}

/** A printed figure with another number: in its numeral where it has one, else as a bare number. */
function reprinted(printed: string, from: number, to: number): string {
  const found = printedNumbers(printed).find(({ start }) => {
    const numeral = /^[\d,.]*\d/.exec(printed.slice(start))?.[0];
    return numeral !== undefined && sameDigits(Number(numeral.replaceAll(",", "")), from);
  });
  if (!found)
    return `${printed
      .replace(/\d[\d,.]*/g, "")
      .trim()
      .split(" ")
      .slice(0, 4)
      .join(" ")} ${to}`.trim();
  const numeral = /^[\d,.]*\d/.exec(printed.slice(found.start))?.[0] ?? "";
  const next = from === 0 ? to : exact((Number(numeral.replaceAll(",", "")) * to) / from);
  const written = numeral.includes(",") ? next.toLocaleString("en", { maximumFractionDigits: 12 }) : String(next);
  return printed.slice(0, found.start) + written + printed.slice(found.start + numeral.length);
}

/** Whether two numbers differ by powers of ten alone, as 28.5 in millions and 28,500,000 do. */
function sameDigits(one: number, other: number): boolean {
  if (one === 0 || other === 0) return one === other;
  const ratio = Math.log10(Math.abs(one / other));
  return Math.abs(ratio - Math.round(ratio)) < 1e-9;
}

/** Numbers from 0 to 1 that are the same on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
