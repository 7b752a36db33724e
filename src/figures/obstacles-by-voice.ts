import * as Plot from "@observablehq/plot";
import {
  capitalised,
  type Figure,
  type FigureRow,
  firstOf,
  inLines,
  labels,
  listed,
  numberWord,
  type PositionRow,
  pixelPlot,
  plotSymbol,
  type Size,
  stroke,
  symbolOfKind,
  symbolStyle,
  symbolStyles,
  type Tables,
  uncapitalised
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
/** On a phone an obstacle stands above the voices. */
const head: Readonly<Record<Size, number>> = { sm: 22, md: 0, lg: 0 };
const line = 24;
const pad = 8;
const symbolRoom = 20;
const chipGap = 16;
const textSize = 14;

/** What stands between ore and magnet, and whose voices name it. */
export const obstaclesByVoice: Figure<ObstacleRow> = {
  name,

  select(tables) {
    const named = tables.positions.rows.filter(({ obstacle }) => obstacle !== null);
    return [...new Set(named.map(({ obstacle }) => obstacle ?? ""))]
      .map((obstacle) => obstacleRow(obstacle, named, tables))
      .sort((a, b) => b.voices.length - a.voices.length || b.evidence.length - a.evidence.length);
  },

  words(rows) {
    const first = firstOf(name, "position that names an obstacle", rows);
    const second = firstOf(name, "second obstacle", rows.slice(1));
    const least = firstOf(name, "obstacle", rows.slice(-1));
    const alike = rows.slice(1).filter(({ voices }) => voices.length === second.voices.length);
    const positions = rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
    const by = ({ voices }: ObstacleRow) => numberWord(voices.length);
    const next = `${by(second)}${alike.length > 1 ? " each" : ""} name ${listed(alike.map(inProse))}`;
    return {
      title: `${capitalised(by(first))} of ${numberWord(first.speakers)} voices name ${inProse(first)}; ${next}`,
      subtitle: `Obstacles between ore and magnet, by who names them: ${positions} positions in the publications`,
      howToRead:
        "The shape is the speaker’s kind. A number after a name says in how many positions that speaker names the obstacle.",
      notes: [
        "A position counts once, for the obstacle it is mostly about; which one that is, is this notebook’s reading. Favourable positions are left out.",
        "Filled shapes speak for a state, open ones for everyone else."
      ],
      description: `Obstacles by the voices that name them, of ${first.speakers} in all: ${listed(rows.map((row) => `${inProse(row)} ${row.voices.length}`))}. The fewest name ${inProse(least)}.`
    };
  },

  doubts(rows) {
    const [most] = rows;
    return most?.obstacle === "ore"
      ? ["The ore itself is named most often, so that obstacles no longer lie mostly after the mine."]
      : [];
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

  height: (size, rows) => rows.reduce((sum, row) => sum + rowHeight(row, size), 0),

  draw(rows, canvas) {
    let top = 0;
    const placed = rows.map((row) => {
      const y = top;
      top += rowHeight(row, canvas.size);
      return { row, y, chips: chips(row, canvas.size) };
    });
    const all = placed.flatMap(({ chips, y }) => chips.map((chip) => ({ ...chip, y: y + chip.y })));
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      placed.slice(1).map(({ y }) =>
        stroke(
          [
            { x: 0, y: y - 0.5 },
            { x: canvas.width, y: y - 0.5 }
          ],
          { stroke: "var(--rule)" }
        )
      ),
      labels(
        placed.map(({ row, y }) => ({ x: 0, y: y + pad + 17, text: row.label })),
        { fontSize: textSize, fontWeight: 600, fill: "var(--ink)" }
      ),
      order.map((symbol) =>
        symbols(
          all.filter((chip) => chip.symbol === symbol),
          symbol
        )
      ),
      labels(
        all.map(({ x, y, text }) => ({ x: x + symbolRoom, y: y + 5, text })),
        { fontSize: textSize, fill: "var(--ink2)" }
      )
    ]);
  }
};

/** "missing plants", "China’s lead": an obstacle inside a sentence. */
const inProse = ({ label }: ObstacleRow) => (label.startsWith("China") ? label : uncapitalised(label));

interface Chip {
  symbol: string;
  text: string;
  x: number;
  y: number;
}

/** Positions are read on their own page, so these symbols open nothing. */
function symbols(chips: readonly Chip[], symbol: string): Plot.Markish {
  const style = symbolStyle(symbol);
  return Plot.dot([...chips], {
    x: ({ x }) => x + 8,
    y: "y",
    r: 4.5,
    symbol: plotSymbol(symbol),
    fill: style.open ? "var(--paper)" : style.colour,
    stroke: style.open ? style.colour : "none",
    strokeWidth: style.line
  });
}

/** The voices of an obstacle, each with the number of its positions where it has several. */
const chips = ({ voices }: ObstacleRow, size: Size): Chip[] =>
  inLines(
    voices.map(({ name, symbol, positions }) => ({
      symbol,
      text: capitalised(name) + (positions > 1 ? ` ${positions}` : "")
    })),
    size,
    { left: left[size], top: pad + head[size] + 12, line, symbolRoom, gap: chipGap, textSize }
  );

const rowHeight = (row: ObstacleRow, size: Size): number => (chips(row, size).at(-1)?.y ?? 0) + 12 + pad;

/** The shapes in the order of a key. */
const order = Object.keys(symbolStyles);

function obstacleRow(obstacle: string, named: readonly PositionRow[], tables: Pick<Tables, "speakers">): ObstacleRow {
  const own = named.filter((position) => position.obstacle === obstacle);
  const voices = [...new Set(own.map(({ speaker }) => speaker))].map((speaker) => {
    const held = own.filter((position) => position.speaker === speaker);
    const [first] = held;
    return {
      name: first?.speaker_name ?? speaker,
      kind: first?.speaker_kind ?? "",
      kind_label: first?.speaker_kind_label ?? "",
      symbol: symbolOfKind(first?.speaker_kind ?? "", tables),
      positions: held.length
    };
  });
  voices.sort((a, b) => order.indexOf(a.symbol) - order.indexOf(b.symbol) || b.positions - a.positions);
  const speakers = new Set(named.map(({ speaker }) => speaker)).size;
  return { evidence: own.map(({ id }) => id), obstacle, label: own[0]?.obstacle_label ?? obstacle, voices, speakers };
}
