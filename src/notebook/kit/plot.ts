import * as Plot from "@observablehq/plot";
import { noBreakSpace, plainNumber } from "../words/words.ts";
import { type Canvas, evidenceEntryId } from "./figure.ts";

/** Where a record's evidence stands on its page. */
export const evidenceHref = (id: string): string => `#${evidenceEntryId(id)}`;

/** Plot options that every figure starts from: size, document, margins, no axis unless a mark draws it. */
export function base(canvas: Canvas, height: number, options: Plot.PlotOptions = {}): Plot.PlotOptions {
  const { x, y, ...rest } = options;
  return {
    document: canvas.document,
    width: canvas.width,
    height,
    marginTop: 26,
    marginRight: 112,
    marginBottom: 28,
    marginLeft: 30,
    x: { axis: null, label: null, ...x },
    y: { axis: null, label: null, ...y },
    ...rest
  };
}

/** Horizontal gridlines over the full width with tick labels standing on them; the unit is on the top tick only. */
export function yAxis(ticks: readonly number[], unit: string, marginLeft = 30): Plot.Markish {
  const last = ticks.at(-1);
  return [
    Plot.gridY(ticks.slice(1), { stroke: "var(--rule)", strokeOpacity: 1, insetLeft: -marginLeft }),
    Plot.ruleY([0], { stroke: "var(--ink)", insetLeft: -marginLeft }),
    Plot.axisY([...ticks], {
      tickSize: 0,
      tickPadding: 0,
      textAnchor: "start",
      dx: -marginLeft,
      dy: -8,
      fill: "var(--ink3)",
      fontSize: 12.5,
      label: null,
      tickFormat: (tick: number) => (tick === last ? `${tick} ${unit}` : `${tick}`)
    })
  ];
}

/** Years along the bottom; on a phone the first in full, then ’22. */
export function xYears(ticks: readonly number[], short = false): Plot.Markish {
  return Plot.axisX([...ticks], {
    tickSize: 4,
    stroke: "var(--rule2)",
    fill: "var(--ink3)",
    fontSize: 12.5,
    label: null,
    tickFormat: (year: number, index: number) => (short && index > 0 ? `’${String(year).slice(2)}` : String(year))
  });
}

/** Vertical gridlines with tick labels above them and a zero line in ink; the unit is on the last tick only. */
export function topAxis(ticks: readonly number[], tickText: (tick: number) => string): Plot.Markish {
  return [
    Plot.ruleX(
      ticks.filter((tick) => tick !== 0),
      { stroke: "var(--rule)" }
    ),
    Plot.ruleX([0], { stroke: "var(--ink)" }),
    Plot.axisX([...ticks], {
      anchor: "top",
      tickSize: 0,
      tickPadding: 8,
      fill: "var(--ink3)",
      fontSize: 12.5,
      label: null,
      tickFormat: tickText
    })
  ];
}

/** A colour of the palette: one for lines and bars, one for names and numbers. */
interface PaletteColour {
  mark: string;
  text: string;
}

/** The colour of a place by what the ledger names it ("red", "blue", "ochre"; `colour` of the places' table); grey for any other. */
export function paletteColour(name: string | null): PaletteColour {
  if (name === "ochre") return { mark: "var(--ochre)", text: "var(--ochre-text)" };
  if (name === "red" || name === "blue") return { mark: `var(--${name})`, text: `var(--${name})` };
  return { mark: "var(--grey)", text: "var(--grey-text)" };
}

/** A rim in the paper's colour that keeps words readable on lines, as options of a mark. */
export const halo = { stroke: "var(--paper)", strokeWidth: 6 } as const;

/** The same as attributes of a node. */
export const haloAttributes = {
  stroke: "var(--paper)",
  "stroke-width": 6,
  "paint-order": "stroke",
  "stroke-linejoin": "round"
} as const;

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
  const name = named?.getAttribute("aria-label");
  if (name) link.setAttribute("aria-label", name);
  named?.removeAttribute("aria-label");
  const transforms = new Set([...link.children].map((child) => child.getAttribute("transform")));
  const [shared] = transforms;
  if (transforms.size !== 1 || !shared) return;
  link.setAttribute("transform", shared);
  for (const child of link.children) child.removeAttribute("transform");
}

function hideUnlessLinked(group: Element): void {
  const isLink = group.localName === "a";
  for (const element of [...(isLink ? [] : [group]), ...group.querySelectorAll(":not(a)")])
    element.removeAttribute("aria-label");
  if (!isLink && !group.querySelector("a")) group.setAttribute("aria-hidden", "true");
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

/** A drawing whose marks are placed in px from the top left corner: for figures without axes. */
export function pixelPlot(canvas: Canvas, height: number, marks: Plot.Markish[]): SVGSVGElement {
  const identity = { type: "identity" } as const;
  const plot = Plot.plot(base(canvas, height, { margin: 0, x: identity, y: identity, r: identity, marks }));
  return tidySvg(plot);
}

/** A line of text at a place in px. */
export interface Label {
  x: number;
  y: number;
  text: string;
}

/** Labels in one style, from their places to the right unless `anchor` says otherwise; y is the baseline. */
export function labels(
  rows: readonly Label[],
  options: Plot.TextOptions & { anchor?: "start" | "middle" | "end" } = {}
) {
  const { anchor = "start", ...rest } = options;
  return Plot.text([...rows], { x: "x", y: "y", text: "text", textAnchor: anchor, lineAnchor: "bottom", ...rest });
}

/** A stroke through points in px. */
export function stroke(points: readonly { x: number; y: number }[], options: Plot.LineOptions = {}) {
  return Plot.line([...points], { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1, ...options });
}

type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element with attributes and children, for what Plot has no mark for. */
export function svgNode(
  document: Document,
  name: string,
  attributes: Attributes,
  ...children: (Element | string)[]
): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/**
 * Round ticks from zero for an axis that has to reach `max`: a step of 1, 2 or 5 times a power of ten, at most five
 * steps. The last tick lies beyond `max` if that is not far.
 */
export function ticksTo(max: number): number[] {
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [0.1, 0.2, 0.5, 1, 2].map((factor) => factor * power).find((size) => max / size < 4.5) ?? 5 * power;
  const steps = Math.round(max / step);
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Labels for ticks: plain numbers, the unit on the last one only. */
export function tickTexts(ticks: readonly number[], unit: string): (tick: number) => string {
  const last = ticks.at(-1);
  const space = unit === "%" ? "" : noBreakSpace;
  return (tick) => plainNumber(tick) + (tick === last ? space + unit : "");
}
