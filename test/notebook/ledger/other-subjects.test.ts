import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkLedger } from "../../../src/notebook/ledger/check-ledger.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { readLedgerFiles } from "../../../src/notebook/ledger/read-ledger.ts";
import { verifyText } from "../../../src/notebook/ledger/verify-text.ts";
import { makeNotebook } from "../../../src/notebook/page/notebook.ts";
import { numberText } from "../../../src/notebook/page/tokens.ts";
import { choiceViolations } from "../../../src/notebook/tables/choices.ts";
import { derivationViolations } from "../../../src/notebook/tables/derivation-inputs.ts";
import { judgementFaults } from "../../../src/notebook/tables/judgement-faults.ts";
import { compileTables } from "../../../src/notebook/tables/tables.ts";

/** The ledgers of `test/subjects/`, which have nothing of the notebook's own subject. */

const subject = (name: string) => {
  const folder = `test/subjects/${name}`;
  const parsed = parseLedger(readLedgerFiles(folder));
  const texts = readdirSync(`${folder}/texts`).map((file) => readFileSync(`${folder}/texts/${file}`, "utf8"));
  return { parsed, ledger: parsed.ledger, texts };
};

describe.each(readdirSync("test/subjects"))("the ledger of %s", (name) => {
  const { parsed, ledger, texts } = subject(name);

  test("has no fault", () => {
    expect(checkLedger(parsed).map(formatFault)).toEqual([]);
    expect([...derivationViolations(ledger), ...choiceViolations(ledger)].map(({ message }) => message)).toEqual([]);
    expect(judgementFaults(parsed).map(formatFault)).toEqual([]);
  });

  test("accounts for every number of its texts", () => {
    const read = ledger.sources.filter(({ reading }) => reading === "text");
    expect(read.length).toBeGreaterThan(0);
    for (const source of read) {
      const text = texts.find((one) => createHash("sha256").update(one).digest("hex") === source.text_sha256);
      const { missing, unaccounted } = verifyText(source, ledger, text ?? "");
      expect([source.id, missing, unaccounted]).toEqual([source.id, [], []]);
    }
  });

  test("makes every table", () => {
    expect(compileTables(ledger).figures.rows.length).toBeGreaterThan(2);
  });
});

test("a ledger needs no file for what it has nothing of", () => {
  expect(readdirSync("test/subjects/minimal/data/ledger").sort()).toEqual([
    "gazette.yaml",
    "places.yaml",
    "speakers.yaml",
    "vocabulary.yaml"
  ]);
});

test.each([
  ["bean-and-berth.price-arabica", "about 6\u00a0euros\u00a0a\u00a0kilogram", "about 6\u00a0€/kg"],
  ["courier.area-replanted", "1,200\u00a0hectares", "1,200\u00a0ha"],
  ["courier.harvest-growers", "520,000\u00a0bags", "520,000\u00a0bags"],
  ["derived.yield", "11\u00a0bags\u00a0a\u00a0hectare", "11\u00a0bags/ha"]
])("%s is written in its own unit's words", (id, full, short) => {
  const notebook = makeNotebook(subject("coffee").ledger, { figures: [], models: [] });
  const fact = notebook.fact(id);
  expect(fact && [numberText(fact, "full", notebook), numberText(fact, "short", notebook)]).toEqual([full, short]);
});
