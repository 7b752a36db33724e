import { Parser } from "htmlparser2";

/** An element of a page, with what it stands in. */
export interface PageElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  parent: PageElement | null;
}

/**
 * The elements of a finished page, in its order. A build that only wants names and attributes need not make a document of
 * each page, which takes most of a second.
 */
export function pageElements(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes: new Map(Object.entries(attributes)), parent: open.at(-1) ?? null };
      elements.push(element);
      open.push(element);
    },
    onclosetag() {
      open.pop();
    }
  });
  parser.end(html);
  return elements;
}
