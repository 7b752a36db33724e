import * as Plot from "@observablehq/plot";
import {
  capitalised,
  type Figure,
  type FigureRow,
  type Label,
  labels,
  listed,
  noBreakSpace,
  numberWord,
  type PositionRow,
  pixelPlot,
  plainNumber,
  positionsAbout,
  type Size,
  type Tables,
  unless,
  wrapText
} from "../notebook/index.ts";

/** Positions that reach one publication's readers on one way, with those whose positions they are. */
interface HeardRow extends FigureRow {
  publication: string;
  way: "own" | "direct" | "relayed";
  /** The outlet that the publication has it from; empty for what is its own and for whom it cites itself. */
  through: string;
  speakers: { name: string; count: number }[];
}

/** Every way on which positions come, by publication: its own first, then whom it cites itself, then other outlets. */
function heardRows(tables: Tables): HeardRow[] {
  const rows = new Map<string, PositionRow[]>();
  const all = positionsAbout("russia", tables);
  for (const position of all) {
    const way = JSON.stringify(wayOf(position, tables));
    rows.set(way, [...(rows.get(way) ?? []), position]);
  }
  const publications = all.map(({ publisher }) => nameOf(publisher, tables));
  return [...rows]
    .map(([way, positions]) => ({
      evidence: positions.map(({ id }) => id),
      ...(JSON.parse(way) as ReturnType<typeof wayOf>),
      speakers: counted(positions)
    }))
    .sort(
      (a, b) =>
        publications.indexOf(a.publication) - publications.indexOf(b.publication) ||
        ways.indexOf(a.way) - ways.indexOf(b.way) ||
        b.evidence.length - a.evidence.length
    );
}

const ways: readonly HeardRow["way"][] = ["own", "direct", "relayed"];
/** Whether a publication says it itself. */
const isOwn = ({ way }: HeardRow): boolean => way === "own";
/** How many positions rows stand for. */
const total = (rows: readonly FigureRow[]): number => rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
/** The publications, in the order of the rows. */
const publicationsOf = (rows: readonly HeardRow[]): string[] => [
  ...new Set(rows.map(({ publication }) => publication))
];

/** How a position came to its publication. */
function wayOf(
  { publisher, voice, chain }: PositionRow,
  tables: Pick<Tables, "speakers">
): Pick<HeardRow, "publication" | "way" | "through"> {
  const isTheirs = voice === "authorial" || voice === "gloss";
  const relays = isTheirs ? [] : chain.filter((id) => id !== publisher).map((id) => nameOf(id, tables));
  const way = isTheirs ? "own" : relays.length > 0 ? "relayed" : "direct";
  return { publication: nameOf(publisher, tables), way, through: relays.at(-1) ?? "" };
}

const nameOf = (id: string, { speakers }: Pick<Tables, "speakers">): string =>
  speakers.rows.find((speaker) => speaker.id === id)?.name ?? id;

function counted(positions: readonly PositionRow[]): HeardRow["speakers"] {
  const counts = new Map<string, number>();
  for (const { speaker_name } of positions) counts.set(speaker_name, (counts.get(speaker_name) ?? 0) + 1);
  return [...counts]
    .map(([speaker, count]) => ({ name: withoutCountry(speaker), count }))
    .sort((a, b) => b.count - a.count);
}

/** The publication that takes most positions from other outlets. */
function mostRelayed(rows: readonly HeardRow[]): string {
  const taken = (publication: string): number =>
    total(rows.filter((row) => row.publication === publication && row.way === "relayed"));
  const [most = ""] = publicationsOf(rows).sort((a, b) => taken(b) - taken(a));
  return most;
}

/** The publication that prints most positions. */
const largestOf = (rows: readonly HeardRow[]): string => {
  const printed = (publication: string): number => total(rows.filter((row) => row.publication === publication));
  const [largest = ""] = publicationsOf(rows).sort((a, b) => printed(b) - printed(a));
  return largest;
};

/** A way in words, for the start of a line. */
function wayText({ way, through }: HeardRow): string {
  if (way === "own") return "its own voice";
  return way === "direct" ? "others, direct" : `via ${through}`;
}

/** "Leonid Khazanov 15, NBC 1": whose positions they are, with how many; no number begins a line. */
const speakersText = ({ speakers }: HeardRow): string =>
  capitalised(speakers.map(({ name: speaker, count }) => `${speaker}${noBreakSpace}${plainNumber(count)}`).join(", "));

/** Where things stand, by size: bars begin at `bar` and speakers at `names`, which fill lines of at most `room`. */
interface Layout {
  bar: number;
  names: number;
  room: number;
  /** Px a position. */
  step: number;
}
// The room is what the narrowest drawing of a size has, so that a height fits all of its widths.
const heardLayouts: Readonly<Record<Size, Layout>> = {
  sm: { bar: 130, names: 0, room: 280, step: 1.3 },
  md: { bar: 120, names: 0, room: 510, step: 2.4 },
  lg: { bar: 130, names: 395, room: 395, step: 2.4 }
};
const lineHeight = 17;
const headHeight = 30;

interface PlacedLine {
  row: HeardRow;
  y: number;
  texts: Label[];
}

/** Every line at its baseline: a head for each publication, and under it its ways with the speakers beside or below. */
function placedLines(rows: readonly HeardRow[], size: Size) {
  const { names, room } = heardLayouts[size];
  const below = names === 0;
  const heads: Label[] = [];
  const lines: PlacedLine[] = [];
  let y = 4;
  for (const publication of publicationsOf(rows)) {
    const its = rows.filter((row) => row.publication === publication);
    heads.push({ x: 0, y: y + 18, text: `${publication}, ${total(its)}` });
    y += headHeight;
    for (const row of its) {
      const texts = isOnlyItself(row) ? [] : wrapText(speakersText(row), room, 12.5);
      const top = y + 13;
      lines.push({
        row,
        y: top,
        texts: texts.map((text, index) => ({ x: 0, y: top + (index + (below ? 1 : 0)) * lineHeight, text }))
      });
      y += Math.max(1, texts.length + (below ? 1 : 0)) * lineHeight + 6;
    }
    y += 10;
  }
  return { heads, lines, bottom: y };
}

/** A publication that speaks needs no list of who speaks. */
const isOnlyItself = ({ publication, speakers }: HeardRow): boolean =>
  speakers.every((speaker) => speaker.name === publication);

const name = "who-quotes-whom";
const barHeight = 12;

export const whoQuotesWhom: Figure<HeardRow> = {
  name,

  select: heardRows,

  words(rows) {
    const [all, own] = [total(rows), total(rows.filter(isOwn))];
    const most = mostRelayed(rows);
    const largest = largestOf(rows);
    const others = rows.filter((row) => row.publication === most && !isOwn(row));
    const relayed = others.filter(({ way }) => way === "relayed");
    return {
      title: `About half of the positions are the publications’ own, and ${largest} alone prints ${total(rows.filter(({ publication }) => publication === largest))} of ${all}`,
      subtitle: `Positions in ${numberWord(publicationsOf(rows).length)} outlets by whose they are and through whom they come`,
      notes: [
        "A publication’s own are its authors’ arguments and its glosses on others. Direct means that no other outlet is named as the one that heard them.",
        relayed.length > 0
          ? `In ${most}, ${total(relayed)} of the ${total(others)} positions of others come through ${listed(relayed.map(({ through }) => through))}.`
          : ""
      ].filter(Boolean),
      description: `Of ${all} positions, ${own} are the publications’ own. ${publicationsOf(rows)
        .map((publication) => {
          const its = rows.filter((row) => row.publication === publication);
          return `${publication}: ${total(its.filter(isOwn))} of ${total(its)}`;
        })
        .join("; ")}. ${relayed.length > 0 ? `${most} takes ${total(relayed)} from other outlets.` : ""}`.trim()
    };
  },

  doubts: (rows) =>
    unless(
      Math.abs(total(rows.filter(isOwn)) / total(rows) - 0.5) <= 0.05,
      `${total(rows.filter(isOwn))} of ${total(rows)} positions are the publications’ own, not about half`,
      rows.filter(isOwn)
    ),

  columns: [
    { label: "Publication", align: "start", text: ({ publication }) => publication },
    { label: "Heard through", align: "start", text: wayText },
    {
      label: "Positions",
      align: "end",
      text: ({ evidence }) => String(evidence.length),
      value: ({ evidence }) => evidence.length
    },
    { label: "Whose they are", align: "start", text: speakersText }
  ],

  height: (size, rows) => placedLines(rows, size).bottom,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const { bar, names, step } = heardLayouts[size];
    const { heads, lines, bottom } = placedLines(rows, size);
    const detail = { fontSize: 12.5, fill: "var(--ink3)" };
    const ends = lines.map(({ row, y }) => ({ row, y: y - 5, end: bar + row.evidence.length * step }));
    const bars = (way: HeardRow["way"], options: Plot.RectOptions) =>
      Plot.rect(
        ends.filter(({ row }) => row.way === way),
        { x1: bar, x2: "end", y1: ({ y }) => y - barHeight / 2, y2: ({ y }) => y + barHeight / 2, ...options }
      );
    return pixelPlot(canvas, bottom, [
      Plot.ruleY(heads, { x1: 0, x2: width, y: ({ y }: Label) => y - 19.5, stroke: "var(--rule)" }),
      labels(heads, { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }),
      labels(
        lines.map(({ row, y }) => ({ x: 0, y, text: wayText(row) })),
        { fontSize: 13, fill: "var(--ink2)" }
      ),
      bars("own", { fill: "var(--grey)" }),
      bars("direct", { fill: "var(--ink2)" }),
      bars("relayed", {
        fill: "var(--paper)",
        stroke: "var(--ink2)",
        strokeWidth: 1.5,
        insetTop: 0.75,
        insetBottom: 0.75
      }),
      labels(
        ends.map(({ row, y, end }) => ({ x: end + 7, y: y + 5, text: String(row.evidence.length) })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      labels(
        lines.flatMap(({ texts }) => texts),
        { ...detail, dx: names }
      )
    ]);
  }
};

/** "Ministry of Natural Resources": a figure about Russia need not say whose ministry it is. */
const withoutCountry = (speaker: string): string => speaker.replace(/ of Russia$/, "");
