import { elementId } from "../kit/figure.ts";
import { type FigureFile, IdPrefix } from "./contract.ts";

// The ids and addresses that pages and their scripts agree on, as far as they are made of something.

/** The id of the dialog that holds a record's evidence. */
export const evidenceId = (record: string): string => IdPrefix.dialog + elementId(record);

/** The source that a number's record belongs to; undefined for this notebook's arithmetic, which has none. */
export function sourceOfRecord(record: string): string | undefined {
  const [source] = record.split(".");
  return source === "derived" ? undefined : source;
}

/** Where a file of a figure or model is published, from the site's root. */
export const figurePath = (name: string, file: FigureFile): string => `figures/${name}.${file}`;

/** Where everything about one number is published, from the site's root: a page and, with `.json`, its data. */
export const claimPath = (record: string): string => `claim/${record}`;

/** Where a figure or model is published for other pages to frame, from the site's root, without its ending. */
export const embedPath = (name: string): string => `embed/${name}`;

/** Where what another choice changes on a page is published, from the site's root. */
export const changePath = (page: string, options: readonly string[]): string =>
  `choices/${page}.${options.join(".")}.json`;

/** What a reader asks for in the address, by the tool that it opens: it is part of links that others have. */
export const addressKeys = {
  find: ["find", "topic", "stance", "voice", "kind", "for", "country", "outlet", "order"],
  compare: ["compare", "with"]
} as const;
