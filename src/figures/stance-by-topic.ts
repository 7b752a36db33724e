import * as Plot from "@observablehq/plot";
import {
  type Figure,
  type FigureRow,
  firstOf,
  jointStance,
  labels,
  listed,
  numberWord,
  type PositionRow,
  pixelPlot,
  type Size,
  type Stance,
  stroke,
  thumbnailBox,
  thumbnailText,
  thumbnailWidth,
  wrapText
} from "../notebook/index.ts";

/** A topic with how many positions the publications hold on it, by stance. */
export interface StanceByTopicRow extends FigureRow {
  topic: string;
  label: string;
  /** What a phone has room for. */
  short: string;
  favourable: number;
  sceptical: number;
  mixed: number;
  describes: number;
  /** Each speaker’s stance, all of a speaker’s positions on the topic taken together, those in favour first. */
  speakers: Stance[];
}

const name = "stance-by-topic";

/** Height of one position's slot, the gap between two of them included; the gap itself. */
const slot = 6;
const slotGap = 1.5;
const headHeight: Readonly<Record<Size, number>> = { sm: 26, md: 42, lg: 42 };
const barWidth: Readonly<Record<Size, number>> = { sm: 22, md: 34, lg: 40 };
/** Room beside the last bar for its counts and its topic's name. */
const countRoom: Readonly<Record<Size, number>> = { sm: 26, md: 50, lg: 50 };
/** Under this width of a column, topics get their short names. */
const narrowColumn = 90;
/** Room at the left for the names of the two sides. */
const left: Readonly<Record<Size, number>> = { sm: 0, md: 92, lg: 104 };

export const stanceByTopic: Figure<StanceByTopicRow> = {
  name,

  /** The topics of the matrix, in its order. */
  select({ positions }) {
    const columns = new Set(positions.rows.flatMap(({ topic_column }) => topic_column ?? []));
    return [...columns]
      .sort((a, b) => a - b)
      .map((column) => tally(positions.rows.filter(({ topic_column }) => topic_column === column)));
  },

  words(rows) {
    const favoured = rows.filter((row) => prevailing(row) === "favour");
    const doubted = rows.filter((row) => prevailing(row) === "doubt");
    firstOf(name, "topic of the matrix", rows);
    const [best, worst] = [most(rows, above), most(rows, below)];
    const all = rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
    const publications = new Set(rows.flatMap(({ evidence }) => evidence.map((id) => id.split(".")[0]))).size;
    const describing = rows.reduce((sum, { describes }) => sum + describes, 0);
    return {
      title: `Favour prevails on ${listed(favoured.map(inProse))}, doubt on the ${numberWord(doubted.length)} other topics`,
      subtitle: `Positions on ${numberWord(rows.length)} topics in ${numberWord(publications)} publications, by stance towards Russian rare earths`,
      howToRead:
        "One slot is one position: favourable above the line, sceptical below it. A mixed position counts on both sides.",
      notes: [
        `Positions are counted, not people: a speaker who makes several points on a topic counts several times. Of ${all} positions, ${describing} only describe and are not drawn.`,
        "The stance is this notebook’s reading of each position; the paraphrases show what it rests on."
      ],
      description: `Bars above a line count favourable positions, bars below it sceptical ones, for ${numberWord(rows.length)} topics. ${best.label} has ${above(best)} favourable and ${below(best)} sceptical positions; ${inProse(worst)} has ${above(worst)} and ${below(worst)}. Mixed positions count on both sides. Doubt prevails on ${listed(doubted.map(inProse))}.`
    };
  },

  doubts: (rows) =>
    (["favour", "doubt"] as const)
      .filter((side) => !rows.some((row) => prevailing(row) === side))
      .map((side) => `${side} prevails on no topic`)
      .concat(rows.filter((row) => !prevailing(row)).map(({ label }) => `neither side prevails on ${label}`)),

  columns: [
    { label: "Topic", align: "start", text: ({ label }) => label },
    {
      label: "Favourable",
      align: "end",
      text: ({ favourable }) => String(favourable),
      value: ({ favourable }) => favourable
    },
    {
      label: "Sceptical",
      align: "end",
      text: ({ sceptical }) => String(sceptical),
      value: ({ sceptical }) => sceptical
    },
    { label: "Mixed", align: "end", text: ({ mixed }) => String(mixed), value: ({ mixed }) => mixed },
    {
      label: "Describes only",
      align: "end",
      text: ({ describes }) => String(describes),
      value: ({ describes }) => describes
    },
    {
      label: "Positions",
      align: "end",
      text: ({ evidence }) => String(evidence.length),
      value: ({ evidence }) => evidence.length
    }
  ],

  height: (size, rows) => lineAt(size, rows) + Math.max(...rows.map(below)) * slot + 8,

  draw(rows, canvas) {
    const { size, width } = canvas;
    const line = lineAt(size, rows);
    const bar = barWidth[size];
    const column = (width - left[size] - bar - countRoom[size]) / (rows.length - 1);
    const placed = rows.map((row, index) => ({ row, x: left[size] + index * column }));
    const side = (count: (row: StanceByTopicRow) => number, down: 1 | -1, colour: string) => [
      Plot.ruleX(placed, {
        x: ({ x }) => x + bar / 2,
        y1: line + down * slotGap,
        y2: ({ row }) => line + down * (slotGap + count(row) * slot),
        stroke: colour,
        strokeWidth: bar,
        strokeDasharray: `${slot - slotGap} ${slotGap}`
      }),
      labels(
        placed.map(({ row, x }) => ({ x: x + bar + 7, y: line + (down > 0 ? 17 : -8), text: String(count(row)) })),
        { fontSize: 14, fontWeight: 600, fill: colour }
      )
    ];
    const heads = placed.flatMap(({ row, x }) =>
      wrapText(column < narrowColumn ? row.short : row.label, column - 10, 15).map((text, index) => ({
        text,
        x,
        y: 14 + index * 17
      }))
    );
    const sides = [
      { text: "favourable", y: -8, fill: "var(--fav)" },
      { text: "sceptical", y: 17, fill: "var(--scep)" }
    ];
    return pixelPlot(canvas, this.height(size, rows), [
      labels(
        heads,
        size === "sm" ? { fontSize: 12.5, fill: "var(--ink2)" } : { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      side(above, -1, "var(--fav)"),
      side(below, 1, "var(--scep)"),
      stroke([
        { x: 0, y: line - 0.5 },
        { x: width, y: line - 0.5 }
      ]),
      size === "sm"
        ? null
        : sides.map(({ text, y, fill }) =>
            labels([{ x: 0, y: line + y, text }], { fontSize: 14, fontWeight: 600, fill })
          )
    ]);
  },

  /** A tick a speaker: on what lies in the ground, then on what it takes to get it out. */
  thumbnail(rows, document) {
    const gap = 16;
    const shown = ["reserves", "refining"].map((topic) =>
      firstOf(
        name,
        `position on ${topic}`,
        rows.filter((row) => row.topic === topic)
      )
    );
    const count = shown.reduce((sum, { speakers }) => sum + speakers.length, 0);
    const pitch = (thumbnailWidth - gap * (shown.length - 1)) / count;
    let left = 0;
    return shown.flatMap(({ topic, speakers }) => {
      const from = left;
      left += speakers.length * pitch + gap;
      return [
        ...speakers.flatMap((stance, place) => tick(document, stance, from + place * pitch, pitch)),
        thumbnailText(document, topic, { x: from, y: 51 })
      ];
    });
  }
};

/** What stands above the line, and what below it. */
const above = ({ favourable, mixed }: StanceByTopicRow) => favourable + mixed;
const below = ({ sceptical, mixed }: StanceByTopicRow) => sceptical + mixed;

function prevailing(row: StanceByTopicRow): "favour" | "doubt" | undefined {
  if (above(row) === below(row)) return undefined;
  return above(row) > below(row) ? "favour" : "doubt";
}

const lineAt = (size: Size, rows: readonly StanceByTopicRow[]) =>
  headHeight[size] + Math.max(...rows.map(above)) * slot + 2;

/** "reserves", "US interest", "China": a topic inside a sentence. */
const inProse = ({ label }: StanceByTopicRow) => label.replace(/^(?!US|China)./, (letter) => letter.toLowerCase());

function most(rows: readonly StanceByTopicRow[], count: (row: StanceByTopicRow) => number): StanceByTopicRow {
  return rows.reduce((best, row) => (count(row) > count(best) ? row : best));
}

function tally(held: readonly PositionRow[]): StanceByTopicRow {
  const first = firstOf(name, "position on the topic", held);
  const count = (stance: PositionRow["stance"]) => held.filter((position) => position.stance === stance).length;
  return {
    evidence: held.map(({ id }) => id),
    topic: first.topic,
    label: first.topic_label,
    short: first.topic_short,
    favourable: count("favourable"),
    sceptical: count("sceptical"),
    mixed: count("mixed"),
    describes: count("describes"),
    speakers: speakersStances(held)
  };
}

const order: readonly Stance[] = ["favourable", "mixed", "describes", "sceptical"];

function speakersStances(held: readonly PositionRow[]): Stance[] {
  const own = new Map<string, Stance[]>();
  for (const { speaker, stance } of held) own.set(speaker, [...(own.get(speaker) ?? []), stance]);
  return [...own.values()].map(jointStance).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** A speaker's stance as bars above and below a middle; a thin line where it only describes. */
function tick(document: Document, stance: Stance, left: number, pitch: number): Element[] {
  const middle = 18;
  const bar = (y: number, height: number, fill: string) =>
    thumbnailBox(document, { x: left, y, width: pitch - 2, height, fill });
  if (stance === "describes") return [bar(middle - 1.2, 2.4, "var(--ink2)")];
  return [
    ...(stance === "sceptical" ? [] : [bar(middle - 13, 13, "var(--fav)")]),
    ...(stance === "favourable" ? [] : [bar(middle, 13, "var(--scep)")])
  ];
}
