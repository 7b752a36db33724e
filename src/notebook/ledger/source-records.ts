import type { RecordReader } from "./record-reader.ts";
import {
  fileSections,
  type Quantity,
  type ReleaseIdentity,
  releaseIdentity,
  requiredLists,
  type Source,
  sourceIdentity,
  type TextFigure,
  type TextIdentity
} from "./schema.ts";
import { seriesFigures } from "./series-figures.ts";

/** The source that the file of a text holds, with its records. */
export function readSource(reader: RecordReader): Source[] {
  const lists = reader.lists(fileSections.source, requiredLists.source, ["source"]);
  const identity = reader.record(["source"], sourceIdentity) ?? reader.standIn(["source"], sourceStandIn);
  if (!identity) return [];
  const figures = lists.figures.map(inText);
  const source = {
    ...identity,
    author_speaker: identity.author_speaker ?? identity.publisher,
    ...lists,
    series: [],
    figures,
    edition: null,
    licence: null,
    reading: "text" as const,
    edition_of: null,
    supersedes: null,
    corrections: []
  };
  reader.remember(source, ["source"]);
  return [source];
}

/**
 * A figure of a text with what those of releases have besides. It is the very record: the engine gives each copy made by
 * spreading a layout of its own, which takes more room than what it holds and makes every look at it slow.
 */
function inText(record: TextFigure): Quantity {
  const figure: TextFigure & Partial<Quantity> = record;
  figure.place = null;
  figure.series = null;
  figure.marks = noMarks;
  figure.said = null;
  figure.said_inferred = null;
  figure.url = null;
  figure.reading = "text";
  return figure as Quantity;
}

const noMarks: string[] = [];

/** The source that the file of a release holds: the cells of its tables and what it says besides. */
export function readRelease(reader: RecordReader): Source[] {
  const { series, statements, corrections } = reader.lists(fileSections.release, requiredLists.release, ["release"]);
  const identity = reader.record(["release"], releaseIdentity) ?? reader.standIn(["release"], releaseStandIn);
  if (!identity) return [];
  const { note, ...rest } = identity;
  const cells = series.flatMap((table) =>
    seriesFigures(table, identity).map(({ figure, path }) => reader.within(table, figure, path))
  );
  const said = statements.map((record) => {
    const { said_inferred, ...statement } = record;
    return reader.rename(record, {
      ...statement,
      said_inferred: said_inferred ?? null,
      paragraph: null,
      place: statement.place ?? null,
      series: null,
      marks: statement.said === null ? ["undated"] : said_inferred === undefined ? [] : ["date inferred"],
      reading: identity.reading
    });
  });
  const source = {
    ...rest,
    title_supplied: undefined,
    translated: null,
    authors: null,
    author_speaker: identity.publisher,
    text_sha256: null,
    text_note: note,
    series,
    figures: [...cells, ...said],
    positions: [],
    left_out: [],
    corrections
  };
  reader.remember(source, ["release"]);
  return [source];
}

/**
 * An identity in place of one that could not be read, so that the records of the file can be checked all the same. It
 * names its own id wherever it should name another record: faulty as it is, nobody looks for that one.
 */
const shared = (id: string) => ({
  id,
  title: id,
  publisher: id,
  kind: id,
  country: null,
  language: "en",
  published: { date: "2000", precision: "year" as const, qualifier: "inferred" as const },
  url: "https://example.org/"
});

/** In place of a publication's identity. */
const sourceStandIn = (id: string): TextIdentity => ({
  ...shared(id),
  translated: null,
  authors: null,
  text_sha256: null
});

/** In place of a release's identity. */
const releaseStandIn = (id: string): ReleaseIdentity => ({
  ...shared(id),
  edition: id,
  licence: id,
  reading: "original",
  edition_of: null,
  supersedes: null
});
