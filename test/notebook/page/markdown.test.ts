import { describe, expect, test } from "vitest";
import { realNotebook } from "../../real-ledger.ts";
import { rendered as renderedIn } from "./composed.ts";
import { all, one, wordsOf } from "./dom.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
const rendered = (markdown: string, over = notebook, path = "/page"): HTMLElement => renderedIn(markdown, over, path);

describe("a token", () => {
  test("becomes a number that opens its evidence, which needs no script", () => {
    const page = rendered("There are {{gazette.reserves}} of it.\n");
    expect(wordsOf(page)).toBe("There are 28.5 million tonnes of it.");
    const number = one(page, ".ev");
    expect(number.getAttribute("href")).toBe("#p-gazette-reserves");
    expect(number.getAttribute("data-fact")).toBe("gazette.reserves");
  });

  test("is written in its form", () => {
    expect(wordsOf(rendered("{{gazette.reserves|short}} and {{gazette.reserves|printed}}"))).toBe(
      "28.5 Mt and 28.5 million tons"
    );
  });

  test.each([
    ["a heading", "# Of {{relay.share}}", "h1"],
    ["a list", "- {{relay.share}}", "li"],
    ["emphasis", "It is **{{relay.share}}**.", "strong"],
    ["a table", "| a |\n| - |\n| {{relay.share\\|full}} |", "td"],
    ["inline HTML", "It is <b>{{relay.share}}</b>.", "b"]
  ])("is read in %s", (_, markdown, selector) => {
    expect(wordsOf(one(rendered(markdown), `${selector} .ev`))).toBe("less than 1%");
  });

  test("stays as it is in code", () => {
    const page = rendered("Write `{{relay.share}}`.\n\n```html\n{{relay.share}}\n```\n");
    expect(all(page, ".ev")).toEqual([]);
    expect(all(page, "code").map(wordsOf)).toEqual(["{{relay.share}}", "{{relay.share}}"]);
  });

  test.each(["{{no.such}}", "{{relay.share|nonsense}}", "{{gazette.plenty}}"])(
    "%s that names nothing stays visible; the check says what is wrong with it",
    (token) => {
      const page = rendered(`It is ${token}, of {{relay.share}}.`);
      expect(wordsOf(page)).toBe(`It is ${token}, of less than 1%.`);
      expect(all(page, ".ev")).toHaveLength(1);
    }
  );
});

test("front matter is no part of the body", () => {
  expect(wordsOf(rendered("---\ntitle: A\n---\n\nWords.\n"))).toBe("Words.");
  expect(wordsOf(rendered("---\r\ntitle: A\r\n---\r\n\r\nWords.\r\n"))).toBe("Words.");
});

describe("a fence that names a block becomes that block", () => {
  test.each([
    ["key-numbers", "- number: relay.share\n  text: Of {{gazette.reserves|short}}", "div.key-numbers"],
    ["sources", "", "ul.kinds"],
    ["speakers", "", "table.speakers"]
  ])("%s", (name, content, selector) => {
    expect(one(rendered(`\`\`\`${name}\n${content}\n\`\`\`\n`), selector)).toBeDefined();
  });

  test("and any other fence stays code", () => {
    expect(wordsOf(one(rendered("```sh\nnpm start\n```\n"), "pre"))).toBe("npm start");
  });

  test("and a figure that there is not stops the build, with those that there are", () => {
    expect(() => rendered("```figure no-such\n```\n")).toThrow(/^there is no figure "no-such"; there are .*one-square/);
  });
});

describe("figures are numbered on their page", () => {
  const two = "```figure reserves-by-source\n```\n\n```figure output-by-source\n```\n";
  const numbersOn = (path: string): string[] =>
    all(rendered(two, realNotebook(), path), ".actions .number").map(wordsOf);

  test("within their chapter", () => {
    expect(numbersOn("/reserves-vs-output")).toEqual(["Figure 1.1", "Figure 1.2"]);
  });

  test("alone where the page is no chapter", () => {
    expect(numbersOn("/")).toEqual(["Figure 1", "Figure 2"]);
  });

  test("and are wide where the fence says so", () => {
    const page = rendered("```figure reserves-by-source wide\n```\n", realNotebook());
    expect([...one(page, "figure").classList]).toEqual(["fig", "wide"]);
  });

  test("and bear titles on a section's level before the first section", () => {
    const page = rendered(two.replace("\n\n", "\n\n## Section\n\n"), realNotebook());
    expect(all(page, "figure h3").map((title) => title.getAttribute("aria-level"))).toEqual(["2", null]);
  });
});
