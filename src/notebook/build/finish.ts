import { htmlEscape as esc } from "escape-goat";
import { feedPath } from "../page/changes-page.ts";
import { symbolSprite } from "../page/kind-symbol.ts";
import type { Notebook } from "../page/notebook.ts";
import { describePage, fontFaces, fontLinks } from "../page/shell.ts";
import { upFrom } from "../page/site.ts";
import { asciiHtml } from "./ascii-html.ts";
import { type Compiles, withPolicy } from "./policy.ts";

/** What finishing a document may use of the rest of the build. */
export interface FinishOptions {
  notebook: Notebook;
  /** Puts the blocks into their places. */
  fill(html: string): string;
  /** The address from the site's root of a published file by its plain name, `fonts/sans.woff2`. */
  asset(name: string): string;
  /** The scripts that stand in the page: the one that asks for fonts, and the one that brings the others. */
  scripts: { fonts: string; start: string };
  /** The rules that show a page as it stands; null where the page links to the whole sheet instead. */
  styleFor: ((html: string) => string) | null;
  /** Publishes a page's live cells, which wait until the reader comes to them; null leaves them where they are. */
  publishCells: ((path: string, script: string) => string) | null;
  /** What these scripts compile at run time; null for the preview, which has no policy, as it replaces cells while it runs. */
  compiles: ((scripts: readonly string[]) => ReadonlySet<Compiles>) | null;
}

/**
 * What remains to be done to a document of Framework's: its blocks, its language, its style, and its scripts, which come
 * when the reader wants them. Everything readable is in the HTML before.
 */
export function finishDocument(document: string, path: string, options: FinishOptions): string {
  const { notebook, asset, scripts } = options;
  const { title, layout } = describePage(path, notebook);
  const up = path === "/404" ? notebook.site.base : upFrom(path);
  const feed = feedPath(notebook);
  const atRoot = (name: string): string => up + asset(name);
  const { html, cells, modules } = liveCells(options.fill(document), path, up, options);
  const inPlace = html
    .replace("<html>", () => '<html lang="en">')
    .replace(/<meta name="generator"[^>]*>\n/, "")
    .replace(
      /<meta name="viewport"[^>]*>/,
      () => '<meta name="viewport" content="width=device-width, initial-scale=1">'
    )
    .replace(
      /<title>[\s\S]*?<\/title>/,
      () =>
        `<title>${esc(title)}</title>${feed ? `\n<link rel="alternate" type="application/atom+xml" title="Changes" href="${up}${feed}">` : ""}`
    )
    .replace("<body>", () => `<body class="${layout}">`)
    .replace(
      "</body>",
      () =>
        `${symbolSprite(html, notebook)}\n<script type="module" data-root="${up}"${cells}>${scripts.start.replaceAll('"./_', `"${up}_`)}</script>\n</body>`
    );
  const faces = fontFaces(atRoot, inPlace);
  const style = options.styleFor
    ? `${untilHeadline(inPlace)}<style>${faces}${options.styleFor(inPlace)}</style>
<script>${scripts.fonts}</script>
<noscript><link rel="stylesheet" href="${atRoot("style.css")}"></noscript>
<noscript>${fontLinks(atRoot)}</noscript>`
    : `<style>${faces}</style>
<link rel="stylesheet" href="/${asset("style.css")}">
<script>${scripts.fonts}</script>`;
  const whole = inPlace.replace("</head>", () => `${style}\n</head>`);
  const { compiles } = options;
  return compiles ? withPolicy(asciiHtml(whole), compiles(modules)) : whole;
}

/** Nothing is painted before the headline is there: each earlier frame would be empty, and put the first words off. */
function untilHeadline(html: string): string {
  const [, id] = /<h1\b[^>]*\bid="([^"]+)"/.exec(html) ?? [];
  return id === undefined ? "" : `<link rel="expect" href="#${id}" blocking="render">\n`;
}

/**
 * Framework starts a page's cells from a script in its head. That script becomes a file of its own, which is imported
 * once the reader nears the first cell, with the style sheets that the cells want.
 */
function liveCells(
  html: string,
  path: string,
  up: string,
  { publishCells }: FinishOptions
): { html: string; cells: string; modules: string[] } {
  if (!publishCells) return { html, cells: "", modules: [] };
  const script = /\n?<script type="module">([\s\S]*?)<\/script>/g;
  const [, text = ""] =
    [...html.matchAll(script)].find(([, found = ""]) => found.includes("observablehq/client")) ?? [];
  const sheets = [...html.matchAll(/<link rel="stylesheet" type="text\/css" href="([^"]+)"[^>]*>/g)].map(
    ([, href]) => href
  );
  const bare = html
    .replace(/\n?<link rel="(?:modulepreload|preload)"[^>]*>/g, "")
    .replace(/\n?<link rel="stylesheet" type="text\/css"[^>]*>/g, "")
    .replace(script, "");
  if (!/^define\(/m.test(text)) return { html: bare, cells: "", modules: [] };
  const preloaded = [...html.matchAll(/<link rel="modulepreload" href="(?:\.\.?\/)+([^"]+)"/g)].map(
    ([, module = ""]) => module
  );
  // The file lies one folder deeper than the page that the imports are relative to.
  const moved = text
    .replace(
      /(\bfrom\s*|\bimport\s*\(?\s*)"(\.\.?)\//g,
      (_, before, dots) => `${before}"${dots === "." ? "" : "../"}../`
    )
    // The time at which a loader ran would make every build another.
    .replace(/,"lastModified":\d+/g, "");
  const address = publishCells(path, moved);
  return {
    html: bare,
    modules: [address, ...preloaded],
    cells: ` data-cells="${up}${address}"${sheets.length > 0 ? ` data-sheets="${sheets.join(" ")}"` : ""}`
  };
}
