import { type Comparison, comparison, type Ledger, type Metric } from "../ledger/schema.ts";
import type { QuantityRow } from "./figures.ts";
import { meetingsOf } from "./meetings.ts";
import { comparisonKey } from "./same-quantity.ts";
import { columnsOf, idIn, list, number, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

/** Figures of one quantity that cannot all be right within what they print. */
export interface Disagreement {
  metric: string;
  subject: string;
  material: string;
  figures: QuantityRow[];
}

/**
 * Every quantity of which a publication's figure disagrees with another statement: same metric, subject and material,
 * one canonical unit, comparable time: nothing converts one currency into another. Superseded editions are left out: that a later one revised them is no disagreement of today. A member
 * is a claim of a publication or a figure that a claim meets; a claim that meets nothing is alone and disagrees with nobody.
 */
export function findDisagreements(
  figures: readonly QuantityRow[],
  metrics: readonly Pick<Metric, "id" | "years_apart">[]
): Disagreement[] {
  const apart = new Map(metrics.map(({ id, years_apart }) => [id, years_apart]));
  const groups = new Map<string, Disagreement>();
  for (const figure of figures) {
    if (!figure.current || figure.comparator === "unquantified") continue;
    const { metric, subject, material } = figure;
    const key = comparisonKey(figure);
    const group = groups.get(key) ?? { metric, subject, material, figures: [] };
    groups.set(key, group);
    group.figures.push(figure);
  }
  return [...groups.values()].flatMap((group) => {
    const met = new Set(
      [...new Set(group.figures.map(({ unit }) => unit))].flatMap((unit) => {
        const meetings = meetingsOf(
          group.figures.filter((figure) => figure.unit === unit),
          apart.get(group.metric)
        );
        return meetings.isDisagreed ? [...meetings.met] : [];
      })
    );
    return met.size > 0 ? [{ ...group, figures: group.figures.filter((figure) => met.has(figure)) }] : [];
  });
}

/** The disagreements that no record of `data/ledger/comparisons.yaml` judges. */
export function unjudged(ledger: Ledger, figures: readonly QuantityRow[]): Disagreement[] {
  const judged = new Set(ledger.comparisons.flatMap(({ finds }) => (finds ? [comparisonKey(finds)] : [])));
  return findDisagreements(figures, ledger.vocabulary.metrics).filter((found) => !judged.has(comparisonKey(found)));
}

/** The figures that a comparison is about: those of the disagreement that it judges, or those that it names. */
export function membersOf(
  figures: readonly QuantityRow[],
  { vocabulary }: Pick<Ledger, "vocabulary">
): (comparison: Comparison) => QuantityRow[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const found = new Map(
    findDisagreements(figures, vocabulary.metrics).map((group) => [comparisonKey(group), group.figures])
  );
  return ({ finds, figures: named }) =>
    finds ? (found.get(comparisonKey(finds)) ?? []) : named.flatMap((id) => byId.get(id) ?? []);
}

/** One row a comparison, found by rule or judged. Ratios are of current figures, and none crosses what is not comparable. */
export function compileComparisons(ledger: Ledger, figures: readonly QuantityRow[]): Table<ComparisonRow> {
  const members = membersOf(figures, ledger);
  const ordinal = new Set(ledger.vocabulary.metrics.filter((metric) => metric.ordinal).map(({ id }) => id));
  const rows = ledger.comparisons.flatMap((comparison) => {
    const group = members(comparison);
    if (comparison.finds && group.length === 0) return [];
    const [first] = group;
    const spans =
      givesRatio(comparison) && !group.some(({ metric }) => ordinal.has(metric)) ? extremes(group) : noRatio;
    return [
      {
        id: comparison.id,
        title: comparison.title,
        kind: comparison.kind,
        word: comparison.word,
        found_by: comparison.finds ? ("rule" as const) : ("judgement" as const),
        metric: first?.metric ?? null,
        metric_label: first?.metric_label ?? null,
        subject: first?.subject ?? null,
        subject_name: first?.subject_name ?? null,
        material: first?.material ?? null,
        material_label: first?.material_label ?? null,
        figures: group.map(({ id }) => id),
        positions: comparison.positions,
        ...spans,
        unit: first?.unit ?? null,
        unit_label: first?.unit_label ?? null,
        explanation: comparison.explanation,
        allowed: comparison.allowed ?? null
      }
    ];
  });
  return { name: "comparisons", title: "Comparisons", description, columns: columnsOf(columns), rows };
}

/** Whether a comparison's figures may be divided by one another, unless they are places in an order: the fourth is not twice the second. */
export const givesRatio = ({ kind }: Pick<Comparison, "kind">): boolean =>
  kind === "conflict" || kind === "near-match" || kind === "qualifier" || kind === "implied";

const noRatio = { low: null, high: null, ratio: null };

/** The lowest and the highest current figure. None where the units differ: a weight is no multiple of a share. */
function extremes(figures: readonly QuantityRow[]): Pick<ComparisonRow, "low" | "high" | "ratio"> {
  const ends = figures
    .filter(({ current }) => current)
    .flatMap(({ low, value, high }) => (value !== null ? [value] : [low, high]))
    .filter((end) => end !== null && end > 0) as number[];
  const oneScale = new Set(figures.map(({ unit }) => unit)).size === 1;
  if (!oneScale || ends.length < 2) return noRatio;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return { low, high, ratio: high / low };
}

const description =
  "Where statements contradict each other, nearly match, differ in what they qualify, or must not be compared, and what explains it.";

const columns = {
  id: text("Stable name, `comparison.<words>`."),
  title: text("Which quantity, of whom."),
  kind: oneOf(comparison.shape.kind.options, "conflict, near-match, qualifier, misreading, not-comparable or implied."),
  word: oneOf(comparison.shape.word.options, "The verdict on the disagreement, in one of seven words."),
  found_by: oneOf(["rule", "judgement"], "rule, where figures of one quantity disagree; else judgement."),
  metric: orEmpty(text("What is measured, from the vocabulary; empty where only positions are compared.")),
  metric_label: orEmpty(text("The metric in words.")),
  subject: orEmpty(idIn("places", text("Whose it is; see table `places`."))),
  subject_name: orEmpty(text("The subject’s name.")),
  material: orEmpty(text("What material it is of, from the vocabulary; none where it is of none.")),
  material_label: orEmpty(text("The material in words.")),
  figures: idIn("figures", list("The figures compared; see table `figures`.")),
  positions: idIn("positions", list("The positions compared; see table `positions`.")),
  low: orEmpty(number("The lowest current figure in `unit`; empty where no ratio is allowed.")),
  high: orEmpty(number("The highest current figure in `unit`; empty where no ratio is allowed.")),
  ratio: orEmpty(number("high ÷ low; empty where no ratio is allowed.")),
  unit: orEmpty(text("Canonical unit.")),
  unit_label: orEmpty(text("The unit in words.")),
  explanation: text("What explains it, in this notebook’s words."),
  allowed: orEmpty(text("Why unlike bases may be compared here; empty where they are not."))
};

export type ComparisonRow = RowOf<typeof columns>;
