import type { Options } from "minisearch";

/** Something that search finds, and where it leads. */
export interface SearchEntry {
  id: number;
  /** What it is, as the list of results says it. */
  kind: string;
  title: string;
  /** Where it stands or who is behind it. */
  context: string;
  text: string;
  /** Address from the site's root, `./us-demand#first`. */
  href: string;
}

/** How the index is made, and so how it has to be read. */
export const searchOptions: Options<SearchEntry> = {
  fields: ["title", "context", "text"],
  storeFields: ["kind", "title", "context", "text", "href"],
  searchOptions: {
    boost: { title: 3 },
    prefix: true,
    fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
    combineWith: "AND"
  }
};
