import { describe, expect, test } from "vitest";
import { partIsWithinItsWhole } from "../../../src/notebook/ledger/checks/part-is-within-its-whole.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { type Change, minimalFiles } from "./minimal-ledger.ts";

/** What is said of the ledger with these changes, and at which field. */
const saidOf = (...changes: Change[]) =>
  partIsWithinItsWhole(parseLedger(minimalFiles(...changes)).ledger).map(({ field, message }) => [field, message]);

describe("a share", () => {
  const share = (ends: string, metric = "share-of-output", unit = '"%"') =>
    saidOf({
      file: "relay",
      replace: `share-of-output
    subject: russia
    material: rare-earths
    basis: not-stated
    comparator: "<"
    high: 1
    unit: "%"
`,
      with: `${metric}
    subject: russia
    material: rare-earths
    basis: not-stated
    ${ends}
    unit: ${unit}
`
    });
  const isMore = (amount: number) => `${amount}% is more than all of which "relay.share" is a part`;

  test.each([
    ["low", 'comparator: ">"\n    low: 101', 101],
    ["value", "value: 100.5", 100.5],
    ["high", "low: 90\n    high: 120", 120]
  ])("is no more than all, whichever end says so: %s", (end, ends, amount) => {
    expect(share(ends)).toEqual([[[end], isMore(amount)]]);
  });

  test("may be all, and what is no share may be more than 100", () => {
    expect(share("value: 100")).toEqual([]);
    expect(share("value: 2600", "production", "t/yr")).toEqual([]);
    expect(share("value: 2600", "share-of-output", "t/yr")).toEqual([]);
    expect(share("value: 130", "production")).toEqual([]);
  });

  test("in a table is a fault of its cell", () => {
    const cells = saidOf({
      file: "survey-2025",
      replace: `metric: reserves
    material: gallium
    basis: not-stated
    unit: t
    status: statistic
    speaker: survey
    says: What lies in the ground.
    values:
      world: { 2025: ">90" }`,
      with: `metric: share-of-output
    material: gallium
    basis: not-stated
    unit: "%"
    status: statistic
    speaker: survey
    says: What lies in the ground.
    values:
      world: { 2025: 130 }`
    });
    expect(cells).toEqual([[[], '130% is more than all of which "survey-2025.reserves.world.2025" is a part']]);
  });
});

describe("a place has no more than the place that it lies within", () => {
  /** What is said of a table with these cells; its unit measures out a material unless another is given. */
  const cells = (world: string, russia: string, unit = "t", ...more: Change[]) =>
    saidOf(...more, {
      file: "survey-2025",
      replace: `unit: t
    status: statistic
    speaker: survey
    says: What lies in the ground.
    values:
      world: { 2025: ">90" }`,
      with: `unit: ${unit}
    status: statistic
    speaker: survey
    says: What lies in the ground.
    values:
      world: { ${world} }
      russia: { ${russia} }`
    });
  const isMore = (part: string, whole: string) => [
    [[], `${part} is more than the ${whole} of "world", of which "russia" is a part`]
  ];

  test("by more than rounding makes of it", () => {
    expect(cells("2025: 90", "2025: 92")).toEqual(isMore("92", "90"));
    expect(cells("2025: 100", "2025: 102")).toEqual([]);
    expect(cells("2025: 100", "2025: 40")).toEqual([]);
  });

  test("in a larger unit too", () => {
    expect(cells("2025: 90", "2025: 92", "Mt")).toEqual(isMore("92", "90"));
  });

  test("in the same year of the same table", () => {
    expect(cells("2024: 90, 2025: 110", "2025: 100")).toEqual([]);
    expect(cells("2024: 90", "2025: 100")).toEqual([]);
  });

  test("as far as a bound says how much there is", () => {
    expect(cells('2025: "<90"', "2025: 100")).toEqual(isMore("100", "<90"));
    expect(cells('2025: ">90"', "2025: 100")).toEqual([]);
    expect(cells("2025: NA", "2025: 100")).toEqual([]);
    expect(cells("2025: 90", '2025: ">100"')).toEqual(isMore(">100", "90"));
    expect(cells("2025: 90", '2025: "<100"')).toEqual([]);
    expect(cells("2025: 90", "2025: NA")).toEqual([]);
  });

  test("but has what is no material as it likes: a share, or a unit that nobody knows", () => {
    expect(cells("2025: 20", "2025: 30", '"%"')).toEqual([]);
    expect(cells("2025: 20", "2025: 30", "carats")).toEqual([]);
    const uncounted = "label: million tonnes, canonical: ";
    const unknown = cells("2025: 20", "2025: 30", "Mt", {
      file: "vocabulary",
      replace: `${uncounted}t,`,
      with: `${uncounted}g,`
    });
    expect(unknown).toEqual([]);
  });

  test("in a table, not in a text, where each statement may be of something else", () => {
    const of = (subject: string, period: string) => `subject: ${subject}
    material: rare-earths
    basis: not-stated
    value: 2500
    unit: t/yr
    period: ${period}`;
    expect(saidOf({ file: "gazette", replace: of("russia", '"2024"'), with: of("world", "null") })).toEqual([]);
  });
});
