import type { Transfer } from "./transfers.ts";
import type { Visit } from "./visit.ts";

/** What was fetched; fonts apart, which are a matter of taste and never awaited. */
export interface Fetched {
  bytes: number;
  requests: number;
  fontBytes: number;
}

/** The medians of a page's visits; of layout shifts the largest, as one that happens now and then does happen. */
export interface Summary {
  firstNumber: number;
  before: Fetched;
  after: Fetched;
  shiftBefore: number;
  shiftAfter: number;
  blocking: number;
  /** Undefined where no visit has one. */
  answer: number | undefined;
}

/** What several visits of one page come to. */
export function summarise(visits: readonly Visit[]): Summary {
  const middle = (read: (visit: Visit) => number): number => median(visits.map(read));
  const fetched = (when: "before" | "after"): Fetched => ({
    bytes: middle((visit) => fetchedIn(visit[when]).bytes),
    requests: middle((visit) => fetchedIn(visit[when]).requests),
    fontBytes: middle((visit) => fetchedIn(visit[when]).fontBytes)
  });
  const answers = visits.flatMap(({ answer }) => answer ?? []);
  return {
    firstNumber: middle((visit) => visit.firstNumber),
    before: fetched("before"),
    after: fetched("after"),
    shiftBefore: Math.max(...visits.map((visit) => visit.shiftBefore)),
    shiftAfter: Math.max(...visits.map((visit) => visit.shiftAfter)),
    blocking: middle((visit) => visit.blocking),
    answer: answers.length > 0 ? median(answers) : undefined
  };
}

/** Bytes and requests of some transfers. */
export function fetchedIn(transfers: readonly Transfer[]): Fetched {
  const fonts = transfers.filter(({ kind }) => kind === "font");
  const others = transfers.filter(({ kind }) => kind !== "font");
  return { bytes: bytesOf(others), requests: others.length, fontBytes: bytesOf(fonts) };
}

const bytesOf = (transfers: readonly Transfer[]): number => transfers.reduce((sum, { bytes }) => sum + bytes, 0);

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
