import type { Path } from "../parse-document.ts";
import type { Ledger, LedgerEvent } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** Dates are days of the calendar, as precise as they say. */
export function everyDateExists(ledger: Ledger): Violation[] {
  const violations: Violation[] = [];
  const look = (record: object, field: Path, date: string | null) => {
    for (const part of date?.split("/") ?? [])
      if (!isRealDate(part))
        violations.push({
          record,
          field,
          message: `there is no date "${part}"`,
          remedy: whatToCorrect(part)
        });
  };
  const lookAtPrecision = (
    record: object,
    field: Path,
    { date, precision }: Pick<LedgerEvent, "date" | "precision">
  ) => {
    look(record, field, date);
    if (dateParts[precision] !== date.split("-").length)
      violations.push({
        record,
        field,
        message: `"${date}" is not a date to the ${precision}`,
        remedy: "let date and precision agree"
      });
  };
  for (const event of ledger.events) lookAtPrecision(event, ["date"], event);
  for (const source of ledger.sources) {
    lookAtPrecision(source, ["published", "date"], source.published);
    look(source, ["next", "due"], source.next?.due ?? null);
    for (const figure of source.figures) look(figure, ["period"], figure.period);
    for (const figure of source.figures) if (figure.series === null) look(figure, ["said"], figure.said);
    for (const series of source.series) look(series, ["published"], series.published ?? null);
  }
  return violations;
}

const dateParts = { year: 1, month: 2, day: 3 } as const;

/** Whether words are a year, month or day of the calendar, as a ledger writes them. */
export const isDate = (words: string): boolean => /^\d{4}(?:-\d{2}){0,2}$/.test(words) && isRealDate(words);

/** The schema holds dates to their form, so one that does not exist has a month or a day too many. */
function whatToCorrect(date: string): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  if (year < 100) return "correct the year";
  if (month < 1 || month > 12) return "correct the month: months are 01 to 12";
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `correct the day: ${date.slice(0, 7)} has the days 01 to ${last}`;
}

function isRealDate(date: string): boolean {
  const [year = Number.NaN, month = 1, day = 1] = date.split("-").map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}
