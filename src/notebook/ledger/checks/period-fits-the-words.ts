import type { Ledger, Quantity, Source } from "../schema.ts";
import type { Unread } from "../unread.ts";
import type { Violation } from "./violation.ts";

/** A year that a statement's words name lies in its period, and what had not come when it was made is no count of it. */
export function periodFitsTheWords(ledger: Ledger, { ids }: Unread): Violation[] {
  return ledger.sources.flatMap((source) =>
    source.figures
      .filter(({ series }) => series === null)
      .flatMap((figure) => [...otherYear(figure), ...(ids.has(source.id) ? [] : notYet(figure, source))])
  );
}

function otherYear(figure: Quantity): Violation[] {
  const { printed, says, period, low, value, high } = figure;
  const years = (`${printed} ${says}`.match(/\b(?:19|20)\d\d\b/g) ?? []).filter(
    // An amount may look like a year.
    (year) => ![low, value, high].includes(Number(year))
  );
  const [from = "", to = from] = (period ?? "").split("/").map((date) => date.slice(0, 4));
  if (years.length === 0 || years.some((year) => from <= year && year <= to)) return [];
  return [
    {
      record: figure,
      field: ["period"],
      message: `its words name ${years[0]}, and the period is ${period ?? "not given"}`,
      remedy: 'correct "period", or the words'
    }
  ];
}

const counted: readonly Quantity["status"][] = ["stated", "estimate", "statistic"];

function notYet(figure: Quantity, { published }: Source): Violation[] {
  const last = figure.period?.split("/").at(-1)?.slice(0, 4) ?? "";
  const printed = (figure.said ?? published.date).slice(0, 4);
  if (last <= printed || !counted.includes(figure.status)) return [];
  return [
    {
      record: figure,
      field: ["status"],
      message: `${last} had not come in ${printed}, and "${figure.status}" is of what has`,
      remedy: "write forecast, target or capacity, or correct the period"
    }
  ];
}
