import { expect, test } from "vitest";
import { compilePlaces } from "../../../src/notebook/tables/places.ts";
import { type Change, faultLines, minimalLedger } from "../../notebook/ledger/minimal-ledger.ts";
import { realLedger } from "../../real-ledger.ts";

const at = (coordinates: string): Change => ({
  file: "places",
  replace: "within: world, country: RU }",
  with: `within: world, country: RU, coordinates: ${coordinates} }`
});

test("a place has its coordinates and who gives them, or none of the three", () => {
  const { rows } = compilePlaces(minimalLedger(at("{ latitude: 71, longitude: 116.5, source: A survey }")));
  expect(rows.map(({ latitude, longitude, coordinate_source }) => [latitude, longitude, coordinate_source])).toEqual([
    [null, null, null],
    [71, 116.5, "A survey"]
  ]);
});

test.each([
  [
    "{ latitude: 91, longitude: 0, source: A survey }",
    '"coordinates.latitude" is 91; a latitude lies between -90 and 90'
  ],
  [
    "{ latitude: 0, longitude: -181, source: A survey }",
    '"coordinates.longitude" is -181; a longitude lies between -180 and 180'
  ],
  ["{ latitude: 0, longitude: 0 }", '"coordinates.source" is missing; add it to the record; it must be text']
])("%s is refused", (coordinates, message) => {
  const [line = "", ...more] = faultLines(at(coordinates));
  expect(line).toContain(message);
  expect(more).toEqual([]);
});

const { rows } = compilePlaces(realLedger());

test("who asks for credit is credited", () => {
  const known = rows.filter(({ latitude }) => latitude !== null);
  expect(known.length).toBeGreaterThan(0);
  for (const { coordinate_source } of known)
    expect(coordinate_source).toMatch(/Geological Survey|© OpenStreetMap.*ODbL|Natural Earth|GeoNames, CC BY/);
});

test("nothing in Ukraine has a point on a map", () => {
  expect(rows.filter(({ country, latitude }) => country === "UA" && latitude !== null)).toEqual([]);
});
