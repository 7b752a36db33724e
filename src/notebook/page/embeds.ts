import { htmlEscape as esc } from "escape-goat";
import { sizes, staticWidth } from "../kit/figure.ts";
import { dateText } from "../words/words.ts";
import { embedPath } from "./addresses.ts";
import { bareDocument } from "./bare-page.ts";
import { Part } from "./contract.ts";
import { drawingDocument } from "./drawing.ts";
import { type DrawnFigure, drawingAt, embedCode, frameHeight, recordsOf } from "./figure-block.ts";
import { notesUnder } from "./figure-notes.ts";
import { fullAddress } from "./metadata.ts";
import { drawingsOf } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { json, laterFile, type PublishedFile } from "./published-file.ts";
import { holdTogether } from "./typography.ts";

/**
 * Every figure and model as a page of its own to frame: drawn for every width, light and dark, its source and the way to the
 * notebook inside; without a script, a cookie or a request to anybody else. Where the notebook's address is known, beside it
 * what oEmbed asks for; see https://oembed.com/.
 */
export function embedFiles(notebook: Notebook, asset: (name: string) => string): PublishedFile[] {
  const document = drawingDocument();
  return drawingsOf(notebook).flatMap(({ name, page, drawn }) => {
    const path = embedPath(name);
    const home = (part: string): string => (page ? `.${page.path}#${part}` : "./");
    const files = [laterFile(`${path}.html`, () => embedPage(drawn(), home, { notebook, asset, document }))];
    const address = fullAddress(path, notebook);
    return address === undefined ? files : [...files, laterFile(`${path}.json`, () => json(oEmbed(drawn(), notebook)))];
  });
}

interface EmbedContext {
  notebook: Notebook;
  asset: (name: string) => string;
  document: Document;
}

function embedPage(
  { figure, rows }: DrawnFigure,
  home: (part: string) => string,
  { notebook, asset, document }: EmbedContext
): string {
  const { site } = notebook;
  const words = figure.words(rows);
  const { name } = figure;
  const records = recordsOf({ rows });
  const drawings = sizes.map(
    (size) =>
      `<div class="drawing ${size}">${drawingAt({ figure, rows }, { width: staticWidth[size], size, document })}</div>`
  );
  const { updated, licence } = site.options;
  const facts = [updated === undefined ? "" : `As of ${dateText(updated)}`, licence ?? ""].filter(Boolean);
  const address = fullAddress(`${embedPath(name)}.json`, notebook);
  const oembed =
    address === undefined
      ? ""
      : `<link rel="alternate" type="application/json+oembed" href="${esc(address)}" title="${esc(words.title)}">`;
  return bareDocument(
    {
      path: `/${embedPath(name)}`,
      title: words.title,
      description: words.description,
      head: `${oembed}\n<meta name="robots" content="noindex">\n<base target="_blank">`,
      layout: "embed",
      // Evidence opens where the figure is at home, if a page has it.
      body: holdTogether(`<main><figure class="fig" id="${name}" aria-labelledby="${name}-title" aria-describedby="${name}-words">
<figcaption><h1 id="${name}-title">${esc(words.title)}</h1>
<p class="subtitle">${esc(words.subtitle)}</p>
${words.howToRead ? `<p class="how">${esc(words.howToRead)}</p>` : ""}
<p class="vh" id="${name}-words">${esc(words.description)}</p></figcaption>
<div class="${Part.drawings}">${drawings.join("\n")}</div>
${notesUnder(words.notes, records, notebook)}
<p class="source">${isSuperseded(records, notebook) ? "<b>Superseded:</b> drawn after an edition that a later one replaces. " : ""}<span><a href="${home(name)}">${esc(site.title)}</a></span>${facts.map((fact) => ` <span>${esc(fact)}</span>`).join("")}</p>
</figure></main>`).replace(/href="#([^"]*)"/g, (_, part) => `href="${home(part)}"`)
    },
    notebook,
    asset
  );
}

/** Whether everything that a release gives for a figure has been given anew since. */
function isSuperseded(records: readonly string[], notebook: Notebook): boolean {
  const cells = records.flatMap((id) => {
    const fact = notebook.fact(id);
    return fact?.kind === "figure" && fact.row.series !== null ? [fact.row] : [];
  });
  return cells.length > 0 && cells.every(({ current }) => !current);
}

function oEmbed({ figure, rows }: DrawnFigure, notebook: Notebook): object {
  const { site } = notebook;
  const { title } = figure.words(rows);
  return {
    version: "1.0",
    type: "rich",
    title,
    ...(site.options.authors?.[0] === undefined ? {} : { author_name: site.options.authors[0] }),
    provider_name: site.title,
    provider_url: site.options.homepage,
    width: staticWidth.lg,
    height: frameHeight,
    html: embedCode(figure.name, title, notebook)
  };
}
