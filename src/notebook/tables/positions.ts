import { from } from "arquero";
import type { Ledger, Stance, Voice } from "../ledger/schema.ts";
import { namesOf, sourceNames, type Table } from "./lookups.ts";

export interface PositionRow {
  id: string;
  source: string;
  source_name: string;
  publisher: string;
  publisher_name: string;
  paragraph: number;
  also: number[];
  speaker: string;
  speaker_name: string;
  speaker_kind: string;
  speaker_kind_label: string;
  topic: string;
  topic_label: string;
  topic_short: string;
  topic_column: number | null;
  stance: Stance;
  obstacle: string | null;
  obstacle_label: string | null;
  voice: Voice;
  chain: string[];
  paraphrase: string;
}

/** One row a position: who takes which stance on which topic, in our words. */
export function compilePositions(ledger: Ledger): Table<PositionRow> {
  const obstacles = new Map(ledger.vocabulary.obstacles.map(({ id, label }) => [id, label]));
  const rows = ledger.sources.flatMap((source) =>
    source.positions.map(({ also = [], chain, obstacle = null, ...position }) => ({
      ...position,
      obstacle,
      obstacle_label: obstacles.get(obstacle ?? "") ?? null,
      source: source.id,
      publisher: source.publisher,
      also: also.map((repeat) => (typeof repeat === "number" ? repeat : repeat.paragraph)),
      chain: [...chain, source.publisher]
    }))
  );
  return {
    name: "positions",
    title: "Positions",
    description,
    columns,
    rows: rows.length === 0 ? [] : named(rows, ledger)
  };
}

/** Rows with the names of what they refer to. */
function named(rows: readonly object[], ledger: Ledger): PositionRow[] {
  const { speakers, vocabulary } = ledger;
  const matrix = vocabulary.topics.filter((topic) => topic.matrix);
  const topics = vocabulary.topics.map((topic) => ({ ...topic, column: matrix.indexOf(topic) + 1 || null }));
  return from([...rows])
    .lookup(namesOf(speakers, { name: "speaker_name", kind: "speaker_kind" }), ["speaker", "id"])
    .lookup(namesOf(vocabulary.kinds, { label: "speaker_kind_label" }), ["speaker_kind", "id"])
    .lookup(namesOf(sourceNames(ledger), { name: "source_name" }), ["source", "id"])
    .lookup(namesOf(speakers, { name: "publisher_name" }), ["publisher", "id"])
    .lookup(namesOf(topics, { label: "topic_label", short: "topic_short", column: "topic_column" }), ["topic", "id"])
    .select(...columns.map(({ name }) => name))
    .objects() as PositionRow[];
}

const description =
  "Every position that a speaker or a publication takes on a topic, paraphrased, with paragraph and chain of reporting.";

const columns = [
  { name: "id", type: "string", description: "Stable name, `<source>.<words>`." },
  { name: "source", type: "string", description: "The publication; see table `sources`." },
  { name: "source_name", type: "string", description: "Its publisher and edition or date." },
  { name: "publisher", type: "string", description: "Who published it; see table `speakers`." },
  { name: "publisher_name", type: "string", description: "The publisher’s name." },
  { name: "paragraph", type: "integer", description: "1-based count of the non-empty lines of the text." },
  { name: "also", type: "list", description: "Other paragraphs of the same text that repeat it." },
  { name: "speaker", type: "string", description: "Whose position it is; see table `speakers`." },
  { name: "speaker_name", type: "string", description: "The speaker’s name." },
  { name: "speaker_kind", type: "string", description: "The kind of voice that the speaker is." },
  { name: "speaker_kind_label", type: "string", description: "The kind of voice in words." },
  { name: "topic", type: "string", description: "The topic, from the vocabulary." },
  { name: "topic_label", type: "string", description: "The topic in words." },
  { name: "topic_short", type: "string", description: "The topic in a word, where room is short." },
  {
    name: "topic_column",
    type: "integer",
    description: "The topic’s place among the columns of the matrix, from 1; empty where it has none."
  },
  {
    name: "stance",
    type: "string",
    description:
      "favourable, sceptical, mixed, or describes, towards what this notebook is about, as seen through the topic."
  },
  {
    name: "obstacle",
    type: "string",
    description: "What it names as standing in the way, from the vocabulary; empty where it names nothing."
  },
  { name: "obstacle_label", type: "string", description: "The obstacle in words." },
  { name: "voice", type: "string", description: "quoted, reported, gloss (the outlet’s addition) or authorial." },
  { name: "chain", type: "list", description: "Who passed it on after the speaker, ending with the publisher." },
  { name: "paraphrase", type: "string", description: "The position in this notebook’s words." }
] as const satisfies Table<PositionRow>["columns"];
