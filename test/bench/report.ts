import { alignColumns } from "./align-columns.ts";
import type { ComparedPage } from "./compared-page.ts";
import { earlyScripts } from "./early-scripts.ts";
import { type Summary, summarise } from "./summary.ts";
import type { Visit } from "./visit.ts";

/** The ways of building a page, in the order of the table. */
export const ways = ["ours", "plain", "framework", "astro"] as const;
export type Way = (typeof ways)[number];

/** What is known of a page: a summary for each way, and the scripts that ours fetched unasked. */
export interface PageReport {
  path: string;
  summaries: Readonly<Record<Way, Summary>>;
  earlyScripts: readonly string[];
}

/** What a page's visits come to. */
export function pageReport(
  { path, html }: Pick<ComparedPage, "path" | "html">,
  visits: Readonly<Record<Way, readonly Visit[]>>
): PageReport {
  return {
    path,
    summaries: {
      ours: summarise(visits.ours),
      plain: summarise(visits.plain),
      framework: summarise(visits.framework),
      astro: summarise(visits.astro)
    },
    earlyScripts: [...new Set(visits.ours.flatMap(({ before }) => earlyScripts(html, before)))]
  };
}

const head = [
  [
    "page",
    "way",
    "first number",
    "",
    "before interaction",
    "",
    "",
    "",
    "scrolled through",
    "",
    "",
    "layout shift",
    "",
    "blocked",
    "answers"
  ],
  [
    "",
    "",
    "ms",
    "× plain",
    "kB",
    "× plain",
    "requests",
    "fonts kB",
    "kB",
    "requests",
    "fonts kB",
    "load",
    "end",
    "ms",
    "ms"
  ]
];

/** The comparison as a table, a line each for page and way. */
export function reportTable(reports: readonly PageReport[]): string {
  const lines = reports.flatMap(({ path, summaries }) =>
    ways.map((way, index) => [index === 0 ? path : "", way, ...cells(summaries[way], summaries.plain)])
  );
  return alignColumns([...head, ...lines], 2);
}

function cells(
  { firstNumber, before, after, shiftBefore, shiftAfter, blocking, answer }: Summary,
  plain: Summary
): string[] {
  return [
    firstNumber.toFixed(0),
    ratio(firstNumber, plain.firstNumber),
    kilobytes(before.bytes),
    ratio(before.bytes, plain.before.bytes),
    String(before.requests),
    kilobytes(before.fontBytes),
    kilobytes(after.bytes),
    String(after.requests),
    kilobytes(after.fontBytes),
    shiftBefore.toFixed(3),
    shiftAfter.toFixed(3),
    blocking.toFixed(0),
    answer?.toFixed(0) ?? "–"
  ];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const ratio = (value: number, of: number): string => (value / of).toFixed(2);

interface Aim {
  text: string;
  /** What a page has instead; undefined where the aim is met. */
  missed(report: PageReport): string | undefined;
}

/** Bytes of a page may be so many times those of plain HTML, or of the page by Astro. */
export const mostBytes = 1.5;
const mostTime = 1.05;
const mostBlocking = 50;
const mostWeight = 150_000;

/** A layout shift from which on the table shows more than 0. Half-parsed pages move by less, as browsers paint them early. */
export const leastShift = 0.0005;

const aims: readonly Aim[] = [
  {
    text: `first number within ${mostTime} of plain HTML`,
    missed: ({ summaries: { ours, plain } }) =>
      ours.firstNumber > mostTime * plain.firstNumber ? ratio(ours.firstNumber, plain.firstNumber) : undefined
  },
  {
    text: `bytes before interaction within ${mostBytes} of plain HTML, fonts apart`,
    missed: ({ summaries: { ours, plain } }) =>
      ours.before.bytes > mostBytes * plain.before.bytes ? ratio(ours.before.bytes, plain.before.bytes) : undefined
  },
  {
    text: "first number no later than Astro’s",
    missed: ({ summaries: { ours, astro } }) =>
      ours.firstNumber > astro.firstNumber ? `${ratio(ours.firstNumber, astro.firstNumber)} of Astro’s` : undefined
  },
  {
    text: `bytes before interaction within ${mostBytes} of Astro’s, fonts apart`,
    missed: ({ summaries: { ours, astro } }) =>
      ours.before.bytes > mostBytes * astro.before.bytes
        ? `${ratio(ours.before.bytes, astro.before.bytes)} of Astro’s`
        : undefined
  },
  {
    text: "a figure answers no later than Astro’s",
    missed: ({ summaries: { ours, astro } }) =>
      ours.answer !== undefined && astro.answer !== undefined && ours.answer > astro.answer
        ? `${ratio(ours.answer, astro.answer)} of Astro’s`
        : undefined
  },
  {
    text: `blocked for ${mostBlocking} ms at most`,
    missed: ({ summaries: { ours } }) => (ours.blocking > mostBlocking ? `${ours.blocking.toFixed(0)} ms` : undefined)
  },
  {
    text: `scrolled through, ${mostWeight / 1000} kB at most with fonts`,
    missed: ({ summaries: { ours } }) => {
      const weight = ours.after.bytes + ours.after.fontBytes;
      return weight > mostWeight ? `${kilobytes(weight)} kB` : undefined;
    }
  },
  {
    text: "no figure code before it is wanted",
    missed: ({ earlyScripts }) => (earlyScripts.length > 0 ? earlyScripts.join(", ") : undefined)
  },
  {
    text: "layout shift 0, on load and scrolled through",
    missed: ({ summaries: { ours } }) =>
      ours.shiftAfter >= leastShift ? `${ours.shiftBefore.toFixed(3)} and ${ours.shiftAfter.toFixed(3)}` : undefined
  }
];

/** A line for each aim: met, or not, and where. */
export function aimLines(reports: readonly PageReport[]): string[] {
  return aims.map(({ text, missed }) => {
    const misses = reports.flatMap((report) => {
      const instead = missed(report);
      return instead === undefined ? [] : [`${report.path} ${instead}`];
    });
    return `${misses.length === 0 ? "met" : "not met"}: ${text}${misses.length > 0 ? ` (${misses.join("; ")})` : ""}`;
  });
}
