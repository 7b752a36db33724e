import { jointStance } from "../kit/stances.ts";
import { addressKeys } from "../page/addresses.ts";
import { readAddress, writeAddress } from "./address.ts";
import { columnTopics, readPositions, type ShownPosition } from "./shown-positions.ts";

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

/** Sets two speakers side by side, topic by topic; the address keeps which two. */
export function wakeComparison(tool: HTMLElement): void {
  const positions = readPositions(document);
  const speakers = new Map(positions.map(({ speaker }) => [speaker.id, speaker.name]));
  const topics = [...new Set([...columnTopics(document), ...positions.map(({ topic }) => topic)])];
  const form = document.createElement("form");
  form.innerHTML = `<label>One speaker<select name="compare"></select></label><label>Another<select name="with"></select></label><p><output></output></p>`;
  const control = (key: string) => form.elements.namedItem(key) as HTMLSelectElement;
  for (const key of addressKeys.compare)
    control(key).append(new Option("choose", ""), ...[...speakers].map(([id, name]) => new Option(name, id)));

  const update = (): void => {
    tool.querySelector("table")?.remove();
    const [left = [], right = []] = addressKeys.compare.map((key) =>
      positions.filter(({ speaker }) => speaker.id === control(key).value)
    );
    const isPair = left.length > 0 && right.length > 0 && left[0]?.speaker.id !== right[0]?.speaker.id;
    const output = form.querySelector("output");
    if (output) output.textContent = isPair ? sharedTopics(left, right, topics) : "Choose two different speakers.";
    if (isPair) tool.append(comparisonTable(left, right, topics));
  };
  const read = (): void => {
    const chosen = readAddress(addressKeys.compare);
    for (const key of addressKeys.compare) control(key).value = speakers.has(chosen[key]) ? chosen[key] : "";
    update();
  };

  form.addEventListener("input", () => {
    writeAddress(Object.fromEntries(addressKeys.compare.map((key) => [key, control(key).value])), { step: true });
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  tool.append(form);
  read();
}
