import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

const { document } = new JSDOM("").window;

/** Runs the cells of a page's source as Framework would, over a table. Returns the drawings or values that they display. */
export async function runSource(source: string, rows: readonly object[], width: number): Promise<Element[]> {
  const cells = [...source.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
  const displayed: Element[] = [];
  const given = {
    Plot: { ...Plot, plot: (options: Plot.PlotOptions) => Plot.plot({ ...options, document }) },
    Inputs: {
      table: (shown: object[]) => Object.assign(document.createElement("table"), { textContent: `${shown.length}` })
    },
    FileAttachment: () => ({ json: async () => structuredClone(rows) }),
    display: (element: Element) => displayed.push(element),
    width
  };
  const run = new Function(...Object.keys(given), `return (async () => {${cells.join("\n")}\n})()`);
  await run(...Object.values(given));
  return displayed.map((element) => element.querySelector(":scope > svg") ?? element);
}

export { document };
