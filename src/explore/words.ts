import { capitalised, listed, plainNumber } from "../charts/words/format.ts";
import { type Doubt, rowsText } from "./doubts.ts";
import type { Field } from "./fields.ts";
import { type Axis, hasColumns, type Layout, neededColumns } from "./layout.ts";
import type { Point } from "./points.ts";
import type { Spec } from "./spec.ts";
import { type Subsets, subsetsOf } from "./subsets.ts";
import { unitWords } from "./unit-words.ts";
import { countsOf } from "./unlike.ts";

/** What a made chart says of itself; every number in it is counted from its rows. */
export interface ChartSpeech {
  /** What is drawn, without a number. */
  heading: string;
  title: string;
  subtitle: string;
  notes: string[];
  description: string;
}

/** Title, subtitle, notes and description of a chart; the maker's own title comes first. */
export function wordsOf(
  points: readonly Point[],
  spec: Spec,
  { layout, fields, doubts }: { layout: Layout | null; fields: readonly Field[]; doubts: readonly Doubt[] }
): ChartSpeech {
  const measured = layout?.measured ? measureText(points, layout.measured, fields) : `Number of ${spec.table}`;
  const along = layout ? sidesText(spec, layout) : "";
  const placed = layout ? points.filter((point) => hasColumns(point, neededColumns(layout))) : points;
  const years = yearsText(placed);
  const kept = layout ? points.filter(subsetsOf(spec, layout, fields).points.keeps) : points;
  const reach = layout?.measured ? reachText(kept, layout.measured.column, points) : "";
  const heading = `${measured}${along}`;
  const title = spec.title.trim() || (reach ? `${measured}: ${reach}` : heading);
  const scale = spec.scale === "log" && layout?.measured ? ", logarithmic scale" : "";
  const count = `${rowsText(points.length)} of the table`;
  const subtitle = `${[heading, unitText(points, layout), years].filter(Boolean).join(", ")}${scale}`;
  return {
    heading,
    title,
    subtitle: subtitle === title ? count : subtitle,
    notes: notesOf(points, spec, { layout, fields, doubts }),
    description:
      `${spec.mark === "table" ? "A table of" : `A chart of ${spec.mark} from`} ${count}. ${reach ? `${measured}: ${reach}.` : ""}`.trim()
  };
}

/** " by topic and stance": what numbers stand along; of counts also what else they are split by. */
function sidesText({ group }: Spec, { along, crossed, colour }: Layout): string {
  const sides = group === "count" ? [along, crossed, colour] : [along];
  const labels = new Set(sides.flatMap((side) => side?.field.label.toLowerCase() ?? []));
  return labels.size === 0 ? "" : ` by ${listed([...labels])}`;
}

/** What is measured and whose, as far as all rows share it. */
function measureText(points: readonly Point[], measured: Axis, fields: readonly Field[]): string {
  if (measured.field.type !== "amount") return measured.field.label;
  const shared = (name: string): string => {
    const field = fields.find((candidate) => candidate.name === name);
    const [only, ...more] = field ? countsOf(points, field) : [];
    return only && more.length === 0 ? only.words : "";
  };
  const metric = shared("basis") === "mine production" ? "mine production" : shared("metric");
  const whose = shared("subject");
  return capitalised(`${metric || "amount"}${whose ? ` of ${whose}` : ""}`);
}

function unitText(points: readonly Point[], layout: Layout | null): string {
  if (layout?.measured?.field.type !== "amount") return "";
  return listed([...new Set(points.map((point) => String(point.unit)))].flatMap((unit) => unitWords[unit] ?? []));
}

function yearsText(points: readonly Point[]): string {
  const years = points.map((point) => point.period_year).filter((year): year is number => typeof year === "number");
  if (years.length === 0) return "";
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–\u2060${last}`;
}

/** "2,500 to 2,700 tonnes a year": the lowest and the highest number drawn. */
function reachText(kept: readonly Point[], column: string, points: readonly Point[]): string {
  const numbers = kept.map((point) => point[column]).filter((value): value is number => typeof value === "number");
  if (numbers.length === 0) return "";
  const units = [...new Set(points.map((point) => String(point.unit ?? "")))];
  if (units.length > 1) return "";
  const unit = unitWords[units[0] ?? ""] ?? "";
  const show = (value: number): string => plainNumber(value, 4);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const span = least === most ? show(least) : `${show(least)} to ${show(most)}`;
  return unit === "%" ? `${span}%` : [span, unit].filter(Boolean).join(" ");
}

function notesOf(
  points: readonly Point[],
  spec: Spec,
  { layout, fields, doubts }: { layout: Layout | null; fields: readonly Field[]; doubts: readonly Doubt[] }
): string[] {
  const subsets: Subsets | null = layout && subsetsOf(spec, layout, fields);
  const superseded = points.some((point) => subsets?.superseded?.keeps(point));
  const editions = fields.find(({ name }) => name === "edition");
  const joined = editions
    ? countsOf(
        points.filter((point) => subsets?.points.keeps(point)),
        editions
      )
    : [];
  return [
    ...(superseded && spec.mark !== "table" ? ["Small grey squares are superseded editions."] : []),
    ...(spec.mark === "lines" && spec.group === "none" && joined.length > 1
      ? [`Lines join figures of ${joined.length} editions.`]
      : []),
    ...(spec.group === "range" ? ["Each bar runs from the lowest figure to the highest; nothing is averaged."] : []),
    ...doubts.filter(({ stop }) => !stop).map(({ text }) => text)
  ];
}
