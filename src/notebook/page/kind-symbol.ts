import { path } from "d3-path";
import { symbolStyles } from "../kit/symbols.ts";

/** A kind of source as its symbol, drawn once a page (see `symbolSprite`) and used by reference. Words follow it. */
export const kindSymbol = (kind: string): string =>
  `<svg class="sym" aria-hidden="true"><use href="#k-${kind}"/></svg>`;

/** The symbols that a page uses, once. */
export function symbolSprite(html: string): string {
  const used = Object.entries(symbolStyles).filter(
    ([kind]) => html.includes(`#k-${kind}"`) || html.includes(`#k-${kind}\\"`)
  );
  const symbols = used.map(([kind, { draw, colour, open, line }]) => {
    const outline = path();
    draw(outline as unknown as CanvasPath, 1);
    const style = open ? `fill="none" stroke="${colour}" stroke-width="${line}"` : `fill="${colour}"`;
    return `<symbol id="k-${kind}" viewBox="-8 -8 16 16"><path d="${outline}" ${style} stroke-linejoin="round"/></symbol>`;
  });
  return `<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join("")}</svg>`;
}
