import { basename } from "node:path";
import type { RecordReader } from "./records.ts";
import {
  fileSections,
  type Ledger,
  type Quantity,
  releaseIdentity,
  requiredLists,
  type Source,
  sourceIdentity,
  type TextFigure
} from "./schema.ts";
import { seriesFigures } from "./series-figures.ts";
import { releaseStandIn, sourceStandIn } from "./stand-ins.ts";

/** What a file of the ledger holds, by its name. */
export function readPart(reader: RecordReader): Partial<Ledger> {
  const name = basename(reader.document.file, ".yaml");
  switch (name) {
    case "vocabulary":
      return { vocabulary: reader.lists(fileSections.vocabulary, requiredLists.vocabulary) };
    case "speakers":
    case "places":
    case "events":
    case "derivations":
    case "choices":
    case "comparisons":
    case "verdicts":
    case "glossary":
      return reader.lists(fileSections[name], requiredLists[name]);
    default:
      return { sources: reader.has("release") ? readRelease(reader) : readSource(reader) };
  }
}

function readSource(reader: RecordReader): Source[] {
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
  reader.remember(reader.rename(identity, source), ["source"]);
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

function readRelease(reader: RecordReader): Source[] {
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
  reader.remember(reader.rename(identity, source), ["release"]);
  return [source];
}
