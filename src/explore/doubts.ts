import { listed } from "../charts/words/format.ts";
import type { Field } from "./fields.ts";
import { hasColumns, type Layout, layoutOf, neededColumns } from "./layout.ts";
import type { Point } from "./points.ts";
import type { Spec } from "./spec.ts";
import { subsetsOf } from "./subsets.ts";
import { onlyValue, type Unlike, unlikeAmounts } from "./unlike.ts";

/** A change that a reader may take up with one press. */
export interface Remedy {
  label: string;
  change: Partial<Spec>;
}

/** What stands against a chart. A `stop` leaves the rows alone to be shown; otherwise it is said beside the chart. */
export interface Doubt {
  stop: boolean;
  text: string;
  remedies: Remedy[];
}

const mostPanels = 12;
const mostLanes = 60;

/** Everything that stands against drawing these points as chosen: what stops it first, then what has to be said. */
export function doubtsOf(points: readonly Point[], spec: Spec, fields: readonly Field[]): Doubt[] {
  if (points.length === 0)
    return [stop("No row passes these filters.", [{ label: "Take all filters away", change: { filters: [] } }])];
  if (spec.mark === "table") return [];
  const layout = layoutOf(spec, fields);
  if (!layout) return [noChart(spec, fields)];
  const subsets = subsetsOf(spec, layout, fields);
  const placed = points.filter((point) => hasColumns(point, neededColumns(layout)));
  const drawn = placed.filter((point) =>
    [subsets.points, subsets.superseded, subsets.intervals, subsets.bounds].some((subset) => subset?.keeps(point))
  );
  const unlike = layout.measured?.field.type === "amount" ? unlikeAmounts(drawn, spec, fields) : [];
  const stops = [
    ...emptyStops(drawn, spec, layout),
    ...crowdStops(drawn, layout),
    ...formStops(drawn.filter(subsets.points.keeps), spec, layout),
    ...unlike.filter(({ field }) => field.name === "unit").map(mixedUnits(spec))
  ];
  if (stops.length > 0) return stops;
  return [
    ...unlikeWarning(spec, unlike),
    ...leftOut(points.length - drawn.length, layout, spec),
    ...drawnAsIntervals(drawn.filter((point) => subsets.intervals?.keeps(point) || subsets.bounds?.keeps(point)).length)
  ];
}

const stop = (text: string, remedies: Remedy[] = []): Doubt => ({ stop: true, text, remedies });
const warn = (text: string, remedies: Remedy[] = []): Doubt => ({ stop: false, text, remedies });

function noChart(spec: Spec, fields: readonly Field[]): Doubt {
  if (spec.group === "count") return stop("Choose what to count by: a category or a year, across or up.");
  const amount = fields.find(({ type }) => type === "amount") ?? fields.find(({ type }) => type === "number");
  return stop("Neither direction holds a number.", [
    ...(amount ? [{ label: `${amount.label} up`, change: { up: amount.name } }] : []),
    { label: "Count the rows", change: { group: "count", mark: "bars" } }
  ]);
}

function emptyStops(drawn: readonly Point[], { scale, panel, group }: Spec, { measured }: Layout): Doubt[] {
  if (drawn.length === 0) return [stop("None of these rows has a number to draw. They are listed below.")];
  const panels = new Set(drawn.map((point) => point[panel])).size;
  const many =
    panels > mostPanels
      ? [
          stop(`That would be ${panels} panels; ${mostPanels} are the most.`, [
            { label: "One panel", change: { panel: "" } }
          ])
        ]
      : [];
  if (scale !== "log" || !measured || group === "count") return many;
  const ends = drawn.flatMap((point) => [point[measured.column], point.low, point.high]);
  const notPositive = ends.some((end) => typeof end === "number" && end <= 0);
  const linear = [{ label: "Linear scale", change: { scale: "linear" as const } }];
  return notPositive ? [...many, stop("A logarithmic scale has no place for zero or less.", linear)] : many;
}

function crowdStops(drawn: readonly Point[], { along, crossed }: Layout): Doubt[] {
  return [along, crossed].flatMap((axis) => {
    if (!axis || axis.field.type === "number" || axis.field.type === "year") return [];
    const lanes = new Set(drawn.map((point) => point[axis.column])).size;
    return lanes > mostLanes
      ? [stop(`${axis.field.label} has ${lanes} values here; ${mostLanes} are the most. Filter the rows.`)]
      : [];
  });
}

function formStops(drawn: readonly Point[], spec: Spec, { along, crossed, measured, value }: Layout): Doubt[] {
  const { mark, group, scale } = spec;
  const asDots: Remedy = { label: "Draw dots", change: { mark: "dots" } };
  const ordered = along?.field.type === "year";
  const stops: Doubt[] = [];
  if (mark === "lines" && group !== "range" && (!ordered || value !== "y" || crossed))
    stops.push(stop("A line needs years across and a number up.", [asDots]));
  if (mark === "strip" && group === "count")
    stops.push(stop("A strip shows single rows; these are counted.", [asDots]));
  if (mark === "bars" && scale === "log" && group !== "range")
    stops.push(stop("Bars start at zero, which a logarithmic scale does not have.", [asDots]));
  if (mark === "bars" && group === "none" && measured) {
    const places = new Set(drawn.map((point) => `${point[along?.column ?? ""]} ${point[spec.panel]}`));
    if (!along || places.size < drawn.length)
      stops.push(
        stop("Several rows would share a bar, and adding them up could add unlike things.", [
          asDots,
          { label: "Lowest to highest", change: { group: "range" } }
        ])
      );
  }
  if (group === "range" && !along) stops.push(stop("Choose what to group by, in the other direction."));
  return stops;
}

const listWords = ({ values }: Unlike): string =>
  values
    .slice(0, 4)
    .map(({ words }) => words)
    .join(", ") + (values.length > 4 ? ` and ${values.length - 4} more` : "");

const separate = (spec: Spec, { field, values }: Unlike, most: number): Remedy[] => [
  ...values.slice(0, most).map(({ value, words, rows }) => ({
    label: `Only ${value === "" ? `${field.label.toLowerCase()} ` : ""}${words} (${rows})`,
    change: { filters: onlyValue(spec.filters, field.name, value) }
  })),
  ...(values.length <= mostPanels
    ? [{ label: `A panel for each ${field.label.toLowerCase()}`, change: { panel: field.name } }]
    : [])
];

const mixedUnits =
  (spec: Spec) =>
  (unlike: Unlike): Doubt =>
    stop(
      `These rows are in ${unlike.values.length} units (${listWords(unlike)}), which no one axis can hold.`,
      separate(spec, unlike, 4)
    );

function unlikeWarning(spec: Spec, unlike: readonly Unlike[]): Doubt[] {
  if (unlike.length === 0) return [];
  const differences = unlike.map((difference) => `${difference.field.label.toLowerCase()} (${listWords(difference)})`);
  return [
    warn(
      `Unlike things share this axis. They differ in ${listed(differences)}.`,
      unlike.flatMap((difference) => separate(spec, difference, 1))
    )
  ];
}

function leftOut(count: number, { measured, along }: Layout, { edition, group }: Spec): Doubt[] {
  if (count === 0) return [];
  const why = [
    measured ? "no number" : "",
    along ? `no ${along.field.label.toLowerCase()}` : "",
    edition === "current" || group !== "none" ? "a newer edition" : ""
  ];
  return [
    warn(`${rowsText(count)} with ${why.filter(Boolean).join(" or ")} ${count === 1 ? "is" : "are"} listed only.`)
  ];
}

const drawnAsIntervals = (count: number): Doubt[] =>
  count === 0
    ? []
    : [
        warn(
          `${rowsText(count)} ${count === 1 ? "gives" : "give"} a range or a bound, drawn as such and not as a point.`
        )
      ];

/** "1 row", "1,429 rows". */
export const rowsText = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`;
