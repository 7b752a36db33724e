interface YearOfEdition {
  year: number;
  edition: string;
}

/** Which years of a series each edition gives, in the order of the rows: "2020 from the 2025 edition". */
export function editionSpans(rows: readonly YearOfEdition[]): string[] {
  const editions = [...new Set(rows.map(({ edition }) => edition))];
  return editions.map((edition) => `${yearSpan(rows.filter((row) => row.edition === edition))} from the ${edition}`);
}

/** The first and the last year of rows: "2021 to 2025". */
export function yearSpan(rows: readonly { year: number }[]): string {
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first} to ${last}`;
}
