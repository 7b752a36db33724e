/** Units as a reader says them; a bare number has none. */
export const unitWords: Readonly<Record<string, string>> = {
  t: "tonnes",
  "t/yr": "tonnes a year",
  "%": "%",
  yr: "years",
  h: "hours",
  USD: "US dollars",
  "USD/yr": "US dollars a year",
  "USD/kg": "US dollars a kilogram",
  "RUB/yr": "roubles a year"
};
