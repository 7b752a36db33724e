import { expect, test } from "vitest";
import { chosenDerivations, combinations } from "../../../src/notebook/tables/choices.ts";
import { compileDerived } from "../../../src/notebook/tables/derived.ts";
import { realLedger, realTables } from "../../real-ledger.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";

const option = (id: string, stands_in: Record<string, string> = {}, keeps: string[] = []) => ({
  id,
  label: id,
  stands_in,
  keeps
});
const choice = (id: string, ...options: ReturnType<typeof option>[]) => ({ id, question: id, options });
const inputsOf = (ledger: ReturnType<typeof minimalLedger>, chosen: Record<string, string>) =>
  Object.fromEntries(chosenDerivations(ledger, chosen).map(({ id, inputs }) => [id, inputs]));

test("every option meets every option of the other choices, the pages as written first", () => {
  const choices = [choice("a", option("x"), option("y")), choice("b", option("1"), option("2"), option("3"))];
  expect(combinations(choices).map(({ a, b }) => `${a}${b}`)).toEqual(["x1", "x2", "x3", "y1", "y2", "y3"]);
  expect(combinations([])).toEqual([{}]);
});

test("a figure stands in for another in what is calculated, but not where the option keeps it", () => {
  const ledger = minimalLedger();
  expect(inputsOf(ledger, { reserves: "relay" })).toEqual({
    "derived.reserve-life": ["relay.reserves", "gazette.production"],
    "derived.reserve-ratio": ["gazette.reserves", "relay.reserves"]
  });
  expect(chosenDerivations(ledger, { reserves: "gazette" })).toEqual(ledger.derivations);
});

test("a later choice replaces what an earlier one has put in", () => {
  const choices = [
    choice("whose", option("as-written"), option("relay", { "gazette.reserves": "relay.reserves" })),
    choice("edition", option("new"), option("old", { "relay.reserves": "relay.old" }))
  ];
  expect(inputsOf({ ...minimalLedger(), choices }, { whose: "relay", edition: "old" })["derived.reserve-life"]).toEqual(
    ["relay.old", "gazette.production"]
  );
});

test("the reason of an option is the reason of what it changes, where the record has none of its own", () => {
  const ledger = minimalLedger({
    file: "choices",
    replace: "keeps: [derived.reserve-ratio] }",
    with: "allowed: Counts of two outlets. }"
  });
  const [life, ratio] = chosenDerivations(ledger, { reserves: "relay" });
  expect(life?.allowed).toBe("Counts of two outlets.");
  expect(ratio?.allowed).toBe("Two counts are set side by side.");
});

test("under every combination each derived quantity can be calculated, and what no option touches stays", () => {
  const ledger = realLedger();
  const { figures, derived } = realTables();
  for (const chosen of combinations(ledger.choices)) {
    const derivations = chosenDerivations(ledger, chosen);
    const { rows } = compileDerived({ ...ledger, derivations }, figures.rows);
    for (const [place, row] of rows.entries())
      if (derivations[place] === ledger.derivations[place]) expect(row).toEqual(derived.rows[place]);
  }
});
