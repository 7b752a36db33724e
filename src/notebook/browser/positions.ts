import { bothSides, jointStance } from "../kit/rows.ts";
import type { Stance } from "../ledger/schema.ts";

/** The values that the address holds for these keys; "" for a key that it does not have. */
export function readAddress<Key extends string>(keys: readonly Key[]): Record<Key, string> {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(keys.map((key) => [key, query.get(key) ?? ""])) as Record<Key, string>;
}

/**
 * Puts values into the address, beside what others keep there. Each is a step that Back undoes, unless it belongs to the
 * step before, as the letters of one word do.
 */
export function writeAddress(values: Readonly<Record<string, string>>, { step }: { step: boolean }): void {
  const address = new URL(location.href);
  for (const [key, value] of Object.entries(values))
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  // A new view is not the place that an older address led to.
  if (step) address.hash = "";
  if (address.search === location.search) return;
  history[step ? "pushState" : "replaceState"](history.state, "", address);
}

/** What a reader can ask of a position, apart from its words. */
export const facets = ["topic", "stance", "voice", "kind", "for", "country", "outlet"] as const;
export type Facet = (typeof facets)[number];

/** The value of a facet that the publications leave open. */
export const none = "none";

/** A position as the page holds it. */
export interface ShownPosition extends Record<Facet, string> {
  item: HTMLElement;
  speaker: ShownSpeaker;
  stance: Stance;
  paraphrase: string;
}

/** A speaker's part of the table. */
export interface ShownSpeaker {
  id: string;
  name: string;
  body: HTMLElement;
}

/** The positions of the table, in its order: the page is the data, and nothing is fetched that it holds already. */
export function readPositions(table: ParentNode): ShownPosition[] {
  return [...table.querySelectorAll<HTMLElement>(".speaker[id]")].flatMap((body) => {
    const speaker = { id: body.id.replace("speaker-", ""), name: text(body, "th span"), body };
    return [...body.querySelectorAll<HTMLElement>("li")].map((item) => ({
      item,
      speaker,
      topic: text(item, "b"),
      stance: item.className as Stance,
      voice: /^\w+/.exec(text(item, "small"))?.[0] ?? none,
      kind: body.dataset.kind || none,
      for: body.dataset.for || none,
      country: body.dataset.country || none,
      outlet: item.closest("ul")?.dataset.outlet || none,
      paraphrase: text(item, "p")
    }));
  });
}

const text = (element: Element, selector: string): string => element.querySelector(selector)?.textContent ?? "";

/** Two speakers' positions side by side, a row for each topic that one of them speaks on, in the order of the page. */
export function comparisonTable(
  left: readonly ShownPosition[],
  right: readonly ShownPosition[],
  topics: readonly string[]
): HTMLTableElement {
  const sides = [left, right];
  const table = document.createElement("table");
  table.className = "comparison";
  table.createCaption().textContent = "The two speakers by topic";
  table.caption?.classList.add("vh");
  const head = table.createTHead().insertRow();
  head.append(headCell("col", "Topic"), ...sides.map(([first]) => headCell("col", first?.speaker.name ?? "")));
  const body = table.createTBody();
  for (const topic of topics) {
    const said = sides.map((side) => side.filter((position) => position.topic === topic));
    if (said.every(({ length }) => length === 0)) continue;
    const row = body.insertRow();
    row.append(headCell("row", topic));
    said.forEach((positions, side) => {
      const cell = row.insertCell();
      cell.dataset.speaker = sides[side]?.[0]?.speaker.name ?? "";
      cell.append(positions.length > 0 ? list(positions) : "says nothing on it");
    });
  }
  return table;
}

function headCell(scope: string, text: string): HTMLTableCellElement {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

/** The positions as they stand in the large table, with the publication that its list is headed by. */
function list(positions: readonly ShownPosition[]): HTMLUListElement {
  const made = document.createElement("ul");
  for (const { item, paraphrase } of positions) {
    const copy = item.cloneNode(true) as HTMLElement;
    copy.removeAttribute("id");
    copy.hidden = false;
    copy.querySelector("b")?.remove();
    const words = copy.querySelector("p");
    if (words) words.textContent = paraphrase;
    const outlet = item.closest("ul")?.previousElementSibling?.querySelector("a")?.cloneNode(true);
    if (outlet) copy.querySelector("small")?.append(" in ", outlet);
    made.append(copy);
  }
  return made;
}

type Said = Pick<ShownPosition, "topic" | "stance">;

/** What two speakers have in common, in a sentence or two: the topics of both, in the order of `topics`, and on which of them they part. */
export function sharedTopics(left: readonly Said[], right: readonly Said[], topics: readonly string[]): string {
  const shared = topics.filter((topic) => [left, right].every((side) => side.some((said) => said.topic === topic)));
  if (shared.length === 0) return "They speak on no topic in common.";
  const isSame = (topic: string): boolean => stanceOn(topic, left) === stanceOn(topic, right);
  const same = shared.filter(isSame);
  const apart = shared.filter((topic) => !isSame(topic));
  return [
    same.length > 0 ? `Same stance: ${same.join(", ")}.` : "",
    apart.length > 0 ? `Different stance: ${apart.join(", ")}.` : ""
  ]
    .filter(Boolean)
    .join(" ");
}

const stanceOn = (topic: string, said: readonly Said[]) =>
  jointStance(said.filter((position) => position.topic === topic).map(({ stance }) => stance));

const keysOfComparison = ["compare", "with"] as const;

/** Sets two speakers side by side, topic by topic; the address keeps which two. */
export function wakeComparison(tool: HTMLElement): void {
  const positions = readPositions(document);
  const speakers = new Map(positions.map(({ speaker }) => [speaker.id, speaker.name]));
  const columns = [...document.querySelectorAll("#speakers thead [scope]")].map((head) => head.textContent ?? "");
  const topics = [...new Set([...columns, ...positions.map(({ topic }) => topic)])];
  const form = document.createElement("form");
  form.innerHTML = `<label>One speaker<select name="compare"></select></label><label>Another<select name="with"></select></label><p><output></output></p>`;
  const control = (key: string) => form.elements.namedItem(key) as HTMLSelectElement;
  for (const key of keysOfComparison)
    control(key).append(new Option("choose", ""), ...[...speakers].map(([id, name]) => new Option(name, id)));

  const update = (): void => {
    tool.querySelector("table")?.remove();
    const [left = [], right = []] = keysOfComparison.map((key) =>
      positions.filter(({ speaker }) => speaker.id === control(key).value)
    );
    const isPair = left.length > 0 && right.length > 0 && left[0]?.speaker.id !== right[0]?.speaker.id;
    const output = form.querySelector("output");
    if (output) output.textContent = isPair ? sharedTopics(left, right, topics) : "Choose two different speakers.";
    if (isPair) tool.append(comparisonTable(left, right, topics));
  };
  const read = (): void => {
    const chosen = readAddress(keysOfComparison);
    for (const key of keysOfComparison) control(key).value = speakers.has(chosen[key]) ? chosen[key] : "";
    update();
  };

  form.addEventListener("input", () => {
    writeAddress(Object.fromEntries(keysOfComparison.map((key) => [key, control(key).value])), { step: true });
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  tool.append(form);
  read();
}

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

/** What the reader asks for: a value for each facet, or "" for any; words to find; an order of the speakers. */
export type Wish = Record<Facet | "find" | "order", string>;

type Asked = Omit<ShownPosition, "item" | "speaker">;

export const anything: Wish = {
  find: "",
  topic: "",
  stance: "",
  voice: "",
  kind: "",
  for: "",
  country: "",
  outlet: "",
  order: ""
};

/** The positions that fit a wish in everything. */
export function fitting<Position extends Asked>(positions: readonly Position[], wish: Wish): Position[] {
  const terms = termsOf(wish.find);
  return positions.filter(
    (position) =>
      facets.every((facet) => wish[facet] === "" || position[facet] === wish[facet]) &&
      hasAll(position.paraphrase, terms)
  );
}

/** How many positions a facet's values would leave if the rest of the wish stands. */
export function countsOf(positions: readonly Asked[], wish: Wish, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const position of fitting(positions, { ...wish, [facet]: "" }))
    counts.set(position[facet], (counts.get(position[facet]) ?? 0) + 1);
  return counts;
}

/** Whether a wish leaves something out; an order alone does not. */
export const narrows = (wish: Wish): boolean => Boolean(wish.find || facets.some((facet) => wish[facet]));

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

/** The controls for a wish. They show what each value would leave of the positions, and what is left now. */
export class FinderForm {
  readonly element = document.createElement("form");
  readonly #positions: readonly ShownPosition[];

  constructor(positions: readonly ShownPosition[]) {
    this.#positions = positions;
    const select = (name: string, label: string) => `<label>${label}<select name="${name}"></select></label>`;
    this.element.innerHTML = `<label>Search the paraphrases<input type="search" name="find" autocomplete="off"></label>${facets
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
  get wish(): Wish {
    const data = new FormData(this.element);
    return Object.fromEntries(Object.keys(anything).map((key) => [key, String(data.get(key) ?? "")])) as Wish;
  }

  /** Sets the controls; a value that a control does not have becomes "any". */
  set wish(wish: Wish) {
    for (const key of Object.keys(anything) as (keyof Wish)[]) {
      const control = this.#control(key);
      control.value = wish[key];
      if (control.selectedIndex === -1) control.value = "";
    }
  }

  /** Writes what is left, and what each value would leave. */
  tell(fit: readonly ShownPosition[]): void {
    const { wish } = this;
    for (const facet of facets) {
      const counts = countsOf(this.#positions, wish, facet);
      for (const option of this.#control(facet).options)
        if (option.value) option.text = `${label(facet, option.value)} (${counts.get(option.value) ?? 0})`;
    }
    const speakers = (positions: readonly ShownPosition[]) => new Set(positions.map(({ speaker }) => speaker)).size;
    const output = this.element.querySelector("output");
    if (output)
      output.textContent =
        fit.length === 0
          ? "No position fits all of this. Take something back, or reset."
          : `${fit.length} of ${this.#positions.length} positions, by ${speakers(fit)} of ${speakers(this.#positions)} speakers.`;
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

/** Makes the table follow a wish: rows, ticks, tally, order and marked words are those of the positions that fit it. */
export function tableView(
  table: HTMLTableElement,
  positions: readonly ShownPosition[]
): (fit: readonly ShownPosition[], wish: Wish) => void {
  const topics = [...table.querySelectorAll("thead th")].slice(1).map((head) => head.textContent ?? "");
  const built = [...table.tBodies];
  const all = bySpeaker(positions);
  let openedHere = new Set<HTMLDetailsElement>();

  return (fit, wish) => {
    const fits = bySpeaker(fit);
    const chosen = new Set(fit);
    const terms = termsOf(wish.find);
    for (const position of positions) {
      position.item.hidden = !chosen.has(position);
      const words = position.item.querySelector("p");
      if (words && (terms.length > 0 || words.childElementCount > 0)) markWords(words, position.paraphrase, terms);
    }
    for (const [speaker, own] of all) {
      const { body } = speaker;
      const said = fits.get(speaker) ?? [];
      body.hidden = said.length === 0;
      for (const list of body.querySelectorAll("ul")) {
        const isEmpty = !list.querySelector("li:not([hidden])");
        list.hidden = isEmpty;
        (list.previousElementSibling as HTMLElement).hidden = isEmpty;
      }
      topics.forEach((topic, column) => {
        writeTick(body.querySelectorAll<HTMLElement>("td[data-topic]")[column], stancesOn(topic, said));
      });
      const count = body.querySelector("summary span");
      if (count) count.textContent = countText(said.length, own.length);
    }
    const tally = table.querySelectorAll<HTMLElement>(".tally td");
    topics.forEach((topic, column) => {
      writeTally(tally[column], stancesOn(topic, fit));
    });
    order(wish.order, fits);
    openedHere = openMatching(narrows(wish) ? fits.keys() : [], openedHere);
  };

  function order(name: string, fits: ReadonlyMap<ShownSpeaker, readonly ShownPosition[]>): void {
    const isSorted = Boolean(orders[name]);
    table.append(...built);
    if (isSorted) table.append(...sorted(fits, name).map(({ body }) => body));
    let group: HTMLElement | undefined;
    for (const body of built)
      if (body.matches(".group")) {
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

const keys = Object.keys(anything) as (keyof Wish)[];

/** Filters, sorts and searches the table of positions; the address keeps what the reader asked for. */
export function wakeFinder(tool: HTMLElement): void {
  const table = document.getElementById("speakers") as HTMLTableElement;
  const positions = readPositions(table);
  const form = new FinderForm(positions);
  const show = tableView(table, positions);

  let shown = anything;

  const update = (): void => {
    shown = form.wish;
    const fit = fitting(positions, shown);
    show(fit, shown);
    form.tell(fit);
  };
  const follow = (step: boolean): void => {
    writeAddress(form.wish, { step });
    update();
  };

  form.element.addEventListener("input", ({ target }) => {
    const isTyping = (target as HTMLInputElement).type === "search";
    // Letters of one search are one step; beginning and clearing it are steps of their own.
    follow(!isTyping || form.wish.find === "" || shown.find === "");
  });
  form.element.addEventListener("submit", (event) => event.preventDefault());
  form.element.addEventListener("reset", (event) => {
    event.preventDefault();
    form.wish = anything;
    follow(true);
  });
  addEventListener("popstate", () => {
    const wish = readAddress(keys);
    if (keys.every((key) => wish[key] === shown[key])) return;
    form.wish = wish;
    update();
  });
  // A link to a position that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("#speakers [hidden]")) return;
    form.wish = anything;
    follow(false);
    const row = target.closest("details");
    if (row) row.open = true;
    target.scrollIntoView();
  });
  tool.append(form.element);
  form.wish = readAddress(keys);
  update();
}

/** Makes "¶13, ¶20", which ends a position, a link to the position. */
export function linkParagraphs(items: Iterable<Element>): void {
  for (const { id, lastElementChild } of items) {
    const text = lastElementChild?.textContent ?? "";
    const start = text.indexOf("¶");
    if (start === -1) continue;
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = text.slice(start);
    lastElementChild?.replaceChildren(text.slice(0, start), link);
  }
}

/** The page's tools by the names that their elements bear. */
export const tools: Readonly<Record<string, (tool: HTMLElement) => void>> = {
  find: wakeFinder,
  compare: wakeComparison
};
