import type { Options } from "minisearch";

const term = /\d[\d,]*(?:\.\d+)*|[\p{L}\p{M}\p{N}]+/gu;

/** The terms that search knows a text by: its words, and its numbers whole and without commas, "45,500" as "45500". */
export const searchTerms = (text: string): string[] =>
  (text.match(term) ?? []).map((found) => found.replaceAll(",", ""));

/** A cell of a release's table: its number as printed, its place and time, and the end of its address after the table's. */
export type SearchCell = readonly [printed: string, where: string, end: string];

/** Something that search finds, and where it leads. */
export interface SearchEntry {
  id: number;
  /** What it is, as the list of results says it. */
  kind: string;
  title: string;
  /** Where it stands or who is behind it. */
  context: string;
  text: string;
  /** Address from the site's root, `./harvest#first`. */
  href: string;
  /** A table's cells, and their numbers as one text. */
  cells?: readonly SearchCell[];
  printed?: string;
}

/** How the index is made, and so how it has to be read. */
export const searchOptions: Options<SearchEntry> = {
  fields: ["title", "context", "text", "printed"],
  storeFields: ["kind", "title", "context", "text", "href", "cells"],
  tokenize: searchTerms,
  searchOptions: {
    boost: { title: 3 },
    prefix: true,
    fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
    combineWith: "AND"
  }
};
