import type { QuantityRow } from "./figures.ts";
import { endOf, looksAhead, possibleSpan, sameTime } from "./same-quantity.ts";

/** What figures of one quantity come to when each claim of a publication is held against the others that it meets. */
interface Meetings {
  /** Claims that meet a figure, and figures that a claim meets. */
  met: ReadonlySet<QuantityRow>;
  /** Whether two that meet cannot both be right. */
  isDisagreed: boolean;
}

/** Figures for one time, as far as it matters who meets them. */
interface SameTime {
  sample: QuantityRow;
  rows: QuantityRow[];
  /** Of those that a claim without a date meets; claims with a date meet it themselves. */
  undatedMeet: QuantityRow[];
}

/**
 * The same as asking of each pair of a group whether the one `meets` the other and they `agree`. Times are far fewer than
 * figures, and only the outermost of what is possible at a time tells whether all agree, so times are held against times.
 */
export function meetingsOf(group: readonly QuantityRow[], yearsApart?: number): Meetings {
  const newest = newestOf(group);
  const times = new Map<string, SameTime>();
  for (const row of group) {
    const key = `${looksAhead(row)} ${row.period}`;
    const time = times.get(key) ?? { sample: row, rows: [], undatedMeet: [] };
    times.set(key, time);
    time.rows.push(row);
    if (row.period === null || endOf(row) === newest.get(voiceKey(row))) time.undatedMeet.push(row);
  }
  const met = new Set<QuantityRow>();
  let isDisagreed = false;
  for (const { sample, rows } of times.values()) {
    const claims = rows.filter(({ reading }) => reading === "text");
    if (claims.length === 0) continue;
    // A claim is among what it is held against; with itself it agrees.
    const others = [...times.values()]
      .filter((time) => sameTime(sample, time.sample, yearsApart))
      .flatMap((time) => (sample.period === null ? time.undatedMeet : time.rows));
    if (others.length < 2) continue;
    for (const row of others) met.add(row);
    const possible = others.flatMap((row) => possibleSpan(row) ?? []);
    const highest = possible.reduce((most, { from }) => Math.max(most, from), Number.NEGATIVE_INFINITY);
    const lowest = possible.reduce((least, { to }) => Math.min(least, to), Number.POSITIVE_INFINITY);
    isDisagreed ||= claims.some((claim) => {
      const span = possibleSpan(claim);
      return span !== null && (highest > span.to || lowest < span.from);
    });
  }
  return { met, isDisagreed };
}

/** Of the figures that are no claims: which voice gives one, on which basis, of what is or of what is planned. */
const voiceKey = (row: QuantityRow): string => JSON.stringify([looksAhead(row), row.speaker, row.basis]);

/** When the newest of those of each voice ends. */
function newestOf(group: readonly QuantityRow[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const row of group) {
    const key = voiceKey(row);
    if (row.reading !== "text" && endOf(row) > (newest.get(key) ?? "")) newest.set(key, endOf(row));
  }
  return newest;
}
