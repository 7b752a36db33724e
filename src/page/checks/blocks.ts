import { charts } from "../../charts/charts.ts";
import { suggest } from "../../ledger/nearest.ts";
import { models } from "../../models/models.ts";
import { startValues } from "../../models/start-values.ts";
import { blockNames } from "../blocks.ts";
import type { Notebook } from "../notebook.ts";
import type { Finding } from "./finding.ts";
import type { Gaps } from "./gaps.ts";
import { verdictFindings } from "./verdicts.ts";

/** Fences that name no block or figure or are not closed, figures that the ledger no longer bears out, what stands twice. */
export const blockFindings = (text: string, notebook: Notebook, gaps: Gaps): Finding[] => [
  ...openFence(text),
  ...unsoundBlocks(text, notebook, gaps),
  ...repeatedBlocks(text)
];

/** A fence that nothing closes: Markdown would take all that follows for its text. */
function openFence(text: string): Finding[] {
  const marks = [...text.matchAll(/^```/gm)];
  const last = marks.at(-1);
  return last && marks.length % 2 === 1
    ? [{ offset: last.index, message: "this fence opens or closes nothing", remedy: "add the other of its two lines" }]
    : [];
}

/** A figure and a model stand once on a page: their parts have addresses. */
function repeatedBlocks(text: string): Finding[] {
  const seen = new Set<string>();
  return [...text.matchAll(/^```(figure|model)[ \t]+(\S+)/gm)].flatMap(({ index, 1: block, 2: name }) => {
    const isFirst = !seen.has(`${block} ${name}`);
    seen.add(`${block} ${name}`);
    return isFirst
      ? []
      : [{ offset: index, message: `the ${block} "${name}" stands twice on this page`, remedy: "drop one of the two" }];
  });
}

function unsoundBlocks(text: string, notebook: Notebook, gaps: Gaps): Finding[] {
  return [...text.matchAll(/^```(\S+)[ \t]*(\S*)/gm)].flatMap(({ index, 1: block = "", 2: name = "" }) => {
    if (block === "figure") return figureFindings(name, index, notebook, gaps);
    if (block === "model") return modelFindings(name, index, notebook, gaps);
    if (block === "verdict") return verdictFindings(text, index, notebook, gaps);
    const languages = [...blockNames, "js", "ts", "html", "md", "yaml", "sh", "json", "csv", "text"];
    return languages.includes(block)
      ? []
      : [
          {
            offset: index,
            message: `no block is called "${block}"`,
            remedy: suggest(block, languages, "src/page/blocks.ts")
          }
        ];
  });
}

function figureFindings(name: string, offset: number, notebook: Notebook, { whole }: Gaps): Finding[] {
  const chart = charts.find((candidate) => candidate.name === name);
  if (!chart) {
    const names = charts.map((known) => known.name);
    return [{ offset, message: `no figure is called "${name}"`, remedy: suggest(name, names, "src/charts/") }];
  }
  if (!whole) return [];
  try {
    chart.words(chart.select(notebook.tables));
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ offset, message, remedy: `mend the record, or what src/charts/${name}.ts says of it` }];
  }
}

function modelFindings(name: string, offset: number, { tables }: Notebook, { whole }: Gaps): Finding[] {
  const model = models.find((candidate) => candidate.name === name);
  if (!model) {
    const names = models.map((known) => known.name);
    return [{ offset, message: `no model is called "${name}"`, remedy: suggest(name, names, "src/models/") }];
  }
  if (!whole) return [];
  try {
    model.results(startValues(model, tables));
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ offset, message, remedy: `mend the record, or what src/models/${name}.ts starts from` }];
  }
}
