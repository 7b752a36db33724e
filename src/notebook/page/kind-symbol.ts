import { path } from "d3-path";
import { symbolStyle } from "../kit/symbols.ts";
import type { Notebook } from "./notebook.ts";
import { verdictOrder, verdictShape } from "./verdict-mark.ts";

/** A kind of source as its symbol, drawn once a page (see `symbolSprite`) and used by reference. Words follow it. */
export const kindSymbol = (kind: string): string =>
  `<svg class="sym" aria-hidden="true"><use href="#k-${kind}"/></svg>`;

/** How a kind's symbol is drawn, as the vocabulary says. Throws for a kind that it does not have. */
export const kindStyle = (kind: string, { kinds }: Pick<Notebook, "kinds">) =>
  symbolStyle(kinds.find(({ id }) => id === kind)?.symbol ?? kind);

/** The symbols and the tiles of verdicts that a page uses, once. */
export function symbolSprite(html: string, notebook: Pick<Notebook, "kinds">): string {
  const used = notebook.kinds.filter(({ id }) => html.includes(`#k-${id}"`) || html.includes(`#k-${id}\\"`));
  const symbols = used.map(({ id }) => {
    const { draw, colour, open, line } = kindStyle(id, notebook);
    const outline = path();
    draw(outline as unknown as CanvasPath, 1);
    const style = open ? `fill="none" stroke="${colour}" stroke-width="${line}"` : `fill="${colour}"`;
    return `<symbol id="k-${id}" viewBox="-8 -8 16 16"><path d="${outline}" ${style} stroke-linejoin="round"/></symbol>`;
  });
  const tiles = verdictOrder
    .filter((verdict) => html.includes(`#v-${verdict}"`))
    .map((verdict) => `<symbol id="v-${verdict}" viewBox="-8 -8 16 16">${verdictShape(verdict)}</symbol>`);
  return `<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join("")}${tiles.join("")}</svg>`;
}
