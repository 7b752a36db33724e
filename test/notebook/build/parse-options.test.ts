import { expect, test } from "vitest";
import { parseOptions } from "../../../src/notebook/build/parse-options.ts";

const known = { runs: { type: "string" }, built: { type: "boolean" } } as const;

test("options come by name", () => {
  expect({ ...parseOptions(known, ["--runs", "3", "--built"]) }).toEqual({ runs: "3", built: true });
  expect({ ...parseOptions({}, []) }).toEqual({});
});

test.each([
  ["an unknown option", ["--bilt"], "--bilt:1:1 is no option of this command; it takes --runs, --built"],
  ["a word", ["fast"], "fast:1:1 is no option of this command; it takes --runs, --built"],
  ["no value", ["--runs"], "--runs:1:1 lacks its value; write --runs and the value"],
  ["an option in place of a value", ["--runs", "--built"], "--runs:1:1 lacks its value; write --runs and the value"],
  ["a value too many", ["--built=yes"], "--built:1:1 takes no value; write --built alone"]
])("%s is named with its remedy", (_, args, line) => {
  expect(() => parseOptions(known, args)).toThrow(new RegExp(`^${line}$`));
});

test("every fault is named, and where nothing is taken that is said", () => {
  expect(() => parseOptions({}, ["-x", "y"])).toThrow(
    /^-x:1:1 is no option of this command; leave it out: it takes none\ny:1:1 is no option/
  );
});
