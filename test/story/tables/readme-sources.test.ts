import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withSources } from "../../../src/notebook/build/readme-sources.ts";
import { realNotebook } from "../../real-ledger.ts";

test("README lists the sources as the ledger has them; npm run accept renews the list", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toContain("<!-- sources -->\n");
  expect(withSources(readme, realNotebook().tables.sources)).toBe(readme);
});
