import { Data } from "../page/contract.ts";

/** What a cell is sorted by: the number or date that its attribute gives, else its words; null where nothing is given. */
export type SortKey = number | string | null;

function keyOf(cell: Element | undefined): SortKey {
  const value = cell?.getAttribute(Data.value) ?? cell?.textContent?.trim() ?? "";
  if (value === "") return null;
  return Number.isNaN(Number(value)) ? value : Number(value);
}

const unitOf = (cell: Element | undefined): string => cell?.getAttribute(Data.unit) ?? "";

const words = new Intl.Collator("en", { numeric: true });

/** Orders two keys of a column: 1 for ascending, −1 for descending; what is not given comes last in both. */
export function compareKeys(a: SortKey, b: SortKey, direction: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return direction * (a - b);
  return direction * words.compare(String(a), String(b));
}

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
      const rows = [...body.rows].map((row) => {
        const cell = row.cells[column];
        return { row, key: keyOf(cell), unit: unitOf(cell) };
      });
      rows.sort(
        (a, b) =>
          Number(a.key === null) - Number(b.key === null) ||
          words.compare(a.unit, b.unit) ||
          compareKeys(a.key, b.key, direction)
      );
      body.append(...rows.map(({ row }) => row));
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = direction > 0 ? "ascending" : "descending";
    });
  }
}
