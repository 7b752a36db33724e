import { htmlEscape as esc } from "escape-goat";
import { z } from "zod";
import { drawRecipe } from "../explore/chart.ts";
import { controls, partsOf } from "../explore/controls.ts";
import { type Explored, explore } from "../explore/explore.ts";
import { type Looks, type Row, type Table, tableOf } from "../explore/fields.ts";
import { propose, readQuery, type Spec, writeQuery } from "../explore/spec.ts";
import { sizes, staticWidth } from "../kit/figure.ts";
import { paletteColour, tidySvg } from "../kit/plot.ts";
import { symbolStyle } from "../kit/symbols.ts";
import { Data, Part } from "./contract.ts";
import { drawingText } from "./drawing.ts";
import type { Notebook } from "./notebook.ts";
import { isLarge } from "./parquet.ts";
import { verdictOrder } from "./verdict-mark.ts";

/** What the page tells the script of its form: its tables by name, the chart that it opens with as a query, the looks of series. */
export interface ExploreSettings {
  tables: Readonly<Record<string, string>>;
  /** Those of which a reader’s browser gets only the rows that a chart needs. */
  large?: readonly string[];
  opening: string;
  looks: Looks;
  /** The notebook's title, which pictures of a chart name. */
  site: string;
}

/** A chart in the names of its address; a list says a name often. */
const chart = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
  .transform(
    (given) =>
      new URLSearchParams(
        Object.entries(given).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
      )
  );

/** What a fence says: the chart that a page opens with, or several by their names, of which it opens with the first. */
const fence = z.union([z.strictObject({ views: z.record(z.string(), chart) }), chart]).nullable();

/**
 * The page on which readers make a chart of any table, with the chart that it opens with: drawing, rows and page source
 * are complete without scripts, which bring the fields to life. Charts that the fence names are a click away. A fence
 * without content opens with what the machine proposes.
 */
export function exploreBlock(
  content: unknown,
  { notebook, document }: { notebook: Notebook; document: Document }
): string {
  const filled = Object.values(notebook.tables).filter(({ rows }) => rows.length > 0);
  const tables = Object.fromEntries(filled.map(({ name, title }) => [name, title]));
  const looks = looksOf(notebook);
  const said = fence.parse(content) ?? new URLSearchParams();
  const views = said instanceof URLSearchParams ? [["", said] as const] : Object.entries(said.views);
  const [opening, ...others] = views.map(([label, query]) => ({ label, ...openingOf(query, tables, notebook, looks) }));
  if (!opening) throw new Error("the fence names no view; say one, or leave `views` out");
  const { spec, table, made } = opening;
  const links = [opening, ...others].map((view) => viewLink(view, view === opening));
  const nav =
    others.length === 0
      ? ""
      : `<nav class="${Part.views}" aria-label="Ready questions"><ul>${links.join("")}</ul></nav>\n`;
  const large = filled.flatMap((one) => (isLarge(one) ? one.name : []));
  const settings: ExploreSettings = {
    tables,
    ...(large.length > 0 ? { large } : {}),
    opening: writeQuery(spec).toString(),
    looks,
    site: notebook.site.title
  };
  const parts = partsOf(made);
  return `<section class="explore" ${Data.explore}><script type="application/json">${JSON.stringify(settings).replaceAll("<", "\\u003c")}</script>
${nav}<form autocomplete="off" aria-label="Make a chart">${controls(spec, table, tables)}</form>
<div class="made">
<div class="status" role="status" tabindex="-1">${parts[".status"]}</div><div class="remedies">${parts[".remedies"]}</div>
<figure class="fig wide" id="your-figure" aria-labelledby="your-title" aria-describedby="your-words">
<figcaption><h3 id="your-title">${parts["#your-title"]}</h3><p class="subtitle">${parts[".subtitle"]}</p><p class="vh" id="your-words">${parts["#your-words"]}</p></figcaption>
<div class="${Part.drawings}">${drawings(made, document)}</div>
<p class="${Part.notes}">${parts[".notes"]}</p>
<p class="source"><b>Source</b> <span>${parts[".source span"]}</span></p>
<div class="${Part.actions}"><a href="./explore" ${Data.action}="link">Link to this chart</a> <a href="./data/${esc(table.name)}.csv" ${Data.action}="csv">CSV</a> <a href="#your-figure" ${Data.action}="svg">SVG</a> <a href="#your-figure" ${Data.action}="png">PNG</a> <a class="${Part.figureLink}" href="#your-figure">Your figure</a></div>
</figure>
<div class="page-source"><div><h3>Page source</h3><button type="button" ${Data.action}="copy">Copy</button> <a href="#your-source" ${Data.action}="save">Download</a></div><pre id="your-source" tabindex="0" role="region" aria-label="Page source">${parts["#your-source"]}</pre></div>
</div>
<div class="rows-made"><h3>Rows</h3><div class="scroll" id="your-data" tabindex="0" role="region" aria-label="Rows of the chart">${parts["#your-data"]}</div></div>
</section>`;
}

/** The chart that a query of a fence asks for. One that is not drawn is a fault of the page. */
function openingOf(
  query: URLSearchParams,
  tables: ExploreSettings["tables"],
  notebook: Notebook,
  looks: Looks
): { table: Table; spec: Spec; made: Explored } {
  const name = query.get("table") ?? (tables.figures ? "figures" : (Object.keys(tables)[0] ?? ""));
  const found = Object.values(notebook.tables).find((one) => one.name === name && Object.hasOwn(tables, name));
  if (!found)
    throw new Error(`there is no table "${name}" to make a chart of; there are ${Object.keys(tables).join(", ")}`);
  const table = tableOf(name, found.rows as readonly object[] as readonly Row[], looks);
  const spec = query.size > 0 ? readFence(query, table) : propose(table);
  const made = explore(table, spec);
  const stopped = made.doubts.flatMap(({ stop, text }) => (stop ? text : []));
  if (stopped.length > 0) throw new Error(`the fence asks for a chart that is not drawn. ${stopped.join(" ")}`);
  return { table, spec, made };
}

/** A chart that the page offers ready, as a link to its address. */
const viewLink = ({ label, spec }: { label: string; spec: Spec }, isShown: boolean): string =>
  `<li><a href="./explore?${esc(writeQuery(spec).toString())}"${isShown ? ' aria-current="true"' : ""}>${esc(label)}</a></li>`;

/** The chart of a fence. Whatever in it says nothing of this table is a fault of the page. */
function readFence(query: URLSearchParams, table: Table): Spec {
  const { spec, problems } = readQuery(query, table);
  const heard = writeQuery(spec);
  const unheard = [...query.keys()].filter((key) => key !== "table" && !heard.has(key));
  if (problems.length > 0) throw new Error(problems.join(" ").replaceAll("The address", "The fence"));
  if (unheard.length > 0)
    throw new Error(`the fence says ${unheard.join(", ")}, which makes no difference to its chart`);
  return spec;
}

function drawings({ placed, recipe }: Explored, document: Document): string {
  const drawn = sizes.map((size) => {
    const made = recipe(size === "sm");
    const parts = made ? drawRecipe(made, placed, { width: staticWidth[size], document }) : [];
    for (const part of parts) if (part.localName === "svg") tidySvg(part).setAttribute("aria-labelledby", "your-title");
    return `<div class="drawing ${size}">${parts.map((part) => (part.localName === "svg" ? drawingText(part) : part.outerHTML)).join("")}</div>`;
  });
  return drawn.join("\n");
}

/** From what the record bears out to what it speaks against. */
const verdictColours = ["--fav", "--blue", "--k-diamond", "--grey", "--ink", "--ochre", "--scep"];

/** What Plot calls the shapes of the kinds of speaker, or the nearest that it has. */
const plotShapes: Readonly<Record<string, string>> = { "triangle-down": "wye", cross: "plus" };

/** Kinds of speaker, stances, verdicts and places look in a made chart as they do in every figure. */
function looksOf({ kinds, tables }: Notebook): Looks {
  const ofKinds = kinds.map(({ id, symbol }) => {
    return [id, { colour: symbolStyle(symbol).colour, shape: plotShapes[symbol] ?? symbol }];
  });
  const ofPlaces = tables.places.rows.flatMap(({ id, colour }) =>
    colour === null ? [] : [[id, { colour: paletteColour(colour).mark }]]
  );
  const stances = { favourable: "--fav", mixed: "--ink", sceptical: "--scep", describes: "--grey" };
  const ofVerdicts = verdictOrder.map((id, index) => [id, { colour: `var(${verdictColours[index]})` }]);
  const ofStances = Object.entries(stances).map(([id, colour]) => [id, { colour: `var(${colour})` }]);
  return Object.fromEntries([...ofKinds, ...ofPlaces, ...ofStances, ...ofVerdicts]);
}
