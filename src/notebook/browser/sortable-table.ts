/** What a table's cell says, as far as sorting goes. */
interface Cell {
  /** Cells of one rank are compared with each other: numbers and dates, words, and what is not given, in this order. */
  rank: 0 | 1 | 2;
  text: string;
  /** What is counted; numbers of unlike units are not compared but kept apart. */
  unit: string;
  amount: number;
  /** Below a number that stands alone, or above it: "up to 1" comes before 1, "over 1" after it. */
  side: -1 | 0 | 1;
}

const missing = /^(?:|–|not (?:given|stated|known))$/;
const months = "January February March April May June July August September October November December".split(" ");
const date = new RegExp(`^(?:(\\d{1,2}) )?(?:(${months.join("|")}) )?(\\d{4})(?![\\d,.])`);
const number =
  /^(?:(up to|less than|nearly|[<≤])|(over|more than|at least|[>≥])|about|[×=¶~])? ?([−-]?\d[\d,]*(?:\.\d+)?)(?:–[\d,.]+)?\s?(thousand|million|billion)?\s?(.*)$/;
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/**
 * Orders two cells of a column by the number, date or words that they show. `direction` is 1 for ascending, −1 for
 * descending; what is not given comes last in both.
 */
export function compareCells(a: string, b: string, direction: 1 | -1): number {
  const [first, second] = [read(a), read(b)];
  if (first.rank !== second.rank) return first.rank - second.rank;
  if (first.rank === 1) return direction * words.compare(first.text, second.text);
  return (
    words.compare(first.unit, second.unit) || direction * (first.amount - second.amount || first.side - second.side)
  );
}

const words = new Intl.Collator("en", { numeric: true });

function read(cell: string): Cell {
  const text = cell.replaceAll("\u2060", "").replaceAll("\u00a0", " ").trim();
  const none = { text, unit: "", amount: 0, side: 0 } as const;
  if (missing.test(text)) return { ...none, rank: 2 };
  const [day, month, year] = date.exec(text)?.slice(1) ?? [];
  if (year !== undefined)
    return {
      ...none,
      rank: 0,
      amount: Number(year) * 1e4 + (months.indexOf(month ?? "") + 1) * 100 + Number(day ?? 0)
    };
  const [below, above, digits, scale, unit = ""] = number.exec(text)?.slice(1) ?? [];
  if (digits === undefined) return { ...none, rank: 1 };
  return {
    rank: 0,
    text,
    unit,
    amount: Number(digits.replaceAll(",", "").replace("−", "-")) * (scales[scale ?? ""] ?? 1),
    side: below ? -1 : above ? 1 : 0
  };
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
      const cell = (row: HTMLTableRowElement): string => row.cells[column]?.textContent ?? "";
      body.append(...[...body.rows].sort((a, b) => compareCells(cell(a), cell(b), direction)));
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = direction > 0 ? "ascending" : "descending";
    });
  }
}
