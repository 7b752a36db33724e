import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkLedger } from "../../../src/notebook/ledger/check-ledger.ts";
import { formatFault, InputError } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
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

describe("what would be passed over, or never end, is a fault", () => {
  test.each<[string, (folder: string) => void, string]>([
    [
      "a file whose name ends with .yml",
      (folder) => writeFileSync(join(folder, "extra.yml"), "source: {}\n"),
      "extra.yml:1:1 would be passed over, since its name ends with .yml; end it with .yaml"
    ],
    [
      "one whose name ends in capitals",
      (folder) => writeFileSync(join(folder, "Zz.YAML"), "source: {}\n"),
      "Zz.YAML:1:1 would be passed over, since its name ends with .YAML; end it with .yaml"
    ],
    [
      "a folder",
      (folder) => mkdirSync(join(folder, "more")),
      "more:1:1 is a folder, and what lies in it would be passed over; move its files up, or out of the ledger"
    ],
    [
      "a folder named as a file",
      (folder) => mkdirSync(join(folder, "extra.yaml")),
      "extra.yaml:1:1 is a folder, no file; put the file itself in its place"
    ],
    [
      "a link out of the folder",
      (folder) => symlinkSync("/etc/hosts", join(folder, "extra.yaml")),
      "extra.yaml:1:1 is a symbolic link, no file; put the file itself in its place"
    ],
    [
      "a link that leads nowhere",
      (folder) => symlinkSync("nowhere", join(folder, "extra.yaml")),
      "extra.yaml:1:1 is a symbolic link, no file; put the file itself in its place"
    ],
    [
      "a source that became a link",
      (folder) => {
        renameSync(join(folder, "gazette.yaml"), join(folder, "../gazette.yaml"));
        symlinkSync("../gazette.yaml", join(folder, "gazette.yaml"));
      },
      "gazette.yaml:1:1 is a symbolic link, no file; put the file itself in its place"
    ],
    [
      "a pipe, which is never at its end",
      (folder) => void execFileSync("mkfifo", [join(folder, "extra.yaml")]),
      "extra.yaml:1:1 is a pipe or a device, no file; put the file itself in its place"
    ],
    [
      "a name that is not UTF-8",
      (folder) =>
        writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from(".yaml")]), ""),
      "\uFFFD.yaml:1:1 is not there, or has a name that is not UTF-8; add it, or rename it"
    ]
  ])("%s", (_, change, line) => {
    const root = written();
    change(join(root, "data/ledger"));
    const faults = checkLedger(parseLedger(readLedgerFiles(root))).map(formatFault);
    expect(faults).toContain(`data/ledger/${line}`);
    expect(faults.length).toBeLessThan(4);
  });

  test("a file in place of the ledger’s folder", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "data"));
    writeFileSync(join(root, "data/ledger"), "");
    expect(() => readLedgerFiles(root)).toThrow("data/ledger:1:1 is no folder; put a folder in its place");
  });

  test("what editors and systems hide there, and notes, are left alone", () => {
    const root = written();
    mkdirSync(join(root, "data/ledger/.git"));
    writeFileSync(join(root, "data/ledger/.gazette.yaml.swp"), "");
    expect(readLedger(root)).toEqual(minimalLedger());
  });
});
