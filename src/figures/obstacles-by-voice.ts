import * as Plot from "@observablehq/plot";
import {
  capitalised,
  type Figure,
  type FigureRow,
  firstOf,
  keyHeight,
  kindKey,
  labels,
  listed,
  numberWord,
  type PositionRow,
  pixelPlot,
  plotSymbol,
  positionsAbout,
  type Size,
  symbolOfKind,
  symbolStyle,
  symbolStyles,
  type Tables,
  uncapitalised,
  unless
} from "../notebook/index.ts";

/** An obstacle with the speakers who name it. */
export interface ObstacleRow extends FigureRow {
  obstacle: string;
  label: string;
  voices: { name: string; kind: string; kind_label: string; symbol: string; positions: number }[];
  /** Of how many speakers on all obstacles. */
  speakers: number;
}

const name = "obstacles-by-voice";

const left: Readonly<Record<Size, number>> = { sm: 0, md: 200, lg: 226 };
/** On a phone an obstacle stands above its voices. */
const head: Readonly<Record<Size, number>> = { sm: 20, md: 0, lg: 0 };
const line = 30;
/** From one voice to the next at most, and room for their number after the last. */
const widest = 26;
const countRoom = 30;

/** What stands between ore and magnet, and whose voices name it. */
export const obstaclesByVoice: Figure<ObstacleRow> = {
  name,

  select(tables) {
    const named = positionsAbout("russia", tables).filter(
      (position): position is PositionRow & { obstacle: string } => position.obstacle !== null
    );
    return [...new Set(named.map(({ obstacle }) => obstacle))]
      .map((obstacle) => obstacleRow(obstacle, named, tables))
      .sort((a, b) => b.voices.length - a.voices.length || b.evidence.length - a.evidence.length);
  },

  words(rows) {
    const first = firstOf(name, "position that names an obstacle", rows);
    const second = firstOf(name, "second obstacle", rows.slice(1));
    const alike = rows.slice(1).filter(({ voices }) => voices.length === second.voices.length);
    const positions = rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
    const by = ({ voices }: ObstacleRow) => numberWord(voices.length);
    const next = `${by(second)}${alike.length > 1 ? " each" : ""} name ${listed(alike.map(inProse))}`;
    return {
      title: `${capitalised(by(first))} of ${numberWord(first.speakers)} voices name ${inProse(first)}; ${next}`,
      subtitle: `Obstacles between ore and magnet, by who names them: ${positions} positions in the publications`,
      howToRead:
        "One shape is one voice, however often it names the obstacle; the table has their names. Filled shapes speak for a state, open ones for everyone else.",
      notes: [
        "A position counts once, for the obstacle it is mostly about; which one that is, is this notebook’s reading. Favourable positions are left out."
      ],
      description: `Obstacles by the voices that name them, of ${first.speakers} in all: ${listed(rows.map((row) => `${inProse(row)} ${row.voices.length}`))}.`
    };
  },

  doubts(rows) {
    const [most] = rows;
    return unless(
      most?.obstacle !== "ore",
      "the ore itself is named most often, so that obstacles no longer lie mostly after the mine",
      rows.slice(0, 1)
    );
  },

  columns: [
    { label: "Obstacle", align: "start", text: ({ label }) => label },
    {
      label: "Voices",
      align: "end",
      text: ({ voices }) => String(voices.length),
      value: ({ voices }) => voices.length
    },
    {
      label: "Positions",
      align: "end",
      text: ({ evidence }) => String(evidence.length),
      value: ({ evidence }) => evidence.length
    },
    {
      label: "Named by",
      align: "start",
      text: ({ voices }) =>
        voices.map((voice) => `${capitalised(voice.name)} (${voice.kind_label}) ${voice.positions}`).join("; ")
    }
  ],

  height: (size, rows) => keyHeight(kindsOf(rows), size) + 8 + rows.length * (line + head[size]),

  draw(rows, canvas) {
    const { size, width } = canvas;
    const start = left[size];
    const top = keyHeight(kindsOf(rows), size) + 8;
    const most = Math.max(...rows.map(({ voices }) => voices.length));
    const pitch = Math.min(widest, (width - start - countRoom) / most);
    const placed = rows.map((row, index) => ({ row, y: top + index * (line + head[size]) }));
    const shapes = placed.flatMap(({ row, y }) =>
      row.voices.map(({ symbol }, index) => ({
        symbol,
        x: start + (index + 0.5) * pitch,
        y: y + head[size] + line / 2
      }))
    );
    return pixelPlot(canvas, this.height(size, rows), [
      kindKey(kindsOf(rows), size),
      Plot.ruleY(placed, { x1: 0, x2: width, y: ({ y }: { y: number }) => y - 0.5, stroke: "var(--rule)" }),
      labels(
        placed.map(({ row, y }) => ({ x: 0, y: y + 20, text: row.label })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      order.map((symbol) =>
        symbols(
          shapes.filter((shape) => shape.symbol === symbol),
          symbol
        )
      ),
      labels(
        placed.map(({ row, y }) => ({
          x: start + row.voices.length * pitch + 8,
          y: y + head[size] + line / 2 + 5,
          text: String(row.voices.length)
        })),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      )
    ]);
  }
};

/** "missing plants", "China’s lead": an obstacle inside a sentence. */
const inProse = ({ label }: ObstacleRow) => (label.startsWith("China") ? label : uncapitalised(label));

/** The kinds of voice that are drawn, in the order of a key. */
function kindsOf(rows: readonly ObstacleRow[]): { symbol: string; text: string }[] {
  const kinds = new Map(rows.flatMap(({ voices }) => voices.map(({ symbol, kind_label }) => [symbol, kind_label])));
  return [...kinds]
    .map(([symbol = "", text = ""]) => ({ symbol, text }))
    .sort((a, b) => order.indexOf(a.symbol) - order.indexOf(b.symbol));
}

interface Shape {
  symbol: string;
  x: number;
  y: number;
}

/** Positions are read on their own page, so these symbols open nothing. */
function symbols(shapes: readonly Shape[], symbol: string): Plot.Markish {
  const style = symbolStyle(symbol);
  return Plot.dot([...shapes], {
    x: "x",
    y: "y",
    r: 5,
    symbol: plotSymbol(symbol),
    fill: style.open ? "var(--paper)" : style.colour,
    stroke: style.open ? style.colour : "none",
    strokeWidth: style.line
  });
}

/** The shapes in the order of a key. */
const order = Object.keys(symbolStyles);

function obstacleRow(obstacle: string, named: readonly PositionRow[], tables: Pick<Tables, "speakers">): ObstacleRow {
  const own = named.filter((position) => position.obstacle === obstacle);
  const voices = [...new Map(own.map((position) => [position.speaker, position])).values()].map((position) => ({
    name: position.speaker_name,
    kind: position.speaker_kind,
    kind_label: position.speaker_kind_label,
    symbol: symbolOfKind(position.speaker_kind, tables),
    positions: own.filter(({ speaker }) => speaker === position.speaker).length
  }));
  voices.sort((a, b) => order.indexOf(a.symbol) - order.indexOf(b.symbol) || b.positions - a.positions);
  const speakers = new Set(named.map(({ speaker }) => speaker)).size;
  return { evidence: own.map(({ id }) => id), obstacle, label: own[0]?.obstacle_label ?? obstacle, voices, speakers };
}
