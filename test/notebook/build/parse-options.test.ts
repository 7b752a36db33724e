import { expect, test } from "vitest";
import { HelpAsked, parseOptions } from "../../../src/notebook/build/parse-options.ts";

const known = { runs: { type: "string" }, built: { type: "boolean" } } as const;
const help = { does: "Measures pages.", example: "npm run bench -- --runs 3" };

test("options come by name", () => {
  expect({ ...parseOptions(known, help, ["--runs", "3", "--built"]) }).toEqual({ runs: "3", built: true });
  expect({ ...parseOptions({}, help, []) }).toEqual({});
});

test.each([
  ["a mistyped option", ["--bilt"], "--bilt:1:1 is no option of this command; did you mean --built\\?"],
  ["an unknown option", ["--quickly"], "--quickly:1:1 is no option of this command; it takes --runs, --built"],
  ["a word", ["fast"], "fast:1:1 is no option of this command; it takes --runs, --built"],
  ["no value", ["--runs"], "--runs:1:1 lacks its value; write --runs and the value"],
  ["an option in place of a value", ["--runs", "--built"], "--runs:1:1 lacks its value; write --runs and the value"],
  ["a value too many", ["--built=yes"], "--built:1:1 takes no value; write --built alone"]
])("%s is named with its remedy", (_, args, line) => {
  expect(() => parseOptions(known, help, args)).toThrow(new RegExp(`^${line}$`));
});

test("every fault is named, and where nothing is taken that is said", () => {
  expect(() => parseOptions({}, help, ["-x", "y"])).toThrow(
    /^-x:1:1 is no option of this command; leave it out: it takes none\ny:1:1 is no option/
  );
});

test.each([[["--help"]], [["-h"]], [["--built", "--help", "--quickly"]]])("%j prints what the command does", (args) => {
  expect(() => parseOptions(known, help, args)).toThrow(
    new HelpAsked("Measures pages.\n\nOptions: --runs, --built\nExample: npm run bench -- --runs 3")
  );
  expect(() => parseOptions({}, help, args)).toThrow("It takes no options.");
});
