import * as Plot from "@observablehq/plot";
import {
  type Figure,
  type FigureRow,
  firstOf,
  jointStance,
  labels,
  numberWord,
  type PositionRow,
  pixelPlot,
  positionsAbout,
  type Size,
  type Stance,
  stroke,
  textWidth,
  thumbnailBox,
  thumbnailText,
  thumbnailWidth,
  unless
} from "../notebook/index.ts";

/** What one group of speakers says on a topic: how many positions it holds, by stance. */
export interface StanceByTopicRow extends FigureRow {
  group: "officials" | "experts" | "publications";
  topic: string;
  label: string;
  favourable: number;
  sceptical: number;
  mixed: number;
  describes: number;
  /** Each speaker’s stance, all of a speaker’s positions on the topic taken together, those in favour first. */
  speakers: Stance[];
  /** The publisher that prints most of them, with how many. */
  printed: { publisher: string; count: number }[];
}

const name = "stance-by-topic";

const groups: Readonly<Record<StanceByTopicRow["group"], { heading: string; kinds: readonly string[] }>> = {
  officials: { heading: "Officials", kinds: ["official", "statistic"] },
  experts: { heading: "Experts", kinds: ["expert"] },
  publications: { heading: "The publications themselves", kinds: [] }
};
const groupNames = Object.keys(groups) as StanceByTopicRow["group"][];

const groupOf = ({ speaker_kind }: PositionRow): StanceByTopicRow["group"] =>
  groupNames.find((group) => groups[group].kinds.includes(speaker_kind)) ?? "publications";

const line = 26;
const bar = 14;
/** Between two positions. */
const slotGap = 1;
const headHeight = 44;
const panelGap = 26;
/** Room for the topics’ names; on a phone they stand at the left of each panel, else of the first. */
const nameRoom: Readonly<Record<Size, number>> = { sm: 130, md: 148, lg: 156 };
/** Room at a bar’s end for its count. */
const countRoom = 24;

/** Who speaks for Russian rare earths and who against, on what: officials, experts and publications side by side. */
export const stanceByTopic: Figure<StanceByTopicRow> = {
  name,

  /** Each group on each topic of the matrix, in the matrix’s order. */
  select(tables) {
    const positions = positionsAbout("russia", tables);
    const columns = [...new Set(positions.flatMap(({ topic_column }) => topic_column ?? []))].sort((a, b) => a - b);
    return groupNames.flatMap((group) =>
      columns.flatMap((column) => {
        const on = positions.filter(({ topic_column }) => topic_column === column);
        const topic = firstOf(name, "position on the topic", on);
        return [
          tally(
            topic,
            group,
            on.filter((position) => groupOf(position) === group)
          )
        ];
      })
    );
  },

  words(rows) {
    const { officials, experts, publications } = sides(rows);
    firstOf(name, "topic of the matrix", rows);
    const topics = new Set(rows.map(({ topic }) => topic)).size;
    const all = rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
    const describing = rows.reduce((sum, { describes }) => sum + describes, 0);
    const most = mostPrinted(rows);
    const count = ({ up, down }: Side) => `${up} for and ${down} against`;
    return {
      title: "Officials speak for the venture, the publications mostly against it, and experts are split",
      subtitle: `Positions on ${numberWord(topics)} topics, by who takes them and by stance towards Russian rare earths as a venture`,
      howToRead:
        "One stripe is one position: sceptical to the left, favourable to the right. A mixed one counts on both sides.",
      notes: [
        `Positions are counted, not people. Of ${all}, ${describing} only describe and are not drawn; ${most.count} were printed by one publisher, ${most.publisher}.`,
        "The stance is this notebook’s reading; the paraphrases below show what it rests on."
      ],
      description: `Bars count positions on ${numberWord(topics)} topics, sceptical ones to the left, favourable ones to the right, mixed ones on both sides. Officials: ${count(officials)}. Experts: ${count(experts)}. The publications themselves: ${count(publications)}.`
    };
  },

  doubts(rows) {
    const { officials, experts, publications } = sides(rows);
    const of = (group: StanceByTopicRow["group"]) => rows.filter((row) => row.group === group);
    return [
      ...unless(
        officials.up > 2 * officials.down,
        "officials do not speak for it twice as often as against",
        of("officials")
      ),
      ...unless(
        publications.down > 2 * publications.up,
        "the publications do not speak against it twice as often as for",
        of("publications")
      ),
      ...unless(
        experts.up < 2 * experts.down && experts.down < 2 * experts.up,
        "experts are no longer split: one side has twice the other",
        of("experts")
      )
    ];
  },

  columns: [
    { label: "Who", align: "start", text: ({ group }) => groups[group].heading },
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

  height(size, rows) {
    const panel = headHeight + (line * rows.length) / groupNames.length;
    return size === "sm" ? groupNames.length * (panel + panelGap) - panelGap + 4 : panel + 4;
  },

  draw(rows, canvas) {
    const { size, width } = canvas;
    const isStacked = size === "sm";
    const [most, least] = [Math.max(...rows.map(above)), Math.max(...rows.map(below))];
    const panels = isStacked ? 1 : groupNames.length;
    const room = (width - nameRoom[size] - (panels - 1) * panelGap) / panels - 2 * countRoom;
    const slot = room / (most + least);
    const placed = groupNames.flatMap((group, place) => {
      const own = rows.filter((row) => row.group === group);
      const top = isStacked ? place * (headHeight + own.length * line + panelGap) : 0;
      const left = nameRoom[size] + (isStacked ? 0 : place * (room + 2 * countRoom + panelGap));
      const middle = left + countRoom + least * slot;
      return own.map((row, index) => ({ row, group, top, middle, y: top + headHeight + (index + 0.5) * line }));
    });
    const heads = placed.filter(({ group }, place) => placed.findIndex((other) => other.group === group) === place);
    const side = (count: (row: StanceByTopicRow) => number, way: 1 | -1, colour: string) => [
      Plot.ruleY(
        placed.filter(({ row }) => count(row) > 0),
        {
          x1: ({ middle }) => middle + way * slotGap,
          x2: ({ row, middle }) => middle + way * (slotGap + count(row) * slot),
          y: "y",
          stroke: colour,
          strokeWidth: bar,
          strokeDasharray: `${slot - slotGap} ${slotGap}`
        }
      ),
      labels(
        placed
          .filter(({ row }) => count(row) > 0)
          .map(({ row, middle, y }) => ({
            x: middle + way * (count(row) * slot + 6),
            y: y + 5,
            text: String(count(row))
          })),
        { fontSize: 13, fontWeight: 600, fill: colour, anchor: way > 0 ? "start" : "end" }
      )
    ];
    return pixelPlot(canvas, this.height(size, rows), [
      labels(
        heads.map(({ group, top, middle }) => {
          const text = groups[group].heading;
          // It begins over the words at the axis, if it ends within the drawing.
          const x = Math.min(middle - textWidth("sceptical", 12.5) - 6, width - textWidth(text, 14, 600));
          return { x: isStacked ? 0 : x, y: top + 14, text };
        }),
        { fontSize: 14, fontWeight: 600, fill: "var(--ink)" }
      ),
      labels(
        heads.map(({ middle, top }) => ({ x: middle - 6, y: top + 34, text: "sceptical" })),
        { fontSize: 12.5, fill: "var(--scep)", anchor: "end" }
      ),
      labels(
        heads.map(({ middle, top }) => ({ x: middle + 6, y: top + 34, text: "favourable" })),
        { fontSize: 12.5, fill: "var(--fav)" }
      ),
      labels(
        placed
          .filter(({ group }) => isStacked || group === groupNames[0])
          .map(({ row, y }) => ({ x: 0, y: y + 5, text: row.label })),
        { fontSize: 14, fill: "var(--ink)" }
      ),
      side(above, 1, "var(--fav)"),
      side(below, -1, "var(--scep)"),
      heads.map(({ middle, top }) =>
        stroke([
          { x: middle, y: top + headHeight - 4 },
          { x: middle, y: top + headHeight + (line * rows.length) / groupNames.length }
        ])
      )
    ]);
  },

  /** A tick a speaker: officials, then experts, then publications, all of a speaker’s positions taken together. */
  thumbnail(rows, document) {
    const gap = 16;
    const shown = groupNames.map((group) => ({
      group,
      stances: rows.filter((row) => row.group === group && row.topic === "refining").flatMap(({ speakers }) => speakers)
    }));
    const count = shown.reduce((sum, { stances }) => sum + stances.length, 0);
    firstOf(
      name,
      "speaker",
      shown.flatMap(({ stances }) => stances)
    );
    const pitch = (thumbnailWidth - gap * (shown.length - 1)) / count;
    let left = 0;
    return shown.flatMap(({ group, stances }) => {
      const from = left;
      left += stances.length * pitch + gap;
      return [
        ...stances.flatMap((stance, place) => tick(document, stance, from + place * pitch, pitch)),
        thumbnailText(document, group === "publications" ? "press" : group, { x: from, y: 51 })
      ];
    });
  }
};

/** What speaks for, and what against; what does both counts on each side. */
const above = ({ favourable, mixed }: StanceByTopicRow) => favourable + mixed;
const below = ({ sceptical, mixed }: StanceByTopicRow) => sceptical + mixed;

interface Side {
  up: number;
  down: number;
}

function sides(rows: readonly StanceByTopicRow[]): Record<StanceByTopicRow["group"], Side> {
  const side = (group: StanceByTopicRow["group"]): Side => {
    const own = rows.filter((row) => row.group === group);
    const sum = (count: (row: StanceByTopicRow) => number) => own.reduce((total, row) => total + count(row), 0);
    return { up: sum(above), down: sum(below) };
  };
  return { officials: side("officials"), experts: side("experts"), publications: side("publications") };
}

/** The publisher of most positions, with how many. */
function mostPrinted(rows: readonly StanceByTopicRow[]): { publisher: string; count: number } {
  const counts = new Map<string, number>();
  for (const { publisher, count } of rows.flatMap(({ printed }) => printed))
    counts.set(publisher, (counts.get(publisher) ?? 0) + count);
  const [[publisher, count] = ["", 0] as const] = [...counts].sort(([, a], [, b]) => b - a);
  return { publisher, count };
}

function tally(
  { topic, topic_label }: PositionRow,
  group: StanceByTopicRow["group"],
  held: readonly PositionRow[]
): StanceByTopicRow {
  const count = (stance: PositionRow["stance"]) => held.filter((position) => position.stance === stance).length;
  const publishers = [...new Set(held.map(({ publisher_name }) => publisher_name))];
  return {
    evidence: held.map(({ id }) => id),
    group,
    topic,
    label: topic_label,
    favourable: count("favourable"),
    sceptical: count("sceptical"),
    mixed: count("mixed"),
    describes: count("describes"),
    speakers: speakersStances(held),
    printed: publishers.map((publisher) => ({
      publisher,
      count: held.filter(({ publisher_name }) => publisher_name === publisher).length
    }))
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
