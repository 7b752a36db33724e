/**
 * A chart's drawing as a piece of a picture that leaves the page, as XML: evidence cannot be opened there, so each link
 * becomes a group whose name a viewer may show, and what only a page needs is gone.
 */
export function standaloneDrawing(drawing: Element, place: { x: number; y: number }): string {
  const { ownerDocument: document } = drawing;
  for (const ring of drawing.querySelectorAll(".ring")) ring.remove();
  for (const link of drawing.querySelectorAll("a")) {
    const group = document.createElementNS(svgNamespace, "g");
    for (const { name, value } of link.attributes) if (!pageOnly.has(name)) group.setAttribute(name, value);
    const title = document.createElementNS(svgNamespace, "title");
    title.textContent = link.getAttribute("aria-label");
    group.append(title, ...link.childNodes);
    link.replaceWith(group);
  }
  for (const element of [drawing, ...drawing.querySelectorAll("*")])
    for (const name of pageOnly) element.removeAttribute(name);
  for (const [name, value] of Object.entries(place)) drawing.setAttribute(name, String(value));
  const { defaultView } = document;
  if (!defaultView) throw new Error("a drawing is written as XML in a document with a window");
  return new defaultView.XMLSerializer().serializeToString(drawing).replaceAll(wordJoiner, "");
}

const svgNamespace = "http://www.w3.org/2000/svg";
const pageOnly = new Set([
  "href",
  "target",
  "class",
  "role",
  "aria-label",
  "aria-hidden",
  "aria-labelledby",
  "pointer-events"
]);

/** Fonts outside the page may show it as a box. */
const wordJoiner = "\u2060";
