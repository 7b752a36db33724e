import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { charts } from "../charts/charts.ts";
import { models } from "../models/models.ts";
import { csv, json } from "./data-text.ts";
import { type DrawnChart, recordsOf } from "./drawn-chart.ts";
import { figurePicture, pictureWidth } from "./figure-picture.ts";
import { lightTokens } from "./light-tokens.ts";
import { modelFigure } from "./model-figure.ts";
import type { Notebook } from "./notebook.ts";
import type { PublishedFile } from "./published-file.ts";
import { sourceText } from "./source-line.ts";

/** What a reader takes of each figure and model, at addresses that never change: rows, picture, and the code that drew it. */
export function figureFiles(root: string, notebook: Notebook): PublishedFile[] {
  const { document } = new JSDOM("").window;
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const tokens = lightTokens(read("src/style/tokens.css"));
  const figures = [
    ...charts.map((chart) => ({ drawn: { chart, rows: chart.select(notebook.tables) }, room: "charts" })),
    ...models.map((model) => ({ drawn: modelFigure(model, notebook), room: "models" }))
  ];
  return figures.flatMap(({ drawn, room }) => {
    const picture = figurePicture(drawn, { notebook, document, tokens });
    const { name } = drawn.chart;
    const path = `figures/${name}`;
    return [
      { path: `${path}.json`, content: rowsAsJson(drawn, notebook) },
      { path: `${path}.csv`, content: rowsAsCsv(drawn, notebook) },
      { path: `${path}.svg`, content: picture },
      { path: `${path}.png`, content: picture, pixels: 2 * pictureWidth },
      // Servers take .ts for a film; as text, every browser shows it.
      { path: `${path}.ts.txt`, content: read(`src/${room}/${name}.ts`) }
    ];
  });
}

function rowsAsJson({ chart, rows }: DrawnChart, notebook: Notebook): string {
  return json({ ...chart.words(rows), source: sourceText(recordsOf({ rows }), notebook), rows });
}

/**
 * The cells of the figure's table. Title and source are columns, not comments above the head, so that every program
 * reads the file without being told; and so each row says where it is from, whatever becomes of the file.
 */
function rowsAsCsv({ chart, rows }: DrawnChart, notebook: Notebook): string {
  const { title } = chart.words(rows);
  const cells = rows.map((row) => ({
    ...Object.fromEntries(chart.columns.map((column) => [column.label, column.text(row)])),
    records: row.evidence.join("; "),
    source: sourceText(row.evidence, notebook),
    figure: title
  }));
  return csv(cells, [...chart.columns.map(({ label }) => label), "records", "source", "figure"]);
}
