/** An SVG in serialised HTML. None stands within another. */
export const drawing = /<svg\b[\s\S]*?<\/svg>/g;

/**
 * Takes the drawings out of a page that is to be parsed: they are half of it, and nothing in them is touched. Returns the
 * page with a place for each, and what puts them back.
 */
export function drawingsAside(html: string): { html: string; putBack(html: string): string } {
  const drawings: string[] = [];
  return {
    html: html.replace(drawing, (one) => `<svg data-aside="${drawings.push(one) - 1}"></svg>`),
    putBack: (parsed) => parsed.replace(/<svg data-aside="(\d+)"><\/svg>/g, (_, place) => drawings[Number(place)] ?? "")
  };
}
