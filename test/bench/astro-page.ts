import type { PageContent } from "./page-content.ts";
import { readableHtml, style } from "./plain-page.ts";
import { usedTokens } from "./used-tokens.ts";

/** What a page of the Astro project is made of, as its route takes it. */
export interface AstroPage {
  /** `/us-demand`; of the first page `/index`. */
  file: string;
  title: string;
  description: string;
  navigation: string;
  main: string;
  symbols: string;
  footer: string;
  style: string;
}

const islandStyle =
  "plot-figure{display:block;position:relative}plot-figure>svg{max-width:100%;height:auto}" +
  ".tip{position:absolute;padding:.2rem .5rem;background:#222;color:#fff;font-size:.8rem;pointer-events:none}.tip[hidden]{display:none}";

/**
 * The same page as somebody would write it by hand with Astro: the words, numbers, tables and notes of the plain page, and
 * each figure drawn on the server and an island in the browser, which wakes when it is seen. Live cells go, as on the plain page.
 */
export function astroPage(file: string, { main, ...rest }: PageContent, css: string): AstroPage {
  const copy = main.cloneNode(true) as HTMLElement;
  for (const figure of copy.querySelectorAll("figure[data-figure]")) {
    const island = copy.ownerDocument.createElement("plot-figure");
    island.setAttribute("data-name", figure.getAttribute("data-figure") ?? "");
    const svg = figure.querySelector("svg");
    svg?.replaceWith(island);
    if (svg) island.append(svg);
  }
  const html = readableHtml(copy);
  return { file, ...rest, main: html, style: usedTokens(html + rest.symbols, css) + style + islandStyle };
}
