import { createHash } from "node:crypto";

const longestPath = 24;
const longestLine = 110;

/**
 * Drawings of one thing in few words: names of elements, texts, links, and where each mark lies in whole px, so that two
 * outlines that differ show which mark changed and how. Colours, fonts and line widths are the style's business. Links
 * are numbered, and listed once for all sizes.
 */
export function outline(drawings: Readonly<Record<string, Element>>): string {
  const links: string[] = [];
  const parts = Object.entries(drawings).map(([size, drawing]) => [size, ...lines(drawing, links)]);
  return `${[...parts, ["links", ...links.map((link, place) => `#${place} ${link}`)]].map((part) => part.join("\n")).join("\n\n")}\n`;
}

/** An element and what it holds; a group that says nothing is how a drawing was made, and not what is seen. */
function lines(element: Element, links: string[]): string[] {
  const inside = [...element.children].filter(({ tagName }) => tagName !== "style");
  if (inside.length === 0) return [inWords(element, links)];
  const isPlain = element.tagName === "g" && attributes(element, links).length === 0;
  const held = joined(inside.map((child) => lines(child, links)));
  if (isPlain) return held;
  const own = inWords(element, links);
  if (held.length === 1 && own.length + (held[0]?.length ?? 0) < longestLine) return [`${own}: ${held[0]}`];
  return [own, ...held.map((line) => ` ${line}`)];
}

/** Small marks share a line as long as there is room; the same mark again is counted. */
function joined(parts: readonly string[][]): string[] {
  const made: { line: string; last: string; times: number; open: boolean }[] = [];
  for (const part of parts) {
    const [only = ""] = part;
    const before = made.at(-1);
    const open = part.length === 1 && !only.startsWith("a ");
    if (open && before?.open && before.last === only) before.times++;
    else if (open && before?.open && before.line.length + only.length < longestLine)
      made.splice(-1, 1, { line: `${counted(before)}; ${shortened(only, before.last)}`, last: only, times: 1, open });
    else made.push(...part.map((line) => ({ line, last: line, times: 1, open })));
  }
  return made.map(counted);
}

const counted = ({ line, times }: { line: string; times: number }): string => (times > 1 ? `${line} ×${times}` : line);

/** A mark of the kind of the one before it need not name its kind again. */
function shortened(mark: string, before: string): string {
  const kind = `${mark.split(" ", 1)[0]} `;
  return before.startsWith(kind) ? mark.slice(kind.length) : mark;
}

function inWords(element: Element, links: string[]): string {
  const text = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent);
  const said = text.join("").trim();
  return [element.tagName, ...attributes(element, links), ...(said === "" ? [] : [JSON.stringify(said)])].join(" ");
}

function attributes(element: Element, links: string[]): string[] {
  const value = (name: string): string => element.getAttribute(name) ?? "";
  const px = (name: string): string => (element.hasAttribute(name) ? wholePixels(value(name)) : "");
  const pair = (x: string, y: string, sign: string): string =>
    element.hasAttribute(x) || element.hasAttribute(y) ? `${px(x) || "0"}${sign}${px(y) || "0"}` : "";
  const link = `${value("aria-label")} → ${value("href")}`;
  if (element.tagName === "a" && !links.includes(link)) links.push(link);
  const role = value("role");
  return [
    element.tagName === "a" ? `#${links.indexOf(link)}` : value("aria-label"),
    role,
    px("transform").replace("translate", "@"),
    pair("x1", "y1", ","),
    pair("x2", "y2", ","),
    pair("cx", "cy", ","),
    element.tagName === "text" || element.tagName === "rect" ? pair("x", "y", ",") : "",
    pair("dx", "dy", ","),
    pair("width", "height", "×"),
    px("r"),
    px("points"),
    px("d"),
    // What distinguishes marks where colours are not seen.
    value("fill") === "none" ? "hollow" : "",
    value("fill").startsWith("url(") ? "patterned" : "",
    element.hasAttribute("stroke-dasharray") ? "dashed" : ""
  ].filter((part) => part !== "" && part !== "0,0" && part !== "0,0em");
}

/** Numbers as whole px; a long path is its beginning and a checksum of all of it. */
function wholePixels(value: string): string {
  const rounded = value.replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/g, (number) => String(Math.round(Number(number)) || 0));
  if (rounded.length <= longestPath) return rounded;
  return `${rounded.slice(0, longestPath)}…${createHash("sha256").update(rounded).digest("hex").slice(0, 6)}`;
}
