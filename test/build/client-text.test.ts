import { expect, test } from "vitest";
import { clientText } from "../../src/build/client-text.ts";
import { madeNames } from "../../src/build/made-names.ts";

const textOf = await clientText(process.cwd());
const added = (html: string): Set<string> => madeNames(textOf(html));

test("a page is given the names of the scripts that it may wake, and of no others", () => {
  expect([...added("<main>")]).toEqual(expect.arrayContaining(["tip", "data-open"]));
  expect(added("<main>")).not.toContain("comparison");
  expect(added('<details data-tool="compare">')).toContain("comparison");
  expect(added("<main>")).not.toContain("data-index");
  expect(added('<form class="search">')).toContain("data-index");
  expect([...added("<div data-explore>")]).toEqual(expect.arrayContaining(["--k-stat", "--k-expert", "--china"]));
  expect(added("<main>")).not.toContain("--china");
  expect(added("<div data-explore>").size).toBeGreaterThan(added("<div>").size);
});
