import { from } from "arquero";
import { relayInferred } from "../ledger/checks/relay-is-named.ts";
import { type Ledger, type Stance, stances, type Voice, voices } from "../ledger/schema.ts";
import { namesOf, sourceNames } from "./lookups.ts";
import { columnsOf, idIn, integer, integers, list, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

/** One row a position: who takes which stance on which topic, in our words. */
export function compilePositions(ledger: Ledger): Table<PositionRow> {
  const obstacles = new Map(ledger.vocabulary.obstacles.map(({ id, label }) => [id, label]));
  const rows = ledger.sources.flatMap((source) =>
    source.positions.map(({ also = [], chain, obstacle = null, ...position }) => ({
      ...position,
      chain_inferred: relayInferred(source, { ...position, chain }),
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
    columns: columnsOf(columns),
    partedBy: ["topic", "subject"],
    rows: rows.length === 0 ? [] : named(rows, ledger)
  };
}

/** Rows with the names of what they refer to. */
function named(rows: readonly object[], ledger: Ledger): PositionRow[] {
  const { places, speakers, vocabulary } = ledger;
  const matrix = vocabulary.topics.filter((topic) => topic.matrix);
  const topics = vocabulary.topics.map((topic) => ({ ...topic, column: matrix.indexOf(topic) + 1 || null }));
  return from([...rows])
    .lookup(namesOf(speakers, { name: "speaker_name", kind: "speaker_kind" }), ["speaker", "id"])
    .lookup(namesOf(vocabulary.kinds, { label: "speaker_kind_label" }), ["speaker_kind", "id"])
    .lookup(namesOf(sourceNames(ledger), { name: "source_name" }), ["source", "id"])
    .lookup(namesOf(speakers, { name: "publisher_name" }), ["publisher", "id"])
    .lookup(namesOf(places, { name: "subject_name" }), ["subject", "id"])
    .lookup(namesOf(topics, { label: "topic_label", short: "topic_short", column: "topic_column" }), ["topic", "id"])
    .select(...Object.keys(columns))
    .objects() as PositionRow[];
}

const description =
  "Every position that a speaker or a publication takes on a topic, paraphrased, with paragraph and chain of reporting.";

const columns = {
  id: text("Stable name, `<source>.<words>`."),
  source: idIn("sources", text("The publication; see table `sources`.")),
  source_name: text("Its publisher and edition or date."),
  publisher: idIn("speakers", text("Who published it; see table `speakers`.")),
  publisher_name: text("The publisher’s name."),
  paragraph: integer("1-based count of the non-empty lines of the text.", { minimum: 1 }),
  also: integers("Other paragraphs of the same text that repeat it."),
  speaker: idIn("speakers", text("Whose position it is; see table `speakers`.")),
  speaker_name: text("The speaker’s name."),
  speaker_kind: text("The kind of voice that the speaker is."),
  speaker_kind_label: text("The kind of voice in words."),
  topic: text("The topic, from the vocabulary."),
  topic_label: text("The topic in words."),
  topic_short: text("The topic in a word, where room is short."),
  topic_column: orEmpty(integer("The topic’s place among the columns of the matrix, from 1; empty where it has none.")),
  subject: idIn("places", text("The place whose venture the stance is towards; see table `places`.")),
  subject_name: text("The subject’s name."),
  stance: oneOf<Stance>(
    stances,
    "favourable, sceptical, mixed, or describes, towards the subject, as seen through the topic."
  ),
  obstacle: orEmpty(text("What it names as standing in the way, from the vocabulary; empty where it names nothing.")),
  obstacle_label: orEmpty(text("The obstacle in words.")),
  voice: oneOf<Voice>(voices, "quoted, reported, gloss (the outlet’s addition) or authorial."),
  chain: idIn("speakers", list("Who passed it on after the speaker, ending with the publisher.")),
  chain_inferred: orEmpty(
    text("Why it is an inference that another outlet said it or passed it on; empty where the sentence names that one.")
  ),
  paraphrase: text("The position in this notebook’s words.")
};

export type PositionRow = RowOf<typeof columns>;
