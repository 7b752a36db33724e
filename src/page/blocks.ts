import { parse } from "yaml";
import { charts } from "../charts/charts.ts";
import { models } from "../models/models.ts";
import { chapterList } from "./chapter-list.ts";
import { corrections } from "./corrections.ts";
import { disagreements } from "./disagreements.ts";
import { exploreBlock } from "./explore-block.ts";
import { figureBlock } from "./figure-block.ts";
import { figureLabel } from "./figure-label.ts";
import { keyNumberList, keyNumbers } from "./key-numbers.ts";
import { modelBlock } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import type { PageEnvironment } from "./page-environment.ts";
import { recordBlockNames } from "./record-blocks.ts";
import { sourceList } from "./source-list.ts";
import { speakersByTopic } from "./speakers-by-topic.ts";
import { timeline } from "./timeline.ts";
import { verdictLines } from "./verdict-lines.ts";
import { verdictList } from "./verdict-list.ts";

interface BlockContext {
  page: PageEnvironment;
  notebook: Notebook;
  document: Document;
}

/** Names that a fence may start with to become a block of a page. */
export const blockNames = [
  "figure",
  "model",
  "key-numbers",
  "chapters",
  "sources",
  "speakers",
  "disagreements",
  "timeline",
  "corrections",
  "verdict",
  "verdicts",
  "explore",
  ...recordBlockNames
] as const;

/** The HTML of a fence whose info string names a block; undefined for an ordinary fence. */
export function pageBlock(info: string, content: string, context: BlockContext): string | undefined {
  const [name, ...words] = info.split(/\s+/);
  const { notebook } = context;
  switch (name) {
    case "figure":
      return numberedFigure(words, context);
    case "model":
      return namedModel(words, context);
    case "key-numbers":
      return keyNumbers(keyNumberList.parse(parse(content)), notebook);
    case "chapters":
      return chapterList(notebook);
    case "sources":
      return sourceList(notebook);
    case "timeline":
      return timeline(notebook);
    case "corrections":
      return corrections(notebook);
    case "verdict":
      return verdictLines(words, notebook);
    case "verdicts":
      return verdictList(notebook);
    case "disagreements":
      return disagreements(notebook);
    case "explore":
      return exploreBlock(notebook, context.document);
    case "speakers":
      return speakersByTopic(notebook);
    default:
      return undefined;
  }
}

function namedModel([name]: string[], context: BlockContext): string {
  const model = models.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`there is no model "${name}"; there are ${models.map((known) => known.name).join(", ")}`);
  return modelBlock(model, context);
}

function numberedFigure([name = "", width]: string[], { page, notebook, document }: BlockContext): string {
  const chart = charts.find((candidate) => candidate.name === name);
  if (!chart)
    throw new Error(`there is no figure "${name}"; there are ${charts.map((known) => known.name).join(", ")}`);
  page.figures = (page.figures ?? 0) + 1;
  const number = figureLabel(page.path, page.figures);
  const rows = chart.select(notebook.tables);
  return figureBlock({ chart, rows }, { number, wide: width === "wide", notebook, document });
}
