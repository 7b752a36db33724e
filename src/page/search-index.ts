import MiniSearch from "minisearch";
import type { Notebook } from "./notebook.ts";
import type { PageOutline } from "./page-outline.ts";
import { searchEntries } from "./search-entries.ts";
import { searchOptions } from "./search-options.ts";

/** The index that search reads, as JSON: made here, so that a reader's device does not have to. */
export function searchIndex(outline: readonly PageOutline[], notebook: Notebook): string {
  const index = new MiniSearch(searchOptions);
  index.addAll(searchEntries(outline, notebook));
  return JSON.stringify(index);
}
