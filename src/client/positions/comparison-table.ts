import type { ShownPosition } from "./read-positions.ts";

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
