import { expect, test } from "vitest";
import { readEditOptions, readOptions } from "./read-options.ts";

const pages = ["/", "/gallium"];

test("without options, five runs of all pages, built anew", () => {
  expect(readOptions([], pages)).toEqual({ runs: 5, paths: pages, built: false });
});

test("runs and pages can be chosen", () => {
  expect(readOptions(["--runs", "1", "--page", "/gallium", "--built"], pages)).toEqual({
    runs: 1,
    paths: ["/gallium"],
    built: true
  });
});

test("faulty options are named, all of them", () => {
  expect(() => readOptions(["--runs", "few", "--page", "/galium"], pages)).toThrow(
    /^--page:1:1 no page is called "\/galium"; did you mean "\/gallium"\?\n--runs:1:1 "few" is no number of runs; /
  );
});

test("edits are measured ten times, or as often as is asked", () => {
  expect(readEditOptions([])).toEqual({ runs: 10 });
  expect(readEditOptions(["--runs", "2"])).toEqual({ runs: 2 });
  expect(() => readEditOptions(["--runs", "0"])).toThrow(/^--runs:1:1 "0" is no number of runs; /);
});
