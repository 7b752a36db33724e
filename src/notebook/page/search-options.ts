import type MiniSearch from "minisearch";
import type { Options, Query, SearchOptions, SearchResult } from "minisearch";

const term = /(\d[\d,]*(?:\.\d+)*)(?:[\s\u00a0]?(?:%|per ?cent\b))?|[\p{L}\p{M}\p{N}]+/gu;

/**
 * The terms that search knows a text by: its words, and its numbers whole and without commas, "45,500" as "45500". A
 * percentage is a number and a percentage.
 */
export const searchTerms = (text: string): string[] =>
  [...text.matchAll(term)].flatMap(([found, number]) => {
    if (number === undefined) return [found];
    const whole = number.replaceAll(",", "");
    return found === number ? [whole] : [whole, percent(whole)];
  });

const percent = (number: string): string => `${number}%`;

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
  /** Names that it is not shown with but looked for by: initials, and names in another script. */
  also?: string;
  /** Address from the site's root, `./harvest#first`. */
  href: string;
  /** A table's cells, and their numbers as one text. */
  cells?: readonly SearchCell[];
  printed?: string;
}

const common: SearchOptions = {
  boost: { title: 3, also: 2 },
  prefix: true,
  fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
  combineWith: "AND",
  // A definition names what it is told apart from, which is looked for first.
  boostDocument: (_id, _term, stored) => (stored?.kind === "Term" ? 0.4 : 1)
};

/** How the index is made, and so how it has to be read. */
export const searchOptions: Options<SearchEntry> = {
  fields: ["title", "context", "text", "also", "printed"],
  storeFields: ["kind", "title", "context", "text", "href", "cells"],
  tokenize: searchTerms,
  searchOptions: common
};

/** How much more a number weighs where it stands as the percentage that was asked for. */
const weightOfUnit = 6;

/**
 * What was typed as a query: a percentage is looked for as such first and then as a number; "28,5" as 28.5 and as the
 * beginning of 28,500.
 */
function queryOf(text: string): Query {
  const words = [...text.matchAll(term)].map(([found, number]): Query => {
    const whole = searchTerms(found);
    const decimal = /^\d+,\d+$/.test(number ?? "") ? searchTerms(found.replace(",", ".")) : [];
    const either = [...new Set([...whole, ...decimal])];
    if (either.length === 1) return found;
    return { combineWith: "OR", tokenize: (one) => [one], queries: either };
  });
  return { combineWith: "AND", queries: words };
}

/** What of the index holds all that was typed, the best first; where nothing does, what comes nearest. */
export function find(
  index: MiniSearch<SearchEntry>,
  text: string
): { found: (SearchResult & SearchEntry)[]; isNear: boolean } {
  const boostTerm = (one: string): number => (one.endsWith("%") ? weightOfUnit : 1);
  const found = index.search(queryOf(text), { boostTerm });
  const near =
    found.length > 0 ? [] : index.search(text, { combineWith: "OR", fuzzy: (one) => (/\d/.test(one) ? false : 0.34) });
  return { found: (found.length > 0 ? found : near) as (SearchResult & SearchEntry)[], isNear: near.length > 0 };
}
