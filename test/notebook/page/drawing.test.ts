import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { staticWidth } from "../../../src/notebook/kit/figure.ts";
import { drawingDocument, drawingText } from "../../../src/notebook/page/drawing.ts";
import { modelFigure } from "../../../src/notebook/page/model-block.ts";
import { realNotebook, realTables } from "../../real-ledger.ts";
import { figures, models } from "../../story.ts";
import { sizes } from "../kit/canvas.ts";

const inBrowser = new JSDOM("").window.document;
const atBuild = drawingDocument();

interface Drawn {
  name: string;
  attributes: Record<string, string>;
  inside: (Drawn | string)[];
}

/** An element as what it is made of; attributes in no order, and no empty text. */
function structure(element: Element): Drawn {
  return {
    name: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    inside: [...element.childNodes].flatMap((child): (Drawn | string)[] =>
      child.nodeType === 1 ? [structure(child as Element)] : child.nodeValue ? [child.nodeValue] : []
    )
  };
}

const drawings = [
  ...figures.map((figure) => ({ figure, rows: figure.select(realTables()) })),
  ...models.map((model) => modelFigure(model, realNotebook()))
];

describe.each(drawings.map((drawing) => [drawing.figure.name, drawing] as const))("%s", (_, { figure, rows }) => {
  test.each(sizes)("at %s is drawn at build time as a browser draws it", (size) => {
    const draw = (document: Document) => figure.draw(rows, { size, width: staticWidth[size], document });
    const [ours, theirs] = [draw(atBuild), draw(inBrowser)];
    expect(structure(ours)).toEqual(structure(theirs));
    // What is written is what was drawn, with a space between labels.
    const holder = inBrowser.createElement("div");
    holder.innerHTML = drawingText(ours).replaceAll("</text> ", "</text>");
    const [read] = holder.children;
    expect(read && structure(read)).toEqual(structure(theirs));
  });
});

test.each([
  ["jsdom", inBrowser],
  ["linkedom", atBuild]
])("text and attributes are escaped as far as they have to be, in %s", (_, document) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  svg.setAttribute("aria-label", 'up to <1% & "more"');
  text.textContent = "1\u00a0t < 2 & 3 > 'one'";
  svg.append(text, document.createElementNS("http://www.w3.org/2000/svg", "g"));
  expect(drawingText(svg)).toBe(
    "<svg aria-label=\"up to &lt;1% &amp; &quot;more&quot;\"><text>1\u00a0t &lt; 2 &amp; 3 &gt; 'one'</text> <g/></svg>"
  );
});
