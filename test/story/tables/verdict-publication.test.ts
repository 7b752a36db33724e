import { expect, test } from "vitest";
import { realTables } from "../../real-ledger.ts";

test("a verdict has the publication that makes its claim, or says that several do", () => {
  const { verdicts, figures, positions } = realTables();
  const sources = new Map([...figures.rows, ...positions.rows].map(({ id, source_name }) => [id, source_name]));
  for (const { figures: made, positions: taken, publication, id } of verdicts.rows) {
    const names = new Set([...made, ...taken].map((record) => sources.get(record)));
    expect(publication, id).toBe(names.size > 1 ? "several publications" : [...names][0]);
  }
  expect(verdicts.rows.some(({ publication }) => publication === "several publications")).toBe(true);
});
