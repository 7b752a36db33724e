/** A month, `2025-02`, with the events dated to it; those of a year alone stand under the year, `2025`. */
export interface EventMonth<Event> {
  date: string;
  events: readonly Event[];
}

/** Every month from the first event to the last, also those without one, in order; what has a year alone stands before it. */
export function eventMonths<Event extends { date: string }>(events: readonly Event[]): EventMonth<Event>[] {
  const years = events.filter(({ date }) => date.length === 4).map(({ date }) => date);
  const dated = events.map(({ date }) => date.slice(0, 7)).filter((date) => date.length === 7);
  dated.sort();
  // A year sorts before its months.
  const dates = [...new Set(years), ...monthsBetween(dated[0] ?? "", dated.at(-1) ?? "")].sort();
  return dates.map((date) => ({
    date,
    events: events.filter((event) => (event.date.length === 4 ? event.date : event.date.slice(0, 7)) === date)
  }));
}

/** How many days a month has. */
export function daysIn(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = first.split("-").map(Number);
  for (let date = first; date !== "" && date <= last; date = `${year}-${String(month).padStart(2, "0")}`) {
    months.push(date);
    month = (month % 12) + 1;
    if (month === 1) year++;
  }
  return months;
}
