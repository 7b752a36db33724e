const roundedAttributes = new Set(
  "d transform x y x1 x2 y1 y2 cx cy r rx ry dx dy width height viewBox points stroke-width stroke-dasharray".split(" ")
);
const xlink = "http://www.w3.org/1999/xlink";

/**
 * Makes a drawing of Plot's fit for a page: no style element, no random class, no inline style, coordinates of one
 * decimal, plain `href`s, link names on the links, everything that is no link hidden from assistive technology.
 */
export function tidySvg(drawing: Element): SVGSVGElement {
  const svg = drawing as SVGSVGElement;
  for (const style of svg.querySelectorAll("style")) style.remove();
  if (svg.querySelector("[id^='plot-']"))
    throw new Error("a mark with clip has an id that repeats on the page; draw within the frame instead");
  setRoot(svg);
  for (const link of svg.querySelectorAll("a")) tidyLink(link);
  for (const group of svg.children) hideUnlessLinked(group);
  for (const element of [svg, ...svg.querySelectorAll("*")]) roundCoordinates(element);
  return svg;
}

function setRoot(svg: SVGSVGElement): void {
  svg.setAttribute("class", "plot");
  svg.setAttribute("role", svg.querySelector("a") ? "group" : "img");
  svg.removeAttribute("style");
  svg.setAttribute("font-family", "var(--sans)");
  svg.setAttribute("font-size", "13");
  svg.setAttribute("color", "var(--ink2)");
  svg.setAttribute("overflow", "visible");
}

/** Plot names the symbol; a link is named itself. */
function tidyLink(link: Element): void {
  const href = link.getAttributeNS(xlink, "href") ?? link.getAttribute("href");
  link.removeAttributeNS(xlink, "href");
  if (href) link.setAttribute("href", href);
  if (link.getAttribute("fill") === "inherit") link.removeAttribute("fill");
  const named = link.querySelector("[aria-label]");
  if (named) link.setAttribute("aria-label", named.getAttribute("aria-label") ?? "");
  named?.removeAttribute("aria-label");
  const transforms = new Set([...link.children].map((child) => child.getAttribute("transform")));
  const [shared] = transforms;
  if (transforms.size !== 1 || !shared) return;
  link.setAttribute("transform", shared);
  for (const child of link.children) child.removeAttribute("transform");
}

function hideUnlessLinked(group: Element): void {
  for (const element of [group, ...group.querySelectorAll(":not(a)")]) element.removeAttribute("aria-label");
  if (group.localName !== "a" && !group.querySelector("a")) group.setAttribute("aria-hidden", "true");
}

/** Not the factor of a scale: a hundredth of it moves what is far from the corner by many px. */
const coordinate = /(?<!scale\([^)]*)-?\d*\.\d{2,}/g;

function roundCoordinates(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (name === "style" || name === "aria-description") element.removeAttribute(name);
    else if (roundedAttributes.has(name)) element.setAttribute(name, value.replace(coordinate, oneDecimal));
  }
}

/** Halves go away from zero on both sides, else the arcs of a circle of radius 4.25 no longer meet and make an oval. */
function oneDecimal(digits: string): string {
  const rounded = Math.round(Math.abs(Number(digits)) * 10) / 10;
  return String(rounded === 0 || !digits.startsWith("-") ? rounded : -rounded);
}
