import { expect, test } from "vitest";
import { figureNamed, figuresOfEditions } from "../../../src/notebook/ledger/editions.ts";
import { type Change, faultLines, minimalLedger } from "./minimal-ledger.ts";

const figures = figuresOfEditions(minimalLedger());
const idOf = (name: string): string | undefined => figureNamed(name, figures)?.id;

test("a name by a release is the newest edition's figure, or that of the edition and the year that it names", () => {
  expect(idOf("survey@latest.reserves.world.latest")).toBe("survey-2026.reserves.world.2026");
  expect(idOf("survey@2025.reserves.world.latest")).toBe("survey-2025.reserves.world.2025");
  expect(idOf("survey@2025.reserves.world.2025")).toBe("survey-2025.reserves.world.2025");
  expect(idOf("gazette.reserves")).toBe("gazette.reserves");
});

test("a figure that only an earlier edition gives is the newest there is, of a year or of the newest year", () => {
  expect(idOf("survey@latest.production.world.2023")).toBe("survey-2025.production.world.2023");
  expect(idOf("survey@latest.production.world.latest")).toBe("survey-2025.production.world.2024");
  expect(idOf("survey@latest.production.world.2020-2023")).toBe("survey-2025.production.world.2020-2023");
});

test("a superseded year of a stock, an edition or a place that is not there has no figure", () => {
  for (const name of [
    "survey@latest.reserves.world.2025",
    "survey@2024.reserves.world.2025",
    "survey@latest.reserves.mars.latest",
    "poll@latest.reserves.world.latest"
  ])
    expect(idOf(name)).toBeUndefined();
});

const calculatedFrom = (name: string): Change => ({
  file: "derivations",
  replace: "[gazette.reserves, relay.reserves]",
  with: `[gazette.reserves, ${name}]`
});

test("records name figures by release, and what is compiled of them names ids", () => {
  const [, ratio] = minimalLedger(calculatedFrom("survey@latest.reserves.world.latest")).derivations;
  expect(ratio?.inputs).toEqual(["gazette.reserves", "survey-2026.reserves.world.2026"]);
});

test("a name that means no figure is a fault at its place", () => {
  expect(faultLines(calculatedFrom("survey@latest.reserves.world.2025"))).toEqual([
    expect.stringMatching(
      /^data\/ledger\/derivations\.yaml:8:32 "survey@latest\.reserves\.world\.2025" is not among the figures; /
    )
  ]);
});

test("a name is no second fault where an edition could not be read, which may be the one that it means", () => {
  const lines = faultLines(calculatedFrom("survey@latest.reserves.world.2027"), {
    file: "survey-2026",
    replace: "unit: t\n",
    with: "unit: [t]\n"
  });
  expect(lines.map((line) => line.split(":", 1)[0])).toEqual(["data/ledger/survey-2026.yaml"]);
});
