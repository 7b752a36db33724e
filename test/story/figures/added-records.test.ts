import { describe, expect, test } from "vitest";
import { triedDrawings } from "../../../src/notebook/build/drawing-faults.ts";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import type { Ledger, Quantity, Source, Speaker } from "../../../src/notebook/ledger/schema.ts";
import { makeNotebook, type Notebook } from "../../../src/notebook/page/notebook.ts";
import { realLedger } from "../../real-ledger.ts";
import { site, story } from "../../story.ts";

/**
 * Whoever adds a record that any article could hold finds it drawn, or is told in one message of the figure what does not fit
 * it. A figure that only breaks cannot be forked.
 */

const ledger = realLedger();
const [text] = ledger.sources.filter(({ reading }) => reading === "text") as [Source];

const person = ledger.speakers.find(({ type }) => type === "person") as Speaker;
const outlet: Speaker = {
  ...person,
  id: "courier-outlet",
  name: "The Courier",
  type: "publication",
  affiliation: undefined
};
const official: Speaker = { ...person, id: "an-official", name: "Ann Official", kind: "official", country: "RU" };
const expert: Speaker = {
  ...person,
  id: "an-expert",
  name: "Al Expert",
  kind: "expert",
  country: null,
  affiliation: undefined
};

const courier = (parts: Partial<Source>): Ledger => ({
  ...ledger,
  speakers: [...ledger.speakers, outlet, official, expert],
  sources: [
    ...ledger.sources,
    {
      ...text,
      ...{ id: "courier", title: "What it says", publisher: outlet.id, author_speaker: outlet.id },
      ...{ figures: [], positions: [], left_out: [], corrections: [], duplicates: [], relay: undefined },
      ...parts
    }
  ]
});

/** The largest number that the ledger has of each quantity, as the new article could hold it. */
const largest = [
  ...ledger.sources
    .flatMap((source) => source.figures)
    .reduce((kinds, figure) => {
      const kind = `${figure.metric} ${figure.subject} ${figure.material}`;
      const known = kinds.get(kind);
      return figure.value === undefined || (known && amountOf(known) >= amountOf(figure))
        ? kinds
        : kinds.set(kind, figure);
    }, new Map<string, Quantity>())
    .values()
];

function amountOf({ value = 0, unit }: Quantity): number {
  return value * (ledger.vocabulary.units.find(({ id }) => id === unit)?.factor ?? 1);
}

/** A record of each quantity, beside those that the ledger has. */
const figuresOf = (change: (value: number) => Partial<Quantity>): Ledger =>
  courier({
    figures: largest.map(({ low, value = 0, high, ...figure }, place) => ({
      ...figure,
      ...{ id: `courier.new-${place}`, paragraph: place + 1, place: null, series: null, marks: [], chain: [] },
      ...{
        reading: "text",
        basis: "not-stated",
        comparator: "=",
        speaker: expert.id,
        voice: "reported",
        status: "stated"
      },
      ...change(value)
    }))
  });

const { topics, obstacles } = ledger.vocabulary;

/** A voice on each topic, with each stance and obstacle, on this place and on another. */
const positions = courier({
  positions: topics.flatMap(({ id: topic }, place) =>
    ["russia", "china"].map((subject, other): Source["positions"][number] => ({
      id: `courier.voice-${place}-${other}`,
      ...{ paragraph: place + 1, speaker: place % 2 === 0 ? expert.id : outlet.id, chain: [], topic, subject },
      stance: (["favourable", "sceptical", "mixed", "describes"] as const)[(place + other) % 4] ?? "mixed",
      obstacle: obstacles[place % obstacles.length]?.id,
      ...{ voice: "reported", paraphrase: "Says so.", said: null, said_inferred: null }
    }))
  )
});

/** Something that happens on each topic, long after all else. */
const events: Ledger = {
  ...ledger,
  events: [
    ...ledger.events,
    ...topics.map(({ id: topic }, place) => ({
      ...(ledger.events[0] as Ledger["events"][number]),
      ...{ id: `later-${place}`, date: place % 2 === 0 ? "2027-03" : "2028", topic, speakers: [], places: [] },
      precision: place % 2 === 0 ? ("month" as const) : ("year" as const)
    }))
  ]
};

/** The next edition of each release that comes in editions, with all years one later. */
const editions: Ledger = {
  ...ledger,
  sources: [
    ...ledger.sources,
    ...ledger.sources
      .filter(({ edition_of, id }) => edition_of && !ledger.sources.some(({ supersedes }) => supersedes === id))
      .map((source): Source => {
        const id = `${source.edition_of}-2031`;
        const later = (words: string) =>
          words.replaceAll(source.id, id).replace(/\d{4}$/, (year) => String(Number(year) + 1));
        return {
          ...source,
          ...{ id, supersedes: source.id, corrections: [], positions: [], edition_short: "2031" },
          figures: source.figures.map((figure) => ({
            ...figure,
            id: later(figure.id),
            series: figure.series?.replace(source.id, id) ?? null,
            period: figure.period && later(figure.period)
          }))
        };
      })
  ]
};

const notebookOf = (other: Ledger): Notebook => makeNotebook(other, story, site);

const added: [what: string, ledger: Ledger][] = [
  ["a larger number by an official", figuresOf((value) => ({ value: value * 1.12, speaker: official.id }))],
  ["a much smaller one", figuresOf((value) => ({ value: value * 0.4 }))],
  ["an interval", figuresOf((value) => ({ low: value * 0.9, high: value * 1.3, period: null }))],
  ["a limit from above", figuresOf((value) => ({ high: value * 1.3, comparator: "<=", speaker: outlet.id }))],
  ["a limit from below", figuresOf((value) => ({ low: value * 1.1, comparator: ">" }))],
  ["a word in place of a number", figuresOf(() => ({ comparator: "unquantified", printed: "a lot of it" }))],
  ["a plan", figuresOf((value) => ({ value: value * 2, status: "target", period: "2040", speaker: official.id }))],
  ["voices", positions],
  ["events", events],
  ["editions", editions]
];

describe.each(added)("of %s", (_, other) => {
  const drawings = triedDrawings(".", notebookOf(other), pictureTokens());
  test.each(drawings.map(({ name, faults }) => [name, faults] as const))(
    "%s tells, in a drawing or in one message",
    (name, faultsOf) => {
      const faults = faultsOf();
      expect(faults.length).toBeLessThan(2);
      for (const { message } of faults) expect(message).toMatch(new RegExp(`^(?:figure|the model) "${name}"`));
    }
  );
});
