import { expect, test } from "vitest";
import { compilePositions } from "../../../src/notebook/tables/positions.ts";
import { minimalLedger } from "../../notebook/ledger/minimal-ledger.ts";
import { realTables } from "../../real-ledger.ts";

test("a position has the obstacle that it names, with its label, or none", () => {
  const ledger = minimalLedger({
    file: "gazette",
    replace: "    stance: favourable\n",
    with: "    stance: sceptical\n    obstacle: plants\n"
  });
  const obstacles = compilePositions(ledger).rows.map(({ obstacle, obstacle_label }) => [obstacle, obstacle_label]);
  expect(obstacles).toContainEqual(["plants", "No plants"]);
  expect(obstacles).toContainEqual([null, null]);
});

test("a position on gallium takes no side on rare earths", () => {
  const onGallium = realTables().positions.rows.filter(({ id, paraphrase }) => /gallium/i.test(`${id} ${paraphrase}`));
  const onItsPlant = realTables().positions.rows.filter(({ speaker }) => speaker === "rusal");
  expect(onGallium.length).toBeGreaterThan(3);
  for (const { id, stance } of [...onGallium, ...onItsPlant])
    expect({ id, stance }).toEqual({ id, stance: "describes" });
});
