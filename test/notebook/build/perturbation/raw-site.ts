import type { MadeSite } from "../../../../src/notebook/build/reader-state.ts";

// The side of the test that owes nothing to the comparison: pages and files as text, taken apart with nothing but patterns.

/** A page's pieces of text, its spoken attributes, its drawings as they are, and those of them that stand for another page. */
export interface RawPage {
  texts: readonly string[];
  drawings: readonly string[];
  /** By the path of the page that they lead to. */
  thumbnails: ReadonlyMap<string, string>;
}

/** Every page by its path, the shell and the pictures of links included. */
export const rawPages = ({ shell, bodies, cards }: MadeSite): Map<string, RawPage> =>
  new Map([
    ["every page", rawPage(shell)],
    ...[...bodies, ...cards].map(({ path, content }): [string, RawPage] => [path, rawPage(content)])
  ]);

const attributes = / (?:aria-label|alt|title|placeholder|data-cite)="([^"]*)"/g;

function rawPage(html: string): RawPage {
  const pieces = [...html.matchAll(/<[^>]*>|[^<]+/g)].flatMap(([piece]) =>
    piece.startsWith("<") ? [...piece.matchAll(attributes)].map(([, words = ""]) => words) : [piece]
  );
  // A list of sources in another order is the same list: its items are texts of their own.
  const texts = pieces.flatMap((piece) => normal(piece).split(/;(?: |$)/));
  return {
    texts: texts.filter((text) => text !== ""),
    drawings: [
      ...[...html.matchAll(/<svg\b[\s\S]*?<\/svg>/g)].map(([drawing]) => drawing),
      ...[...html.matchAll(/ style="[^"]*%[^"]*"/g)].map(([style]) => style)
    ],
    thumbnails: new Map(
      [...html.matchAll(/<a href="\.(\/[^"]*)">((?:(?!<\/a>)[\s\S])*<svg class="thumbnail"[\s\S]*?<\/svg>)/g)].map(
        ([, path = "", link = ""]) => [path, link.slice(link.indexOf("<svg"))]
      )
    )
  };
}

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/** Words without entities, with plain spaces. */
export const normal = (text: string): string =>
  text
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      name ? (signs[name] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    )
    .replaceAll("\u2060", "")
    .replace(/\s+/g, " ")
    .trim();

/** What is in the one list and not in the other, as often as it is missing there. */
export function lacking(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
