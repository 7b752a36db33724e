import { bothSides, jointStance } from "../../charts/rows/joint-stance.ts";
import { narrows, type Wish } from "./find-positions.ts";
import { termsOf } from "./find-words.ts";
import { markWords } from "./mark-words.ts";
import type { ShownPosition, ShownSpeaker } from "./read-positions.ts";
import { orders, sorted } from "./speaker-order.ts";

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
