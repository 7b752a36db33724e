import { bothSides, jointStance } from "../kit/stances.ts";
import { addressKeys } from "../page/addresses.ts";
import { Id, Part } from "../page/contract.ts";
import { readAddress, writeAddress } from "./address.ts";
import {
  columnTopics,
  type Facet,
  facets,
  none,
  readPositions,
  type ShownPosition,
  type ShownSpeaker
} from "./shown-positions.ts";

/** Where in a text a word begins with one of the terms: start and end of each match, in order. */
export function matches(text: string, terms: readonly string[]): [start: number, end: number][] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) => {
    const found = terms.filter((term) => plain(word).startsWith(term));
    return found.length === 0 ? [] : [[index, index + Math.max(...found.map(({ length }) => length))]];
  });
}

/** Whether each of the terms begins some word of the text. */
export const hasAll = (text: string, terms: readonly string[]): boolean =>
  terms.every((term) => matches(text, [term]).length > 0);

/** What a reader types, as the words to look for. */
export const termsOf = (query: string): string[] => [...query.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => plain(word));

const plain = (word: string): string => word.toLocaleLowerCase("en");

const keys = addressKeys.find;

/** What the reader looks for: words, a value for each facet, an order of the speakers; "" for any. */
export type Query = Readonly<Record<(typeof keys)[number], string>>;

type Described = Omit<ShownPosition, "item" | "speaker"> & { speaker: Pick<ShownSpeaker, "name" | "native"> };

export const emptyQuery = Object.fromEntries(keys.map((key) => [key, ""])) as Query;

/** The positions that match a query in everything. */
export function matching<Position extends Described>(positions: readonly Position[], query: Query): Position[] {
  const terms = termsOf(query.find);
  return positions.filter(
    (position) =>
      facets.every((facet) => query[facet] === "" || position[facet] === query[facet]) &&
      (terms.length === 0 || hasAll(wordsOf(position), terms))
  );
}

/** What comes nearest where nothing matches: what holds the words without the other choices, else most of them, or how they begin. */
export function nearest<Position extends Described>(positions: readonly Position[], query: Query): Position[] {
  const withWords = matching(positions, { ...emptyQuery, find: query.find });
  if (query.find !== "" && withWords.length > 0) return withWords;
  for (const part of [0.75, 0.5, 0.33]) {
    const terms = termsOf(query.find).map((term) => term.slice(0, Math.max(3, Math.ceil(term.length * part))));
    const held = positions.map((position) => ({
      position,
      count: terms.filter((term) => hasAll(wordsOf(position), [term])).length
    }));
    const most = Math.max(...held.map(({ count }) => count));
    if (most > 0) return held.filter(({ count }) => count === most).map(({ position }) => position);
  }
  return [];
}

/** All that a search looks in: the position, what it names as an obstacle, and who says it, in both scripts. */
const wordsOf = ({ paraphrase, obstacle, speaker }: Described): string =>
  [paraphrase, obstacle, speaker.name, speaker.native].join(" ");

/** How many positions a facet's values would leave if the rest of the query stands. */
export function countsOf(positions: readonly Described[], query: Query, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const position of matching(positions, { ...query, [facet]: "" }))
    counts.set(position[facet], (counts.get(position[facet]) ?? 0) + 1);
  return counts;
}

/** Whether a query leaves something out; an order alone does not. */
export const narrows = (query: Query): boolean => Boolean(query.find || facets.some((facet) => query[facet]));

type Counted = Pick<ShownPosition, "stance">;

/** How much more is said for than against. */
const favour = (said: readonly Counted[]): number => {
  const { up, down } = bothSides(said.map(({ stance }) => stance));
  return up - down;
};

/** Ways to sort the speakers, by the name that the address gives them; the table's own order has none. */
export const orders: Readonly<Record<string, { label: string; rank: (said: readonly Counted[]) => number }>> = {
  most: { label: "most positions first", rank: (said) => -said.length },
  name: { label: "by name", rank: () => 0 },
  favourable: { label: "most in favour first", rank: (said) => -favour(said) },
  sceptical: { label: "most sceptical first", rank: favour }
};

/** The speakers in an order: by rank, then by name; as they came where the order has no such name. */
export function sorted<Speaker extends Pick<ShownSpeaker, "name">>(
  speakers: ReadonlyMap<Speaker, readonly Counted[]>,
  order: string
): Speaker[] {
  const rank = orders[order]?.rank;
  const found = [...speakers];
  if (rank) found.sort(([a, saidA], [b, saidB]) => rank(saidA) - rank(saidB) || a.name.localeCompare(b.name, "en"));
  return found.map(([speaker]) => speaker);
}

const names: Readonly<Record<Facet, string>> = {
  topic: "Topic",
  stance: "Stance",
  voice: "How it is told",
  kind: "Kind of speaker",
  for: "Affiliation",
  country: "Country",
  outlet: "Kind of outlet"
};

const country = new Intl.DisplayNames("en-GB", { type: "region" });

/** The controls for a query. They show what each value would leave of the positions, and what is left now. */
export class FinderForm {
  readonly element = document.createElement("form");
  readonly #positions: readonly ShownPosition[];

  constructor(positions: readonly ShownPosition[]) {
    this.#positions = positions;
    const select = (name: string, label: string) => `<label>${label}<select name="${name}"></select></label>`;
    this.element.innerHTML = `<label>Search positions, obstacles and speakers<input type="search" name="find" autocomplete="off"></label>${facets
      .map((facet) => select(facet, names[facet]))
      .join(
        ""
      )}${select("order", "Order")}<p><output></output> <button type="reset">Reset</button> <a>Link to this view</a></p>`;
    for (const facet of facets) {
      const values = new Set(positions.map((position) => position[facet]));
      this.#control(facet).append(new Option("all", ""), ...[...values].map((value) => new Option(value, value)));
    }
    this.#control("order").append(
      new Option("by kind of voice", ""),
      ...Object.entries(orders).map(([name, { label }]) => new Option(label, name))
    );
  }

  /** What the controls say. */
  get query(): Query {
    const data = new FormData(this.element);
    return Object.fromEntries(keys.map((key) => [key, String(data.get(key) ?? "")])) as Query;
  }

  /** Sets the controls; a value that a control does not have becomes "any". */
  set query(query: Query) {
    for (const key of keys) {
      const control = this.#control(key);
      control.value = query[key];
      if (control.selectedIndex === -1) control.value = "";
    }
  }

  /** Writes what is left, and what each value would leave. */
  showCounts(found: readonly ShownPosition[], near: readonly ShownPosition[]): void {
    const { query } = this;
    for (const facet of facets) {
      const counts = countsOf(this.#positions, query, facet);
      for (const option of this.#control(facet).options)
        if (option.value) option.text = `${label(facet, option.value)} (${counts.get(option.value) ?? 0})`;
    }
    const speakers = (positions: readonly ShownPosition[]) => new Set(positions.map(({ speaker }) => speaker)).size;
    const output = this.element.querySelector("output");
    if (output)
      output.textContent =
        found.length === 0
          ? `No position fits all of this. ${near.length > 0 ? `What comes nearest is shown, ${near.length} of ${this.#positions.length}.` : "Take something back, or reset."}`
          : `${found.length} of ${this.#positions.length} positions, by ${speakers(found)} of ${speakers(this.#positions)} speakers.`;
    this.element.querySelector("a")?.setAttribute("href", location.search || location.pathname);
  }

  #control(name: string): HTMLSelectElement {
    return this.element.elements.namedItem(name) as HTMLSelectElement;
  }
}

function label(facet: Facet, value: string): string {
  if (value === none) return "none given";
  return facet === "country" ? (country.of(value) ?? value) : value;
}

/** Writes a text into an element with the words marked that begin with a term. */
export function markWords(element: Element, text: string, terms: readonly string[]): void {
  let from = 0;
  const parts: (string | Element)[] = [];
  for (const [start, end] of matches(text, terms)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(from, start), mark);
    from = end;
  }
  element.replaceChildren(...parts, text.slice(from));
}

/** Makes the table follow a query: rows, ticks, tally, order and marked words are those of the positions that match it. */
export function tableView(
  table: HTMLTableElement,
  positions: readonly ShownPosition[]
): (found: readonly ShownPosition[], query: Query) => void {
  const topics = columnTopics(table);
  const built = [...table.tBodies];
  const all = bySpeaker(positions);
  let openedHere = new Set<HTMLDetailsElement>();

  return (found, query) => {
    const speakers = bySpeaker(found);
    const shown = new Set(found);
    const terms = termsOf(query.find);
    for (const position of positions) {
      position.item.hidden = !shown.has(position);
      for (const words of position.item.querySelectorAll("p"))
        if (terms.length > 0 || words.querySelector("mark")) markWords(words, words.textContent ?? "", terms);
    }
    for (const [speaker, own] of all) {
      const { body } = speaker;
      const said = speakers.get(speaker) ?? [];
      body.hidden = said.length === 0;
      for (const list of body.querySelectorAll("ul")) {
        const isEmpty = !list.querySelector("li:not([hidden])");
        list.hidden = isEmpty;
        (list.previousElementSibling as HTMLElement).hidden = isEmpty;
      }
      topics.forEach((topic, column) => {
        writeTick(body.querySelectorAll<HTMLElement>("tr:first-child > [data-short]")[column], stancesOn(topic, said));
      });
      const count = body.querySelector("summary span");
      if (count) count.textContent = countText(said.length, own.length);
    }
    const tally = table.querySelectorAll<HTMLElement>(`.${Part.tally} td`);
    topics.forEach((topic, column) => {
      writeTally(tally[column], stancesOn(topic, found));
    });
    order(query.order, speakers);
    openedHere = openMatching(narrows(query) ? speakers.keys() : [], openedHere);
  };

  function order(name: string, speakers: ReadonlyMap<ShownSpeaker, readonly ShownPosition[]>): void {
    const isSorted = Boolean(orders[name]);
    table.append(...built);
    if (isSorted) table.append(...sorted(speakers, name).map(({ body }) => body));
    let group: HTMLElement | undefined;
    for (const body of built)
      if (body.matches(`.${Part.speakerGroup}`)) {
        group = body;
        group.hidden = true;
      } else if (group && !body.hidden && !isSorted) group.hidden = false;
  }
}

function bySpeaker(positions: readonly ShownPosition[]): Map<ShownSpeaker, ShownPosition[]> {
  const found = new Map<ShownSpeaker, ShownPosition[]>();
  for (const position of positions) found.set(position.speaker, [...(found.get(position.speaker) ?? []), position]);
  return found;
}

const stancesOn = (topic: string, positions: readonly ShownPosition[]) =>
  positions.filter((position) => position.topic === topic).map(({ stance }) => stance);

function writeTick(cell: HTMLElement | undefined, stances: ShownPosition["stance"][]): void {
  if (!cell) return;
  const word = stances.length > 0 ? jointStance(stances) : "";
  if (cell.className === word) return;
  cell.className = word;
  const name = document.createElement("span");
  name.className = "vh";
  name.textContent = `${word} `;
  cell.replaceChildren(...(word ? [name] : []));
}

function writeTally(cell: HTMLElement | undefined, stances: ShownPosition["stance"][]): void {
  const counts = Object.entries(bothSides(stances));
  counts.forEach(([side, count], place) => {
    cell?.style.setProperty(`--${side}`, String(count));
    const number = cell?.children[place]?.firstChild;
    if (number) number.textContent = String(count);
  });
}

function countText(some: number, all: number): string {
  const positions = all === 1 ? "position" : "positions";
  return some === all ? `${all} ${positions}` : `${some} of ${all} ${positions}`;
}

/** Opens the rows of these speakers, and closes those that it opened before and nobody looks for any more. */
function openMatching(
  speakers: Iterable<ShownSpeaker>,
  before: ReadonlySet<HTMLDetailsElement>
): Set<HTMLDetailsElement> {
  const now = new Set<HTMLDetailsElement>();
  for (const { body } of speakers) {
    const details = body.querySelector("details");
    if (!details || (details.open && !before.has(details))) continue;
    details.open = true;
    now.add(details);
  }
  for (const details of before) if (!now.has(details)) details.open = false;
  return now;
}

/** Filters, sorts and searches the table of positions; the address keeps what the reader asked for. */
export function wakeFinder(tool: HTMLElement): void {
  const table = document.getElementById(Id.speakers) as HTMLTableElement;
  const positions = readPositions(table);
  const form = new FinderForm(positions);
  const show = tableView(table, positions);

  let shown = emptyQuery;

  const update = (): void => {
    shown = form.query;
    const found = matching(positions, shown);
    const near = found.length > 0 ? [] : nearest(positions, shown);
    show([...found, ...near], shown);
    form.showCounts(found, near);
  };
  const follow = (step: boolean): void => {
    writeAddress(form.query, { step });
    update();
  };

  form.element.addEventListener("input", ({ target }) => {
    const isTyping = (target as HTMLInputElement).type === "search";
    // Letters of one search are one step; beginning and clearing it are steps of their own.
    follow(!isTyping || form.query.find === "" || shown.find === "");
  });
  form.element.addEventListener("submit", (event) => event.preventDefault());
  form.element.addEventListener("reset", (event) => {
    event.preventDefault();
    form.query = emptyQuery;
    follow(true);
  });
  addEventListener("popstate", () => {
    const query = readAddress(keys);
    if (keys.every((key) => query[key] === shown[key])) return;
    form.query = query;
    update();
  });
  // A link to a position that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(`#${Id.speakers} [hidden]`)) return;
    form.query = emptyQuery;
    follow(false);
    const row = target.closest("details");
    if (row) row.open = true;
    target.scrollIntoView();
  });
  tool.append(form.element);
  form.query = readAddress(keys);
  update();
}
