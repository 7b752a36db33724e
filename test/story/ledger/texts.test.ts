import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyText } from "../../../src/notebook/ledger/verify-text.ts";
import { testedLedger } from "../../real-ledger.ts";

const folder = "../shared/texts";

if (existsSync(folder)) {
  const ledger = testedLedger();
  const texts = new Map(
    readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return [createHash("sha256").update(bytes).digest("hex"), bytes.toString("utf8")];
    })
  );

  test("there are publications to verify", () => {
    expect(ledger.sources.length).toBeGreaterThan(0);
  });

  describe.each(
    ledger.sources.filter(({ reading }) => reading === "text").map((source) => [source.id, source] as const)
  )("%s", (_, source) => {
    const text = texts.get(source.text_sha256 ?? "");

    test("was transcribed from a text of the folder", () => {
      expect(text).toBeTypeOf("string");
    });

    test("has every printed figure in its paragraph, and a record for every number of its text", () => {
      const { missing, unaccounted } = verifyText(source, ledger, text ?? "");
      expect({ missing, unaccounted }).toEqual({ missing: [], unaccounted: [] });
    });
  });
} else {
  console.warn(`the publications' texts are not in ${folder}: the ledger is not verified against them`);
  test.skip(`every number of the texts has a record: skipped, because there is no ${folder}`, () => {});
}
