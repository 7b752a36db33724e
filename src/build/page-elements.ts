import { htmlUnescape } from "escape-goat";

/** An element of a page, with what it stands in. */
export interface PageElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  parent: PageElement | null;
}

const unread = /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g;
const tag = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
const attribute = /([^\s=]+)(?:="([^"]*)")?/g;
const childless = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/**
 * The elements of a finished page, in its order. A build that only wants names and attributes need not make a document of
 * each page, which takes most of a second. Attributes are in double quotes, as documents are written out.
 */
export function pageElements(html: string): PageElement[] {
  const elements: PageElement[] = [];
  let open: PageElement | null = null;
  for (const [, closes, name = "", written = "", closed] of html.replace(unread, "<$1$2></$1>").matchAll(tag)) {
    if (closes) open = outOf(name, open);
    else {
      const element: PageElement = { name: name.toLowerCase(), attributes: attributesIn(written), parent: open };
      elements.push(element);
      if (!closed && !childless.has(element.name)) open = element;
    }
  }
  return elements;
}

/** What is open once an element of this name is closed; a tag that closes nothing changes nothing. */
function outOf(name: string, open: PageElement | null): PageElement | null {
  let element = open;
  while (element && element.name !== name.toLowerCase()) element = element.parent;
  return element ? element.parent : open;
}

const attributesIn = (written: string): Map<string, string> =>
  new Map([...written.matchAll(attribute)].map(([, name = "", value = ""]) => [name, htmlUnescape(value)]));
