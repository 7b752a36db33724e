import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { notebookMarkdown } from "../../../src/notebook/page/markdown.ts";
import { story } from "../../story.ts";
import { temporaryFolder } from "../build/temporary-folder.ts";
import { minimalFiles } from "../ledger/minimal-ledger.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";

/** A page's Markdown as HTML, over the minimal ledger or the one as it is. */
function rendered(markdown: string, md = minimal(), path = "/page"): HTMLElement {
  return elementOf(md.render(markdown, { path }));
}

const markdownIn = (root: string): MarkdownIt => notebookMarkdown(new MarkdownIt({ html: true }), { root, story });
const minimal = once(() => markdownIn(minimalRoot()));
const real = once(() => markdownIn("."));

/** A ledger is read when the first test asks for it, and once for all of them. */
function once(make: () => MarkdownIt): () => MarkdownIt {
  let made: MarkdownIt | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function minimalRoot(): string {
  const root = temporaryFolder();
  for (const { path, text } of minimalFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe("a token", () => {
  test("becomes a number that opens its evidence, which needs no script", () => {
    const page = rendered("There are {{gazette.reserves}} of it.\n");
    expect(wordsOf(page)).toBe("There are 28.5 million tonnes of it.");
    const button = one(page, "button");
    expect(button.getAttribute("popovertarget")).toBe("p-gazette-reserves");
    expect(button.getAttribute("data-fact")).toBe("gazette.reserves");
    expect(button.getAttribute("type")).toBe("button");
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
    ["a table", "| a |\n| - |\n| {{relay.share\\|full}} |", "td"]
  ])("is read in %s", (_, markdown, selector) => {
    expect(wordsOf(one(rendered(markdown), `${selector} button`))).toBe("less than 1%");
  });

  test("stays as it is in code", () => {
    const page = rendered("Write `{{relay.share}}`.\n\n```html\n{{relay.share}}\n```\n");
    expect(all(page, "button")).toEqual([]);
    expect(all(page, "code").map(wordsOf)).toEqual(["{{relay.share}}", "{{relay.share}}"]);
  });

  test.each(["{{no.such}}", "{{relay.share|nonsense}}"])("%s that names nothing stops the build", (token) => {
    expect(() => rendered(`It is ${token}.`)).toThrow(`unknown token ${token}`);
  });
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
  const numbersOn = (path: string): string[] => all(rendered(two, real(), path), ".actions .number").map(wordsOf);

  test("within their chapter", () => {
    expect(numbersOn("/reserves-vs-output")).toEqual(["Figure 1.1", "Figure 1.2"]);
  });

  test("alone where the page is no chapter", () => {
    expect(numbersOn("/")).toEqual(["Figure 1", "Figure 2"]);
  });

  test("and are wide where the fence says so", () => {
    const page = rendered("```figure reserves-by-source wide\n```\n", real());
    expect([...one(page, "figure").classList]).toEqual(["fig", "wide"]);
  });
});
