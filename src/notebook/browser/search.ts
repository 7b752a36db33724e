import type { SearchResult } from "minisearch";
import MiniSearch from "minisearch";
import { Data } from "../page/contract.ts";
import { find, type SearchCell, type SearchEntry, searchOptions, searchTerms } from "../page/search-options.ts";

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const room = 180;

/** The part of a text around the first of the words found, in pieces; the beginning where none of them is in it. */
export function excerpt(text: string, words: readonly string[]): Piece[] {
  const pattern = new RegExp(`\\b(${words.map(escaped).join("|")})`, "giu");
  const first = words.length > 0 ? text.search(pattern) : -1;
  const from = first > room / 2 ? text.lastIndexOf(" ", first - room / 3) + 1 : 0;
  const end = from + room >= text.length ? text.length : text.lastIndexOf(" ", from + room);
  const shown = `${from > 0 ? "… " : ""}${text.slice(from, end)}${end < text.length ? " …" : ""}`;
  if (words.length === 0) return [{ text: shown, hit: false }];
  // Splitting by a captured pattern leaves the words found at the odd places.
  return shown
    .split(pattern)
    .map((part, place) => ({ text: part, hit: place % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}

// A number is found without its commas.
const escaped = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",?"));

/**
 * The cells of a table whose number was found, those first that hold most of the terms, and then those that say least
 * beside them: "45,500" before "45,500.5", and America's before all others where America was asked for too.
 *
 * @param terms all terms of the table that were found
 * @param numbers those of them that stand in a cell as printed
 */
export function foundCells(
  cells: readonly SearchCell[],
  terms: readonly string[],
  numbers: readonly string[]
): SearchCell[] {
  const held = (text: string, some: readonly string[]): number =>
    searchTerms(text.toLowerCase()).filter((term) => some.includes(term)).length;
  const found = cells
    .filter(([printed]) => held(printed, numbers) > 0)
    .map((cell) => ({ cell, score: held(`${cell[0]} ${cell[1]}`, terms) }));
  return found.sort((a, b) => b.score - a.score || a.cell[0].length - b.cell[0].length).map(({ cell }) => cell);
}

type Found = SearchResult & SearchEntry;

const most = 30;
const mostNear = 8;
const mostCells = 4;

/** Makes the search page search: results as the reader types, announced, and the query in the address. */
export async function wakeSearch(form: HTMLFormElement, why: () => Promise<string>): Promise<void> {
  const input = form.querySelector<HTMLInputElement>("input[type=search]");
  const status = form.querySelector("[role=status]");
  const list = document.querySelector<HTMLElement>(".results");
  if (!input || !status || !list) throw new Error("the search page has no field, status or list of results");
  const index = await loadIndex(form.getAttribute(Data.index) ?? "");
  if (!index) {
    status.textContent = await why();
    return;
  }

  const show = (): void => {
    const query = input.value.trim();
    const { found, isNear } = query ? find(index, query) : { found: [], isNear: false };
    const shown = found.slice(0, isNear ? mostNear : most);
    list.replaceChildren(...shown.map(resultItem));
    status.textContent = query ? summary(found.length, isNear) : "";
  };
  const showFromAddress = (): void => {
    input.value = new URLSearchParams(location.search).get("q") ?? input.value;
    show();
  };
  const keepInAddress = (): void =>
    history.replaceState(null, "", input.value ? `?q=${encodeURIComponent(input.value)}` : location.pathname);
  input.addEventListener("input", () => {
    keepInAddress();
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  addEventListener("popstate", showFromAddress);
  addEventListener("keydown", (event) => moveThrough(event, input, list));
  showFromAddress();
  // What was typed before the index had come.
  if (input.value) keepInAddress();
}

async function loadIndex(address: string): Promise<MiniSearch<SearchEntry> | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? MiniSearch.loadJSON<SearchEntry>(await answer.text(), searchOptions) : undefined;
  } catch {
    return undefined;
  }
}

function summary(count: number, isNear: boolean): string {
  if (count === 0) return "Nothing was found. Fewer letters find more.";
  if (isNear) return `Nothing holds all of this. ${count === 1 ? "This comes" : "These come"} nearest.`;
  return `${count} found${count > most ? `, the first ${most} shown` : ""}.`;
}

/** Down and up go from the field through the results and back; Escape returns to the field, and then clears it. */
function moveThrough(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (event.key === "Escape" && document.activeElement === input) {
    input.value = "";
    input.dispatchEvent(new Event("input"));
    return;
  }
  const stops: HTMLElement[] = [input, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  if (here < 0) return;
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Escape: 0 }[event.key];
  const stop = next === undefined ? undefined : stops[next];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}

function resultItem(found: Found): HTMLElement {
  const { kind, title, context, text, href, terms } = found;
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.className = "found";
  link.href = href;
  link.textContent = title;
  const meta = document.createElement("p");
  meta.className = "meta";
  meta.textContent = [kind, context].filter(Boolean).join(" · ");
  const words = document.createElement("p");
  for (const { text: part, hit } of excerpt(text, terms)) {
    const piece = document.createElement(hit ? "mark" : "span");
    piece.textContent = part;
    words.append(piece);
  }
  item.append(link, meta, cellsFound(found), words);
  return item;
}

/** Links to the cells of a table whose number was found, and how many more there are. */
function cellsFound({ cells = [], terms, match, href }: Found): HTMLElement | "" {
  const numbers = terms.filter((term) => match[term]?.includes("printed"));
  const found = foundCells(cells, terms, numbers);
  if (found.length === 0) return "";
  const list = document.createElement("ul");
  for (const [printed, where, end] of found.slice(0, mostCells)) {
    const link = document.createElement("a");
    link.href = `${href}${end}`;
    link.textContent = `${printed} · ${where}`;
    list.append(listItem(link));
  }
  if (found.length > mostCells) list.append(listItem(`and ${found.length - mostCells} more`));
  return list;
}

function listItem(content: HTMLElement | string): HTMLElement {
  const item = document.createElement("li");
  item.append(content);
  return item;
}
