import { htmlEscape as esc } from "escape-goat";
import { passagePlace } from "../charts/rows/event-teller.ts";
import { publishedText } from "../charts/words/published-text.ts";
import { groupBy } from "./group-by.ts";
import type { Notebook } from "./notebook.ts";
import { paragraphRuns } from "./paragraph-runs.ts";
import { placeText } from "./place-text.ts";

/** The publications that facts come from, each once with all its paragraphs or tables. */
export function sourceLine(factIds: readonly string[], notebook: Notebook): string {
  return citations(factIds, notebook)
    .map(({ publisher, url, rest }) => {
      const name = esc(publisher);
      return `${url === null ? name : `<a href="${esc(url)}">${name}</a>`}${esc(rest)}`;
    })
    .join("; ");
}

/** The same in plain words, for files that are read away from the page. */
export function sourceText(factIds: readonly string[], notebook: Notebook): string {
  return citations(factIds, notebook)
    .map(({ publisher, rest }) => publisher + rest)
    .join("; ");
}

interface Citation {
  publisher: string;
  url: string | null;
  /** ", 31 March 2025, ¶3": edition or date, then places. */
  rest: string;
}

function citations(factIds: readonly string[], notebook: Notebook): Citation[] {
  const places = new Map<string, Set<string>>();
  for (const id of factIds)
    for (const { source, place } of placesOf(id, notebook))
      places.set(source, (places.get(source) ?? new Set()).add(place));
  return [...places].map(([id, found]) => {
    const source = notebook.source(id);
    const paragraphs = [...found].filter(isParagraph).map((place) => Number(place.slice(1)));
    const others = folded([...found].filter((place) => place !== "" && !isParagraph(place)));
    const inOrder = others.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    const where = [...paragraphRuns(paragraphs), ...inOrder].map((place) => `, ${place}`).join("");
    return {
      publisher: source.publisher_name,
      url: source.url,
      rest: `, ${source.edition ?? publishedText(source)}${where}`
    };
  });
}

const isParagraph = (place: string): boolean => place.startsWith("¶");

/** Where a record comes from: a derived quantity from where its inputs do, an event from the passages that tell of it. */
function* placesOf(id: string, notebook: Notebook): Generator<{ source: string; place: string }> {
  const event = notebook.event(id);
  if (event) {
    for (const passage of event.passages)
      yield* notebook.fact(passage) ? placesOf(passage, notebook) : [toldAt(passage, notebook)];
    return;
  }
  const fact = notebook.fact(id);
  if (!fact) throw new Error(`there is no record "${id}"`);
  if (fact.kind === "derived") for (const input of fact.row.inputs) yield* placesOf(input, notebook);
  else
    yield { source: fact.row.source, place: fact.kind === "figure" ? placeText(fact.row) : `¶${fact.row.paragraph}` };
}

/** A passage that is no statement; in what is known second-hand a speaker stands where others have a place. */
function toldAt(passage: string, notebook: Notebook): { source: string; place: string } {
  const { source, place } = passagePlace(passage);
  const isHeard = notebook.source(source).reading === "second-hand";
  return { source, place: isHeard ? "" : placeText({ paragraph: null, place }) };
}

/** Places that begin alike are one, what they share: "p. 152, salient statistics" for any number of its lines. */
function folded(places: readonly string[]): string[] {
  const parts = places.map((place) => place.split(/(?=[,:;] )/));
  return [...groupBy(parts, ([first = ""]) => first).values()].map((alike) => alike.reduce(shared).join(""));
}

function shared(some: string[], others: string[]): string[] {
  const end = some.findIndex((part, index) => part !== others[index]);
  return end < 0 ? some : some.slice(0, end);
}
