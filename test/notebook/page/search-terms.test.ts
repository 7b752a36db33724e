import { expect, test } from "vitest";
import { searchTerms } from "../../../src/notebook/page/search-options.ts";

test.each([
  ["words without their signs", "“Rare-earth”, C₁ (metal)", ["Rare", "earth", "C₁", "metal"]],
  ["a number whole, without its commas", "45,500 t, 69.2 kg", ["45500", "t", "69.2", "kg"]],
  [
    "a percentage as a number and as such",
    "69.2% or 3 per cent, 4 persons",
    ["69.2", "69.2%", "or", "3", "3%", "4", "persons"]
  ],
  ["words of any script", "Ловозеро, Якутия", ["Ловозеро", "Якутия"]],
  ["the ends of a range apart", "45–75", ["45", "75"]],
  ["a customs number whole", "HTS 2846.90.80", ["HTS", "2846.90.80"]],
  ["no sign of money", "US$1.2", ["US", "1.2"]],
  ["a number that is still being written", "45,5", ["455"]],
  ["nothing in nothing", " … ", []]
])("%s", (_, text, terms) => {
  expect(searchTerms(text)).toEqual(terms);
});
