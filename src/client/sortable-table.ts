import { compareCells } from "./cell-order.ts";

/** Gives each head of a table a button that sorts its rows, the first time up, then down; equal rows keep their order. */
export function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const [body] = table.tBodies;
  if (!body || table.tHead?.querySelector("button")) return;
  for (const [column, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const direction = head.ariaSort === "ascending" ? -1 : 1;
      const cell = (row: HTMLTableRowElement): string => row.cells[column]?.textContent ?? "";
      body.append(...[...body.rows].sort((a, b) => compareCells(cell(a), cell(b), direction)));
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = direction > 0 ? "ascending" : "descending";
    });
  }
}
