import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Inspected } from "../src/notebook/build/check-notebook.ts";
import { speakersByTopic } from "../src/notebook/page/positions.ts";
import { copyOf, lines, linesOf, notebookAt } from "./notebook/build/next-edition.ts";

/** An article on Greenland, made up: positions on topics and obstacles that are counted, and no number. */
const article = (subject: string): string => `source:
  id: harbour-letter
  title: Rock and Ice (an invented article of an invented letter)
  publisher: harbour-letter-outlet
  kind: independent
  language: en
  published: { date: "2026-05", precision: month, qualifier: exact }
figures: []
positions:
  - id: harbour-letter.rich
    paragraph: 1
    speaker: aluk-moller
    topic: reserves
    subject: ${subject}
    stance: favourable
    voice: quoted
    paraphrase: Holds the deposits for rich.
  - id: harbour-letter.no-plants
    paragraph: 2
    speaker: aluk-moller
    topic: refining
    subject: ${subject}
    stance: sceptical
    obstacle: plants
    voice: quoted
    paraphrase: Misses the works that would refine the ore.
  - id: harbour-letter.costly
    paragraph: 3
    speaker: harbour-letter-outlet
    topic: cost
    subject: ${subject}
    stance: sceptical
    obstacle: cost
    voice: authorial
    paraphrase: Doubts that it would pay.
left_out: []
`;

/** What every figure says, its rows with it, and every sentence of the pages. */
const findings = ({ notebook }: Inspected): unknown[] =>
  notebook.figures.map((figure) => {
    const rows = figure.select(notebook.tables);
    return [figure.name, figure.words(rows), rows];
  });

test("a voice on another place changes no finding; on the story's own it would", async () => {
  const root = copyOf(".");
  const look = await notebookAt(".", root);
  const [before, sentences] = [findings(look()), lines(look())];
  const speakers = join(root, "data/ledger/speakers.yaml");
  writeFileSync(
    speakers,
    `${readFileSync(speakers, "utf8")}  - { id: aluk-moller, name: Aluk Møller, type: person, kind: expert, role: geologist, country: GL }
  - { id: harbour-letter-outlet, name: The Harbour Letter, type: publication, kind: independent }
`
  );
  const add = (subject: string) => writeFileSync(join(root, "data/ledger/harbour-letter.yaml"), article(subject));

  add("greenland");
  const after = look();
  expect(linesOf(after)).toEqual([]);
  expect(findings(after)).toEqual(before);
  // Only how many publications there are has changed.
  const moved = lines(after).filter((line, place) => line !== sentences[place]);
  expect(moved.length).toBeGreaterThan(5);
  expect(moved.filter((line) => !/\bsix\b/i.test(line))).toEqual([]);
  const table = speakersByTopic(after.notebook, "russia");
  expect(table).toContain("not counted here, on Greenland");
  expect(table).toContain("(on Greenland, not counted)");

  add("yakutia");
  const changed = findings(look()).filter(
    (finding, place) => JSON.stringify(finding) !== JSON.stringify(before[place])
  );
  expect(changed.map((finding) => (finding as [string])[0])).toEqual([
    "obstacles-by-voice",
    "stance-by-topic",
    "who-quotes-whom"
  ]);
});
