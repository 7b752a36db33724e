import { htmlEscape as esc } from "escape-goat";
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

/** What is cited of a publication. */
interface Cited {
  paragraphs: Set<number>;
  places: Set<string>;
}

function citations(factIds: readonly string[], notebook: Notebook): Citation[] {
  const cited = new Map<string, Cited>();
  const visit = (id: string): void => {
    const fact = notebook.fact(id);
    if (!fact) throw new Error(`there is no record "${id}"`);
    if (fact.kind === "derived") for (const input of fact.row.inputs) visit(input);
    else {
      const { source, paragraph } = fact.row;
      const of = cited.get(source) ?? { paragraphs: new Set(), places: new Set() };
      cited.set(source, of);
      if (paragraph !== null) of.paragraphs.add(paragraph);
      else if (fact.kind === "figure") of.places.add(placeText(fact.row));
    }
  };
  for (const id of factIds) visit(id);
  return [...cited].map(([id, { paragraphs, places }]) => {
    const source = notebook.source(id);
    const inOrder = folded([...places].filter(Boolean)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    const where = [...paragraphRuns([...paragraphs]), ...inOrder].map((place) => `, ${place}`).join("");
    return {
      publisher: source.publisher_name,
      url: source.url,
      rest: `, ${source.edition ?? publishedText(source)}${where}`
    };
  });
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
