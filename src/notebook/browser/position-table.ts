import { bothSides, jointStance } from "../kit/stances.ts";
import { Part } from "../page/contract.ts";
import { matches, narrows, orders, type Query, sorted, termsOf } from "./position-query.ts";
import { columnTopics, type ShownPosition, type ShownSpeaker } from "./shown-positions.ts";

/** Writes a text into an element with the words marked that begin with a term. */
function markWords(element: Element, text: string, terms: readonly string[]): void {
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
