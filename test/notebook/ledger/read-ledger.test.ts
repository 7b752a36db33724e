import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { InputError } from "../../../src/notebook/ledger/fault.ts";
import { readLedger, readLedgerFiles } from "../../../src/notebook/ledger/read-ledger.ts";
import { temporaryFolder } from "../build/temporary-folder.ts";
import { type Change, minimalFiles, minimalLedger } from "./minimal-ledger.ts";

function written(...changes: Change[]): string {
  const root = temporaryFolder();
  for (const { path, text } of [...minimalFiles(...changes), { path: "data/ledger/notes.txt", text: "no record" }]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test("every YAML file of the ledger is read, in the same order everywhere, by its address in the project", () => {
  const paths = readLedgerFiles(written()).map(({ path }) => path);
  expect(paths).toEqual(
    minimalFiles()
      .map(({ path }) => path)
      .sort()
  );
});

test("a sound ledger is read", () => {
  expect(readLedger(written())).toEqual(minimalLedger());
});

test("a faulty one is refused with every fault", () => {
  const root = written(
    { file: "places", replace: "within: world", with: "within: wrld" },
    { file: "relay", replace: "    high: 1\n", with: "    value: 1\n" }
  );
  expect(() => readLedger(root)).toThrow(InputError);
  expect(() => readLedger(root)).toThrow(
    'data/ledger/places.yaml:3:56 "wrld" is not among the places; did you mean "world"?\ndata/ledger/relay.yaml:41:17 '
  );
});

test("a file whose name ends with .yml is not passed over in silence", () => {
  const root = written();
  writeFileSync(join(root, "data/ledger/extra.yml"), "source: {}\n");
  expect(() => readLedger(root)).toThrow(
    "data/ledger/extra.yml:1:1 would be passed over, since its name ends with .yml; end it with .yaml"
  );
});
