import { wrapText } from "../kit/text.ts";

/** What a picture of a chart says beside its drawing. */
export interface PictureWords {
  title: string;
  subtitle: string;
  notes: readonly string[];
  source: string;
}

const margin = 24;
/** How much wider the sans of whoever opens the picture may run than that of the page, which it cannot bring. */
const stretch = 1.25;
const stretchInBold = 1.45;
const namespace = "http://www.w3.org/2000/svg";

/**
 * A drawn chart as a picture that stands alone, SVG in the colours that the reader sees: title, key, drawing, notes and
 * source in one image.
 */
export function chartPicture(drawings: Element, { title, subtitle, notes, source }: PictureWords): SVGSVGElement {
  const drawn = drawings.querySelector(":scope > svg");
  if (!drawn) throw new Error("there is no drawing to make a picture of");
  const inner = Number(drawn.getAttribute("width"));
  const width = inner + 2 * margin;
  const picture = element("svg", { xmlns: namespace, role: "img", width, "font-family": "Source Sans 3, sans-serif" });
  picture.append(element("title", {}, title), element("rect", { width, height: "100%", fill: "var(--paper)" }));
  let top = margin;
  const set = (text: string, size: number, fill: string, weight = 400): void => {
    const room = inner / (weight > 400 ? stretchInBold : stretch);
    for (const line of text === "" ? [] : wrapText(text.replaceAll("\u2060", ""), room, size)) {
      top += size * 1.4;
      const at = { x: margin, y: top - size * 0.4, "font-size": size, "font-weight": weight, fill };
      picture.append(element("text", at, line));
    }
  };
  set(title, 20, "var(--ink)", 600);
  set(subtitle, 14, "var(--ink2)");
  top += 10;
  top = addKey(picture, drawings, inner, top);
  const copy = drawn.cloneNode(true) as Element;
  for (const [name, value] of Object.entries({ x: margin, y: top })) copy.setAttribute(name, String(value));
  picture.append(copy);
  top += Number(drawn.getAttribute("height")) + 8;
  for (const note of notes) set(note, 13, "var(--ink3)");
  set(source, 13, "var(--ink3)");
  const height = Math.ceil(top + margin);
  picture.setAttribute("height", String(height));
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  resolveVariables(picture);
  return picture;
}

/** Lays the key's swatches with their words in lines, as wide as the drawing; gives where they end. */
function addKey(picture: Element, drawings: Element, inner: number, from: number): number {
  const swatches = [...drawings.querySelectorAll(":scope > div > span, :scope > div > div > span")].filter((one) =>
    one.querySelector("svg")
  );
  let [left, top] = [0, from];
  for (const swatch of swatches) {
    const width = swatch.getBoundingClientRect().width * stretch;
    if (left > 0 && left + width > inner) [left, top] = [0, top + 22];
    const mark = swatch.querySelector("svg")?.cloneNode(true) as Element;
    for (const [name, value] of Object.entries({ x: margin + left, y: top })) mark.setAttribute(name, String(value));
    const words = element("text", { x: margin + left + 21, y: top + 13, "font-size": 13.5, fill: "var(--ink)" });
    words.textContent = swatch.textContent;
    picture.append(mark, words);
    left += Math.ceil(width) + 18;
  }
  return swatches.length > 0 ? top + 30 : from;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ""): SVGSVGElement {
  const made = document.createElementNS(namespace, name) as SVGSVGElement;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.textContent = text;
  return made;
}

/** Outside the page there are no variables: each is replaced by what it stands for now. */
function resolveVariables(picture: Element): void {
  const style = getComputedStyle(document.documentElement);
  const resolved = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => resolved(style.getPropertyValue(name).trim()));
  for (const one of [picture, ...picture.querySelectorAll("*")])
    for (const { name, value } of [...one.attributes])
      if (value.includes("var(")) one.setAttribute(name, resolved(value));
}

/** A picture as the text of a file: XML, which the page's own HTML is not. */
export const pictureText = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);

/** A picture as pixels, twice as many each way as it measures. */
export async function picturePixels(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureText(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * Number(picture.getAttribute("width"));
  canvas.height = 2 * Number(picture.getAttribute("height"));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser makes no PNG"))), "image/png");
  });
}
