import { htmlEscape as esc } from "escape-goat";
import { passagePlace } from "../kit/attribution.ts";
import { publishedText } from "../words/words.ts";
import type { Notebook } from "./notebook.ts";
import { groupBy, paragraphRuns, placeText } from "./sources.ts";

/** The publications that facts come from, each once with all its paragraphs or tables; then whose statements were heard. */
export function sourceLine(factIds: readonly string[], notebook: Notebook): string {
  return [
    ...citations(factIds, notebook).map((one) => `${linkedName(one)}${esc(one.rest)}`),
    ...heardIn(factIds, notebook).map((one) => `${linkedName(one)}${esc(one.rest)}, seen second-hand`)
  ].join("; ");
}

const linkedName = ({ publisher, url }: Citation): string =>
  url === null ? esc(publisher) : `<a href="${esc(url)}">${esc(publisher)}</a>`;

/** Who published them alone, each once, linked where that is one page. */
export function sourceNames(factIds: readonly string[], notebook: Notebook): string {
  const urls = new Map<string, Set<string | null>>();
  for (const { publisher, url } of citations(factIds, notebook))
    urls.set(publisher, (urls.get(publisher) ?? new Set()).add(url));
  const heard = new Set(heardIn(factIds, notebook).map(({ publisher }) => publisher));
  const heardAlone = [...heard].filter((publisher) => !urls.has(publisher)).map((publisher) => esc(publisher));
  return [
    ...[...urls].map(([publisher, [url = null, ...others]]) => {
      const name = linkedName({ publisher, url: others.length > 0 ? null : url, rest: "" });
      return heard.has(publisher) ? `${name}, in part seen second-hand` : name;
    }),
    ...(heardAlone.length === 0 ? [] : [`seen second-hand: ${heardAlone.join(", ")}`])
  ].join("; ");
}

/** The same in plain words, for files that are read away from the page. */
export function sourceText(factIds: readonly string[], notebook: Notebook): string {
  return [
    ...citations(factIds, notebook).map(({ publisher, rest }) => publisher + rest),
    ...heardIn(factIds, notebook).map(({ publisher, rest }) => `${publisher}${rest}, seen second-hand`)
  ].join("; ");
}

/** The sources that facts come from, by their ids. */
export const sourcesOf = (factIds: readonly string[], notebook: Notebook): ReadonlySet<string> =>
  new Set(factIds.flatMap((id) => [...placesOf(id, notebook)].map(({ source }) => source)));

interface Citation {
  publisher: string;
  url: string | null;
  /** ", 31 March 2025, ¶3": edition or date, then places. */
  rest: string;
}

function citations(factIds: readonly string[], notebook: Notebook): Citation[] {
  const places = new Map<string, Set<string>>();
  for (const id of factIds)
    for (const { source, place, heard } of placesOf(id, notebook))
      if (!heard) places.set(source, (places.get(source) ?? new Set()).add(place));
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

/** Whose statements facts come from that are only known from pages of others, each once with the outlet that passes it on. */
function heardIn(factIds: readonly string[], notebook: Notebook): Citation[] {
  const found = factIds.flatMap((id) => [...placesOf(id, notebook)].flatMap(({ heard }) => heard ?? []));
  return [...new Map(found.map((one) => [`${one.publisher}${one.rest}`, one])).values()];
}

const isParagraph = (place: string): boolean => place.startsWith("¶");

/** A place in a source; in a collection of what was heard, whose statement it is. */
interface Place {
  source: string;
  place: string;
  heard?: Citation;
}

/** Where a record comes from: a derived quantity from where its inputs do, an event from the passages that tell of it. */
function* placesOf(id: string, notebook: Notebook): Generator<Place> {
  const event = notebook.event(id);
  if (event) {
    for (const passage of event.passages)
      yield* notebook.fact(passage) ? placesOf(passage, notebook) : [toldAt(passage, notebook)];
    return;
  }
  const fact = notebook.fact(id);
  if (!fact) throw new Error(`there is no record "${id}"`);
  if (fact.kind === "derived") for (const input of fact.row.inputs) yield* placesOf(input, notebook);
  else if (fact.kind === "figure" && isCollection(fact.row.source, notebook)) {
    const { source, speaker, speaker_name, chain, publisher, url } = fact.row;
    const through = chain.filter((relay) => relay !== publisher && relay !== speaker);
    const rest = through.map((relay) => `, in ${notebook.speaker(relay).name}`);
    yield { source, place: "", heard: { publisher: speaker_name, url: url === "" ? null : url, rest: rest.join("") } };
  } else
    yield { source: fact.row.source, place: fact.kind === "figure" ? placeText(fact.row) : `¶${fact.row.paragraph}` };
}

/** Whether a source is no publication: statements that others pass on, kept together by this notebook. */
export function isCollection(id: string, notebook: Notebook): boolean {
  const { reading, url } = notebook.source(id);
  return reading === "second-hand" && url === null;
}

/** A passage that is no statement; in what is known second-hand a speaker stands where others have a place. */
function toldAt(passage: string, notebook: Notebook): Place {
  const { source, place } = passagePlace(passage);
  if (isCollection(source, notebook)) return { source, place: "", heard: { publisher: place, url: null, rest: "" } };
  return { source, place: placeText({ paragraph: null, place }) };
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
