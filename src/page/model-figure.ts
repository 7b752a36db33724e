import type { ChartColumn, ChartRow } from "../charts/chart.ts";
import type { DrawnAmount, Model } from "../models/model.ts";
import { startValues } from "../models/start-values.ts";
import type { DrawnChart } from "./drawn-chart.ts";
import { plainSentence } from "./model-sentence.ts";
import type { Notebook } from "./notebook.ts";

type Row = ChartRow & DrawnAmount;

/**
 * A model as it stands at the sources’ numbers, as a figure like any other: what a reader takes away of it. Each row rests on
 * every record that the model starts from.
 */
export function modelFigure(model: Model<string>, notebook: Notebook): DrawnChart {
  const values = startValues(model, notebook.tables);
  const evidence = recordsOfModel(model);
  const rows: Row[] = model.amounts(values).map((amount) => ({ ...amount, evidence }));
  const when: ChartColumn<Row> = { label: "When", align: "start", text: (row) => row.when ?? "" };
  const columns: ChartColumn<Row>[] = [
    { label: "What", align: "start", text: (row) => row.what },
    ...(rows.some((row) => row.when) ? [when] : []),
    { label: "Amount", align: "end", text: (row) => row.text }
  ];
  return {
    rows,
    chart: {
      name: model.name,
      select: () => rows,
      words: () => ({
        title: model.title.replace(/on your numbers$/, "on the sources’ numbers"),
        subtitle: model.subtitle,
        howToRead: plainSentence(model.question, model, notebook),
        notes: [plainSentence(model.answer, model, notebook), ...notesOf(model, notebook)],
        description: plainSentence(model.answer, model, notebook)
      }),
      columns: columns as ChartColumn<ChartRow>[],
      // Its title promises a calculation, no finding.
      doubts: () => [],
      height: (size) => model.height(size),
      draw: (_, canvas) => model.draw(values, canvas)
    }
  };
}

/** What a careful reader would ask of a model, and what allows unlike bases to meet in it. */
export function notesOf({ notes, repeats }: Model<string>, notebook: Notebook): string[] {
  const repeated = notebook.fact(repeats);
  const allowed = repeated?.kind === "derived" ? repeated.row.allowed : null;
  return [...notes, ...(allowed ? [allowed] : [])];
}

/** Every record that a model starts from. */
export function recordsOfModel(model: Model<string>): string[] {
  const inputs = model.inputs.flatMap(({ start, others = [] }) => ("record" in start ? [start.record, ...others] : []));
  return [...new Set([...inputs, ...Object.values(model.fixed).flatMap((fixed) => fixed?.record ?? [])])];
}
