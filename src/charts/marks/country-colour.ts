/** A country's colours: one for its lines and bars, one for its name and numbers. */
interface CountryColour {
  mark: string;
  text: string;
}

const own: Readonly<Record<string, CountryColour>> = {
  russia: { mark: "var(--russia)", text: "var(--russia)" },
  "united-states": { mark: "var(--us)", text: "var(--us)" },
  china: { mark: "var(--china)", text: "var(--china-text)" }
};
const others: CountryColour = { mark: "var(--other)", text: "var(--other-text)" };

/** The colours of a place; every country but three is grey. */
export const countryColour = (place: string): CountryColour => own[place] ?? others;
