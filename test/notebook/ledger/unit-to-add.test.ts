import { expect, test } from "vitest";
import { parse } from "yaml";
import { unitToAdd } from "../../../src/notebook/ledger/unit-to-add.ts";
import { realLedger } from "../../real-ledger.ts";

const { units } = realLedger().vocabulary;
const added = (id: string): unknown => parse(unitToAdd(id, units) ?? "null");

test("a currency, a price and a sum a year become lines of the vocabulary", () => {
  expect(added("GBP")).toEqual({ id: "GBP", label: "British Pound", canonical: "GBP", factor: 1, dimension: "money" });
  expect(added("RUB/yr")).toMatchObject({ canonical: "RUB/yr", factor: 1, dimension: "money-per-year" });
  expect(added("EUR/kg")).toMatchObject({ canonical: "EUR/kg", factor: 1, dimension: "price" });
});

test("a price by another measure of mass has the factor of the one that is there", () => {
  const byKilogram = units.find(({ id }) => id === "USD/kg");
  expect(added("USD/t")).toMatchObject({ canonical: byKilogram?.canonical, factor: 0.001, dimension: "price" });
});

test("what is no currency may be a slip, and nothing is proposed", () => {
  expect(unitToAdd("tt", units)).toBeUndefined();
});
