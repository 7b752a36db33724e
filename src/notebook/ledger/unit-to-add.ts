import type { Ledger } from "./schema.ts";

type Units = Ledger["vocabulary"]["units"];

const currencies = new Set(Intl.supportedValuesOf("currency"));
const currencyNames = new Intl.DisplayNames(["en"], { type: "currency" });

/** What a sign is called in full, and in which dimension a ledger is likely to count it. */
const nameOf = (sign: string): string => (currencies.has(sign) ? (currencyNames.of(sign) ?? sign) : sign);

/** How many kilograms the units of mass are that prices are given by. */
const kilograms: Readonly<Record<string, number>> = { t: 1000, kg: 1, lb: 0.45359237, oz: 0.0311034768, g: 0.001 };

/**
 * The line of the vocabulary that a unit lacks: money in a currency, a price by a measure of mass, at the factor of one by
 * another measure; nothing for what may be a slip of the pen.
 */
export function unitToAdd(id: string, units: Units): string | undefined {
  const [sign = "", per] = id.split("/");
  if (!currencies.has(sign)) return undefined;
  const dimension = per === undefined ? "money" : per === "yr" ? "money-per-year" : "price";
  const byMass = units.find(({ id: other }) => other.startsWith(`${sign}/`) && kilograms[other.slice(sign.length + 1)]);
  const ownMass = kilograms[per ?? ""];
  const otherMass = byMass && kilograms[byMass.id.slice(sign.length + 1)];
  const [canonical, factor] =
    byMass && ownMass && otherMass ? [byMass.canonical, (byMass.factor * otherMass) / ownMass] : [id, 1];
  const label = `${nameOf(sign)}${per === undefined ? "" : per === "yr" ? " a year" : ` per ${per}`}`;
  return `{ id: ${id}, label: ${label}, canonical: ${canonical}, factor: ${factor}, dimension: ${dimension} }`;
}
