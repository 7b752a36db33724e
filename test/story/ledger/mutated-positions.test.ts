import { resolve } from "node:path";
import { expect, test } from "vitest";
import { inspect } from "../../../src/notebook/build/check-notebook.ts";
import { readOptions } from "../../../src/notebook/build/project.ts";
import { composedPages, stateOf } from "../../../src/notebook/build/reader-state.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { compareStates } from "../../../src/notebook/compare/difference.ts";
import type { ReaderState } from "../../../src/notebook/compare/state.ts";
import { elementId } from "../../../src/notebook/kit/figure.ts";
import { checks } from "../../../src/notebook/ledger/check-ledger.ts";
import type { Check } from "../../../src/notebook/ledger/checks/violation.ts";
import type { ParsedLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { type Position, type Source, stances, voices } from "../../../src/notebook/ledger/schema.ts";
import { realParsedLedger } from "../../real-ledger.ts";

// A slip in one field of a position, while the others stay as they are: either a check finds it, or the difference shows it at
// the position. What the checks let pass slips in all positions at once, since each has an entry that shows no other.

const root = resolve(".");
const [options, story] = await Promise.all([readOptions(root), readStory(root)]);
const parsed = realParsedLedger();
const { places, speakers, vocabulary } = parsed.ledger;

/** Of a list, the one after this; the first where it has none. */
const after = <One>(list: readonly One[], one: One | undefined): One =>
  list[(list.indexOf(one as One) + 1) % list.length] as One;
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

const slips: Readonly<Record<string, (position: Position) => Position>> = {
  "another stance": (position) => ({ ...position, stance: after(stances, position.stance) }),
  "another kind of voice": (position) => ({ ...position, voice: after(voices, position.voice) }),
  "another speaker": (position) => ({ ...position, speaker: after(ids(speakers), position.speaker) }),
  "another topic": (position) => ({ ...position, topic: after(ids(vocabulary.topics), position.topic) }),
  "another subject": (position) => ({ ...position, subject: after(ids(places), position.subject) }),
  "another obstacle": (position) => ({ ...position, obstacle: after(ids(vocabulary.obstacles), position.obstacle) }),
  "no obstacle": ({ obstacle: _, ...position }) => position,
  "another paragraph": (position) => ({ ...position, paragraph: position.paragraph + 1 }),
  "somebody else who passed it on": (position) => ({
    ...position,
    chain: [after(ids(speakers), position.chain[0]), ...position.chain.slice(1)]
  }),
  "the speaker as the one who passed it on": (position) => ({
    ...position,
    chain: [position.speaker, ...position.chain.slice(1)]
  })
};

/** Whether a check finds fault with a position in the place of the true one. */
function isCaught(position: Position, source: Source): boolean {
  const ledger = { ...parsed.ledger, sources: [{ ...source, figures: [], positions: [position] }] };
  return ofOnePosition.some((check) =>
    (checks[check] as Check)(ledger, parsed.unread).some(({ record }) => record === position)
  );
}

/** The checks that look at a position for itself. */
const ofOnePosition = [
  "passage-can-be-found",
  "voice-fits-its-speaker",
  "relay-is-named",
  "chain-names-others"
] as const;

/** The ledger with other positions. */
function withPositions(change: (position: Position, source: Source) => Position): ParsedLedger {
  const locations = new Map(parsed.locations);
  const sources = parsed.ledger.sources.map((source) => ({
    ...source,
    positions: source.positions.map((position) => {
      const other = change(position, source);
      const location = locations.get(position);
      if (location) locations.set(other, location);
      return other;
    })
  }));
  return { ...parsed, locations, ledger: { ...parsed.ledger, sources } };
}

/** What readers have of it on the pages where positions stand one by one. */
async function stateWith(ledger: ParsedLedger): Promise<ReaderState> {
  const inspected = inspect(root, options, story, { parsed: ledger });
  expect(inspected.gaps.map(({ message }) => message)).toEqual([]);
  const { site, tables } = inspected.notebook;
  const paths = [
    ...site.pages.filter(({ blocks }) => blocks.has("speakers")).map(({ path }) => path),
    ...tables.sources.rows.map(({ id }) => site.sourcePath(id))
  ];
  const bodies = await composedPages(root, inspected, (path) => paths.includes(path));
  return stateOf(inspected, { shell: "", bodies, cards: [], downloads: [] });
}

const before = await stateWith(parsed);
const all = parsed.ledger.sources.flatMap((source) => source.positions.map((position) => ({ source, position })));

test("no position as it stands is at fault", () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(({ position, source }) => isCaught(position, source))).toEqual([]);
});

test.each(Object.entries(slips))("a position with %s is caught or shown", async (_name, slip) => {
  const isOther = (position: Position): boolean => JSON.stringify(slip(position)) !== JSON.stringify(position);
  const tried = all.filter(({ position }) => isOther(position));
  const caught = tried.filter(({ position, source }) => isCaught(slip(position), source));
  const left = tried.filter((one) => !caught.includes(one)).map(({ position }) => position);
  const state = await stateWith(withPositions((position) => (left.includes(position) ? slip(position) : position)));
  const shownAt = new Set(compareStates(before, state).pages.flatMap(({ changes }) => changes.map(({ at }) => at)));
  const slipped = left.filter(({ id }) => !shownAt.has(id) && !shownAt.has(elementId(id)));
  expect(tried.length).toBeGreaterThan(15);
  expect(ids(slipped)).toEqual([]);
});
