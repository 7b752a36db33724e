import type { Ledger, Source } from "./schema.ts";
import { countableNumbers } from "./text/numbers.ts";

export interface MissingPassage {
  record: string;
  paragraph: number;
  printed: string;
}

export interface UnaccountedNumber {
  paragraph: number;
  printed: string;
}

/** What holding a text against its records showed. Both lists are empty when the transcription is complete. */
export interface TextReport {
  source: string;
  figures: number;
  leftOut: number;
  missing: MissingPassage[];
  unaccounted: UnaccountedNumber[];
}

/** The non-empty lines of a text; a record's `paragraph` is the 1-based place in this list. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/**
 * Looks each printed figure, dated event and left-out passage of a source up in its text, and lists every number of the
 * text (numerals, and number words from two upwards) that none of them covers.
 */
export function verifyText(source: Source, ledger: Ledger, text: string): TextReport {
  const fold = folder(source.damaged_character);
  const paragraphs = paragraphsOf(text).map(fold);
  const covered = paragraphs.map(() => [] as { start: number; end: number }[]);
  const missing: MissingPassage[] = [];

  const cover = (passage: MissingPassage): void => {
    const places = [passage.paragraph, ...copiesOf(source, passage.paragraph)];
    places.forEach((place, i) => {
      const ranges = occurrences(paragraphs[place - 1] ?? "", fold(passage.printed));
      covered[place - 1]?.push(...ranges);
      if (i === 0 && ranges.length === 0) missing.push(passage);
    });
  };

  for (const passage of passagesOf(source, ledger)) cover(passage);
  for (const { paragraph, printed, reason } of source.left_out) {
    const whole = paragraphs[paragraph - 1];
    if (printed !== undefined) cover({ record: `left out (${reason})`, paragraph, printed });
    else if (whole !== undefined) covered[paragraph - 1]?.push({ start: 0, end: whole.length });
    else missing.push({ record: `left out (${reason})`, paragraph, printed: "" });
  }

  const unaccounted = paragraphs.flatMap((paragraph, i) =>
    countableNumbers(paragraph, source.language)
      .filter(({ start, end }) => !covered[i]?.some((range) => range.start <= start && end <= range.end))
      .map(({ start, end }) => ({ paragraph: i + 1, printed: paragraph.slice(start, end) }))
  );
  return { source: source.id, figures: source.figures.length, leftOut: source.left_out.length, missing, unaccounted };
}

function passagesOf(source: Source, ledger: Ledger): MissingPassage[] {
  const figures = source.figures.flatMap(({ id, paragraph, printed, also = [] }) =>
    [paragraph ?? [], ...also]
      .flat()
      .map((repeat) =>
        typeof repeat === "number"
          ? { record: id, paragraph: repeat, printed }
          : { record: id, paragraph: repeat.paragraph, printed: repeat.printed ?? printed }
      )
  );
  const events = ledger.events.flatMap(({ id, passages }) =>
    passages.flatMap(({ source: from, paragraph, printed }) =>
      from === source.id && paragraph !== undefined && printed !== undefined ? [{ record: id, paragraph, printed }] : []
    )
  );
  return [...figures, ...events];
}

/** Paragraphs that repeat the given one, where the source says so. */
const copiesOf = (source: Source, paragraph: number): number[] =>
  (source.duplicates ?? []).filter(({ of }) => of.includes(paragraph)).map((copy) => copy.paragraph);

function occurrences(text: string, part: string): { start: number; end: number }[] {
  // "5" must not be found inside "2,500" or "28.5", nor "seven" inside "seventy"; a capital after a small letter begins a line
  // that was run together with the one before.
  const before = /^\d/.test(part) ? String.raw`(?<!\d|\d[.,])` : /^\p{Ll}/u.test(part) ? String.raw`(?<!\p{L})` : "";
  const after = /\d$/.test(part) ? String.raw`(?!\d|[.,]\d)` : /\p{L}$/u.test(part) ? String.raw`(?!\p{Ll})` : "";
  const literal = part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return [...text.matchAll(new RegExp(before + literal + after, "gu"))].map(({ index }) => ({
    start: index,
    end: index + part.length
  }));
}

/** Typographic variants and the damaged character count as one, so that a clean record finds a damaged text. */
function folder(damaged: string | undefined): (text: string) => string {
  return (text) => {
    const mended = damaged === undefined ? text : text.replaceAll(damaged, "'");
    return mended.replace(/[’‘ʼ]/g, "'").replace(/[—–]/g, damaged === undefined ? "–" : "'");
  };
}
