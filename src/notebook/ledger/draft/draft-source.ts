import type { Place } from "../schema.ts";
import type { Expression } from "../text/expression.ts";
import { countableNumbers } from "../text/numbers.ts";
import type { Article } from "./article.ts";
import { type DraftFigure, draftFigures } from "./draft-figures.ts";
import { draftPositions } from "./draft-positions.ts";
import { type Identity, type Known, type Reading, readingOf } from "./reading.ts";

/** A draft of a ledger file. What is in `review` is a guess, and no build takes it before somebody has looked at it. */
export interface Draft {
  source: Record<string, unknown>;
  figures: DraftFigure[];
  positions: Record<string, unknown>[];
  left_out: { paragraph: number; printed?: string; reason: string }[];
  speakers: Record<string, unknown>[];
  places: Record<string, unknown>[];
}

/** With which a ledger that has no place yet begins. */
const world = { id: "world", name: "World", type: "world" } satisfies Partial<Place>;

/** Drafts a publication's ledger file from its article: each statement of a quantity a record, each guess marked. */
export function draftSource(article: Article, identity: Identity, known: Known): Draft {
  const reading = readingOf(article, identity, known);
  const anywhere = known.places[0]?.id ?? world.id;
  const { figures, stated } = draftFigures(reading, anywhere);
  return {
    source: sourceOf(article, identity, reading),
    figures,
    positions: draftPositions(reading, anywhere, stated),
    left_out: leftOut(article, reading, stated),
    speakers: [...reading.stubs.values()],
    places: known.places.length > 0 ? [] : [world]
  };
}

/** What the file says of the publication itself. */
function sourceOf(article: Article, identity: Identity, { publisher, known, stubs }: Reading): Draft["source"] {
  const title = identity.title ?? article.title;
  const authors = identity.authors ?? article.authors;
  const url = identity.url ?? article.url;
  return {
    id: identity.id,
    title,
    ...(title === null ? { title_supplied: "A working title: say what the article is about" } : {}),
    publisher,
    kind: known.speakers.find(({ id }) => id === publisher)?.kind ?? stubs.get(publisher)?.kind,
    language: identity.language,
    ...(authors ? { authors } : {}),
    published: publishedOf(identity.date ?? article.date),
    ...(url ? { url } : {}),
    text_sha256: identity.sha256,
    ...(article.notes.length > 0 ? { text_note: article.notes.join(" ") } : {}),
    ...(article.damagedCharacter ? { damaged_character: article.damagedCharacter } : {}),
    ...(article.copies.length > 0
      ? { duplicates: article.copies.map((copy) => ({ ...copy, reason: "Repeats them." })) }
      : {}),
    review: ["publisher", "kind", "published", ...(article.title === null ? ["title"] : [])]
  };
}

function publishedOf(date: string | null): Record<string, unknown> {
  if (date === null)
    return {
      date: "1900",
      precision: "year",
      qualifier: "inferred",
      reason: "No date was found: say when it appeared."
    };
  const precision = date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
  return { date, precision, qualifier: "exact" };
}

/** What stands outside the article, and numbers of the text that are no statement of a quantity. */
function leftOut(
  article: Article,
  { paragraphs, isOutside }: Reading,
  stated: readonly (readonly Expression[])[]
): Draft["left_out"] {
  return paragraphs.flatMap((text, i) => {
    const numbers = countableNumbers(text, article.language);
    if (isOutside(i)) return numbers.length > 0 ? article.outside.filter(({ paragraph }) => paragraph === i + 1) : [];
    const printed = numbers
      .filter(({ start, end }) => !stated[i]?.some((one) => one.start <= start && end <= one.end))
      .map(({ start, end }) => text.slice(start, end));
    return [...new Set(printed)].map((one) => ({
      paragraph: i + 1,
      printed: one,
      reason: /^(?:1[5-9]|20)\d\d$/.test(one) ? "A year." : "A date, a name or an address, no quantity."
    }));
  });
}
