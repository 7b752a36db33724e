import { printedNumbers } from "../ledger/text/numbers.ts";
import { countedBy } from "../page/tokens.ts";
import { numberWord, ratioText } from "../words/words.ts";
import type { Passage, PassageKind, ReaderState } from "./state.ts";

/** A passage that stays as it was, although what it says in words, or a record under it, is another. */
export interface LookAgain {
  path: string;
  at: string;
  written?: string;
  text: string;
  why: string;
}

type Row = Readonly<Record<string, unknown>>;

/** What somebody wrote: provenance, marks and rows are made of records and follow them. */
const writtenKinds: readonly PassageKind[] = ["heading", "sentence", "title", "description", "note"];

/** What a figure says, in the table of figures. */
const said = ["low", "value", "high", "comparator", "unit", "period", "condition", "basis"];

/** What a change leaves behind for somebody to read again, each once. */
export function lookAgain(before: ReaderState, after: ReaderState): LookAgain[] {
  const known = new Set(before.pages.flatMap(({ passages }) => passages.map(({ text }) => text)));
  const editions = supersededSince(before, after);
  const passages = after.pages.flatMap(({ path, passages }) =>
    passages
      .filter(({ kind, text }) => writtenKinds.includes(kind) && known.has(text))
      .flatMap((passage): LookAgain[] => {
        const why = editionNamed(passage, editions) ?? countNamed(passage, before, after);
        const { at, written, text } = passage;
        return why === undefined ? [] : [{ path, at, ...(written === undefined ? {} : { written }), text, why }];
      })
  );
  const all = [...verdictsMoved(before, after), ...comparisonsMoved(before, after), ...passages];
  return [...new Map(all.map((one) => [`${one.text} ${one.why}`, one])).values()];
}

const rowsOf = ({ tables }: ReaderState, name: string): readonly Row[] =>
  tables.find((table) => table.name === name)?.rows ?? [];

/** Years of the editions that were the newest before and are not any more. */
function supersededSince(before: ReaderState, after: ReaderState): string[] {
  const superseded = (state: ReaderState) => new Set(rowsOf(state, "sources").map(({ supersedes }) => supersedes));
  const [old, now] = [superseded(before), superseded(after)];
  return rowsOf(after, "sources")
    .filter(({ id }) => now.has(id) && !old.has(id))
    .flatMap(({ edition }) => /\d{4}/.exec(String(edition))?.[0] ?? []);
}

/** "In the 2026 edition", "the editions of 2024 and 2026". */
function editionNamed({ text }: Passage, years: readonly string[]): string | undefined {
  const words = text.replaceAll("\u00a0", " ");
  const year = years.find((one) =>
    // "Survey, 2026 edition" says where a number is from, and follows it.
    new RegExp(`(?<!, )\\b${one} edition\\b|\\beditions? of (?:\\d{4}(?:, | and | to ))*${one}\\b`).test(words)
  );
  return year && `it names the edition of ${year}, which is no longer the newest`;
}

/** A count in words of what the notebook holds, which was right before and is not now. */
function countNamed({ text }: Passage, before: ReaderState, after: ReaderState): string | undefined {
  for (const { value, end, kind } of printedNumbers(text)) {
    const [, thing = ""] = /^[\s-](\p{Ll}+)/u.exec(text.slice(end)) ?? [];
    const token = kind === "plain" ? countedBy(thing) : undefined;
    const now = token === undefined ? undefined : after.counts[token];
    if (token && before.counts[token] === value && now !== undefined && now !== value)
      return `it counts ${thing}, and there are ${numberWord(now)} now`;
  }
  return undefined;
}

/** Verdicts whose words stay while a figure that they judge or rest on says something else. */
function verdictsMoved(before: ReaderState, after: ReaderState): LookAgain[] {
  const byId = (state: ReaderState, table: string) => new Map(rowsOf(state, table).map((row) => [row.id, row]));
  const [figures, verdicts] = [byId(before, "figures"), byId(before, "verdicts")];
  const now = byId(after, "figures");
  return rowsOf(after, "verdicts").flatMap((verdict): LookAgain[] => {
    const old = verdicts.get(verdict.id);
    if (!old || ["claim", "verdict", "reasoning"].some((column) => old[column] !== verdict[column])) return [];
    const moved = [...idsIn(old.figures), ...idsIn(old.rests_on)].filter((id) => {
      const [was, is] = [figures.get(id), now.get(id)];
      return was && (!is || said.some((column) => was[column] !== is[column]));
    });
    const newer = idsIn(verdict.rests_on).filter((id) => !idsIn(old.rests_on).includes(id));
    const [name, ...others] = [...moved, ...newer];
    if (name === undefined || isStale(verdict.id, after)) return [];
    const why = `it rests on other figures than before: ${name}${others.length > 0 ? ` and ${others.length} more` : ""}`;
    return [{ path: "data/ledger/verdicts.yaml", at: String(verdict.id), text: String(verdict.reasoning), why }];
  });
}

/** What a stale verdict was reviewed with is among the faults, with the command that accepts it. */
const isStale = (id: unknown, { overtaken }: ReaderState): boolean =>
  overtaken.some(({ remedy }) => remedy.endsWith(`-- ${String(id).replace("verdict.", "")}`));

/** By how many times a ratio may move before somebody should read what explains it: rounding and a usual year move it by less. */
const farthest = 1.2;

/** Comparisons whose words stay while the ratio of their figures moves far: what explained it may explain it no longer. */
function comparisonsMoved(before: ReaderState, after: ReaderState): LookAgain[] {
  const known = new Map(rowsOf(before, "comparisons").map((row) => [row.id, row]));
  return rowsOf(after, "comparisons").flatMap((row): LookAgain[] => {
    const old = known.get(row.id);
    if (!old || ["kind", "word", "explanation"].some((column) => old[column] !== row[column])) return [];
    const [was, is] = [old.ratio, row.ratio].map((ratio) => (typeof ratio === "number" ? ratio : null));
    const isFar = was && is ? Math.max(was / is, is / was) >= farthest : was !== is;
    if (!isFar) return [];
    const [from, to] = [was, is].map((ratio) => (ratio ? ratioText(ratio) : "none"));
    const why = `the ratio of its figures was ${from} and is ${to}`;
    return [{ path: "data/ledger/comparisons.yaml", at: String(row.id), text: String(row.explanation), why }];
  });
}

const idsIn = (cell: unknown): string[] => (Array.isArray(cell) ? cell.map(String) : []);
