import { describe, expect, test } from "vitest";
import { alternativesOf } from "../../../src/notebook/page/alternatives.ts";
import type { Choices } from "../../../src/notebook/page/choices.ts";
import { faultBlock } from "../../../src/notebook/page/compose.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { recordUses } from "../../../src/notebook/page/record-uses.ts";
import { realLedger, realNotebook } from "../../real-ledger.ts";
import { composed, composerOf } from "./composed.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { notebookOf } from "./notebooks.ts";

const matter = (...lines: string[]): string => `---\n${["title: A page", ...lines].join("\n")}\n---\n`;
const fence = (info: string, content = ""): string => `\n\`\`\`${info}\n${content}\`\`\`\n`;

/** Pages with every tool that links lead to. */
const tools = {
  "gallium.md": matter("chapter: 1"),
  "page.md": matter("chapter: 2"),
  "angles/nickel.md": matter("order: 1"),
  "sources.md": matter("order: 2") + fence("source-index"),
  "record-[id].md": matter() + fence("source-records"),
  "disagreements.md": matter() + fence("disagreements"),
  "who.md": matter() + fence("speakers"),
  "events.md": matter() + fence("timeline"),
  "sums.md": matter() + fence("derived-records")
};
const notebook = notebookOf(tools);

const text = `# A finding

It is {{gazette.reserves}}, or {{derived.reserve-ratio}} times {{relay.share}}.

## First section

Again {{gazette.reserves|short}}.
${fence("key-numbers", "- number: gazette.production\n  text: Of {{gazette.reserves|short}}\n")}`;

describe("a composed page", () => {
  const { composer, given, html, page } = composed(text, notebook);

  test("gives each number its place in the list of evidence, for print, but none within a popover", () => {
    const isHidden = (trigger: Element): boolean => trigger.closest("[popover]") !== null;
    const triggers = all(page, "[data-fact]");
    const shown = triggers.filter((trigger) => !isHidden(trigger));
    const places = new Map(
      all(page, ".evidence-list > ol > li > [data-fact]").map((one, at) => [one.getAttribute("data-fact"), `${at + 1}`])
    );
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.map((trigger) => trigger.getAttribute("data-n"))).toEqual(
      shown.map((trigger) => places.get(trigger.getAttribute("data-fact")))
    );
    expect(
      all(page, "p [data-fact]")
        .slice(0, 3)
        .map((trigger) => trigger.getAttribute("data-n"))
    ).toEqual(["1", "2", "3"]);
    const hidden = triggers.filter(isHidden);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter((trigger) => trigger.hasAttribute("data-n"))).toEqual([]);
  });

  test("ends with the ways on, the way to take it, the evidence and the sources, in this order", () => {
    const [ways, imprint, evidence, sources] = [...page.children].slice(-4);
    expect(evidence?.className).toBe("evidence-list");
    expect(sources?.className).toBe("page-sources");
    expect(ways?.className).toBe("next");
    expect(imprint?.querySelector("a[download]")?.getAttribute("href")).toBe("./notebooks/page.html");
    expect(all(page, ".page-sources a").map((link) => link.getAttribute("href"))).toEqual([
      "./sources#gazette",
      "./sources#relay"
    ]);
    expect(all(page, ".next a").map((link) => link.getAttribute("href"))).toEqual(["./gallium", "./angles/nickel"]);
  });

  test("has the evidence of every number that it shows, and of what derived ones rest on, once", () => {
    const dialogs = all(page, "[popover]").map(({ id }) => id);
    const wanted = new Set(all(page, ".ev").map((number) => number.getAttribute("href")?.slice(1) ?? ""));
    expect([...dialogs].sort()).toEqual([...wanted].sort());
    expect(dialogs).toHaveLength(5);
  });

  test("leads back from each entry to the first number that opens it", () => {
    for (const dialog of all(page, "[popover]")) {
      const back = one(page, one(dialog, ":scope > .close").getAttribute("href") ?? "");
      expect(back).toBe(all(page, `.ev[href="#${dialog.id}"]`)[0]);
    }
  });

  test("has no id twice", () => {
    const ids = all(page, "[id]").map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("is given to Framework with a placeholder for each block, and each is filled once", () => {
    const keys = [...given.matchAll(/<nb-block data-key="([^"]+)"><\/nb-block>/g)].map(([, key]) => key);
    expect(keys.length).toBe(6);
    expect(new Set(keys).size).toBe(keys.length);
    expect(given).not.toMatch(/popover="|evidence-list|key-numbers/);
    expect(html).not.toContain("nb-block");
    for (const part of [
      'class="switches"',
      'class="key-numbers"',
      'class="evidence-list"',
      'class="page-sources"',
      'class="next"'
    ])
      expect(html.split(part), part).toHaveLength(2);
    expect(composer.fill(html)).toBe(html);
  });

  test("is remembered as it stands, with its facts and sections", () => {
    const known = composerOf(notebook).composed("/page");
    expect(known).toBeUndefined();
    const made = composer.composed("/page");
    expect(made?.html).toBe(html);
    expect(made?.facts.map(({ row }) => row.id)).toEqual([
      "gazette.reserves",
      "derived.reserve-ratio",
      "relay.share",
      "gazette.production",
      "relay.reserves"
    ]);
  });

  test("knows its sections by the ids that headings get", () => {
    const withIds = composed('# A\n\n<h2 id="first">First &amp; last</h2>\n\nText.\n', notebook);
    expect(withIds.composer.composed("/page")?.sections).toMatchObject([{ id: "first", heading: "First & last" }]);
  });

  test("keeps a word at its number", () => {
    expect(composed("See Figure 2.1 of 31 March.\n", notebook).html).toContain("See Figure\u00a02.1 of 31\u00a0March.");
  });
});

describe("the switches", () => {
  const pageOf = (markdown: string, choices?: Choices, over: Notebook = notebook): HTMLElement =>
    composed(markdown, over, choices ? { choices } : {}).page;

  test("stand after the standfirst, and after what stands beside it", () => {
    const number = "{{relay.share}}";
    expect(all(pageOf(`# A\n\nOf ${number}.\n\n## B\n`), "p + .switches + h2")).toHaveLength(1);
    expect(all(pageOf(`# A\n\nOf ${number}.\n\n<p class="way-in">How</p>\n`), ".way-in + .switches")).toHaveLength(1);
    expect(all(pageOf(`# A\n\n<figure></figure>\n\nOf ${number}.\n`), "h1 + .switches")).toHaveLength(1);
  });

  test("are none on a page whose text has no number", () => {
    expect(all(pageOf("# A\n\nWords.\n"), ".switch")).toEqual([]);
  });

  test("have the reader's choices beside them where a choice changes the page, and nowhere else", () => {
    const real = realNotebook();
    const choices = { choices: realLedger().choices, alternatives: alternativesOf(realLedger(), real) };
    const depends = composed("# A\n\nOf {{russia-post.reserves-kazanov}}.\n\n```figure one-square\n```\n", real, {
      choices
    });
    expect(all(depends.page, ".switches .choices")).toHaveLength(1);
    expect(depends.composer.composed("/page")?.changes().length).toBeGreaterThan(0);
    const alone = composed("# A\n\nIt is {{russia-post.reserves-kazanov}}.\n", real, { choices });
    expect(all(alone.page, ".switches")).toHaveLength(1);
    expect(all(alone.page, ".choices")).toEqual([]);
    expect(alone.composer.composed("/page")?.changes()).toEqual([]);
  });
});

describe("links of blocks", () => {
  const linksOf = (path: string, over: Notebook = notebook): string[] =>
    all(composed(text, over, { path }).page, "a[href]")
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !/^(?:http|#)/.test(href));

  test("lead from the root of a page that lies there", () => {
    const links = linksOf("/page");
    expect(links).toEqual(expect.arrayContaining(["./sources#gazette", "./claim/gazette.reserves", "./gallium"]));
    expect(links.filter((href) => !href.startsWith("./"))).toEqual([]);
  });

  test("begin higher on a page in a folder", () => {
    const links = linksOf("/angles/nickel");
    expect(links).toEqual(expect.arrayContaining(["../sources#gazette", "../claim/gazette.reserves", "../page"]));
    expect(links.filter((href) => !href.startsWith("../"))).toEqual([]);
  });

  test("name files where servers find no page without its ending, and leave other files alone", () => {
    const links = linksOf("/angles/nickel", notebookOf(tools, { preserveExtension: true }));
    expect(links).toEqual(
      expect.arrayContaining(["../sources.html#gazette", "../claim/gazette.reserves.html", "../page.html"])
    );
    const block = composed(fence("data-tables"), notebookOf(tools, { preserveExtension: true })).page;
    expect(all(block, "a[href$='.csv']").length).toBeGreaterThan(3);
    expect(all(block, "a[href*='.csv.html'], a[href*='.json.html']")).toEqual([]);
  });

  test("open elsewhere beside the notebook", () => {
    const links = all(composed(text, notebook).page, 'a[href^="http"]');
    expect(links.length).toBeGreaterThan(2);
    for (const link of links)
      expect([link.getAttribute("target"), link.getAttribute("rel")]).toEqual(["_blank", "noopener noreferrer"]);
  });

  test("vanish where no page holds what they lead to, and leave their words", () => {
    const bare = notebookOf({ "page.md": matter() });
    const blocks = [
      "speakers",
      "disagreements",
      "timeline",
      "verdicts",
      "sources",
      "source-index",
      "search",
      "derived-records"
    ];
    const { page } = composed(text + blocks.map((name) => fence(name)).join(""), bare);
    const inside = all(page, "a[href]").map((link) => link.getAttribute("href") ?? "");
    expect(inside.filter((href) => /^\.\.?\//.test(href) && !/^.\/(?:data|claim)\//.test(href))).toEqual([]);
    expect(all(page, ".next")).toEqual([]);
    expect(all(page, ".page-sources li").map(wordsOf)).toEqual([
      "The Gazette, 31 March 2025 · 3 records",
      "The Relay, April 2025 (inferred) · 3 records"
    ]);
    const full = composed(text + blocks.map((name) => fence(name)).join(""), notebook).page;
    expect(all(full, "a[href^='./']").length).toBeGreaterThan(10);
  });
});

test("headings are no links to themselves", () => {
  const filled = composerOf(notebook).fill(
    '<h2 id="a" tabindex="-1"><a class="observablehq-header-anchor" href="#a">Of <b>Ga</b></a></h2><p><a href="#a">kept</a></p>'
  );
  expect(filled).toBe('<h2 id="a" tabindex="-1">Of <b>Ga</b></h2><p><a href="#a">kept</a></p>');
});

describe("what is faulty", () => {
  const faults = (): string => faultBlock(["src/page.md:3:1 no number is called <x>"]);

  test("stands in a preview as it is written, and the head of the page says what is wrong", () => {
    const { page } = composed("# A\n\nOf {{no.such}}.\n", notebook, { faultsOf: faults });
    expect(wordsOf(one(page, "p:not(.fault p, .imprint p)"))).toBe("Of {{no.such}}.");
    expect(wordsOf(one(page, ".fault[role=alert] li"))).toBe("src/page.md:3:1 no number is called <x>");
    expect(page.firstElementChild?.className).toBe("fault");
  });

  test("is said by no block where nothing is", () => {
    expect(faultBlock([])).toBe("");
    expect(all(composed("# A\n", notebook, { faultsOf: () => "" }).page, ".fault")).toEqual([]);
  });

  test.each([
    ["a figure", "figure no-such", 'there is no figure "no-such"'],
    ["a model", "model no-such", 'there is no model "no-such"'],
    ["a figure that the ledger cannot bear", "figure one-square", 'figure "one-square" needs']
  ])("%s stops a build, and has its message in its place in a preview", (_, info, message) => {
    const markdown = `# A\n\nOf {{relay.share}}.\n${fence(info)}`;
    expect(() => composed(markdown, notebook)).toThrow(message);
    const { page } = composed(markdown, notebook, { faultsOf: () => "", choices: realChoices() });
    expect(wordsOf(one(page, ".fault li"))).toContain(message);
    expect(one(page, ".fault").id).toBe(info.split(" ")[1]);
    // Where code of the story threw it, the code is named.
    if (info === "figure one-square")
      expect(wordsOf(one(page, ".fault li"))).toMatch(/^src\/figures\/one-square\.ts:\d+:\d+ /);
    expect(all(page, ".evidence-list")).toHaveLength(1);
  });

  test("does not keep the pages of records from being made", () => {
    const broken = notebookOf({ ...tools, "one.md": matter() + fence("figure one-square") });
    expect([...recordUses(broken).values()].flat().filter(({ path }) => path === "/one")).toEqual([]);
    expect(wordsOf(composed(fence("source-index"), broken).page)).toContain("The Gazette");
  });

  const realChoices = (): Choices => ({
    choices: realLedger().choices,
    alternatives: alternativesOf(realLedger(), realNotebook())
  });
});

test("figures are numbered from one each time that a page is rendered", () => {
  const real = realNotebook();
  const composer = composerOf(real, { faultsOf: () => "" });
  const page = { path: "/gallium", figures: 0 };
  const label = (): string | undefined => {
    page.figures = 0;
    const block = composer.block("figure gallium-output", "", page, false) ?? "";
    return wordsOf(one(elementOf(composer.fill(block)), ".actions .number"));
  };
  expect([label(), label()]).toEqual(["Figure 3.1", "Figure 3.1"]);
});
