import { describe, expect, test } from "vitest";
import { madeNames } from "../../src/build/made-names.ts";
import { pruneStyle } from "../../src/build/prune-style.ts";

const page = `<!doctype html><html><main><p class="note">Text</p><svg fill="var(--drawn)"></svg></main></html>`;
const pruned = (css: string, made: string[] = []): string => pruneStyle(css, page, new Set(made));

describe("a page keeps the rules", () => {
  test.each([
    ["for what it holds", "main>.note{color:red}"],
    ["for a state that its reader brings about", ".note:hover:not(:focus-visible){color:red}"],
    ["for what stands before an element", ".note::before{content:''}"],
    ["of every element", "*,::before{margin:0}"],
    ["for what is not there yet, of another element", "p:not(.old){color:red}"],
    ["for a tag that is said to weigh nothing, after a class", ".note:where(p){color:red}"],
    ["of an animation", "@keyframes rise{0%{opacity:0}}"]
  ])("%s", (_, css) => {
    expect(pruned(css)).toBe(css);
  });

  test("for what its scripts add, by class, element and attribute", () => {
    const css =
      ".tip b{color:red}svg input{color:red}.note[data-open]:not([data-open='']){color:red}main>mark{color:red}";
    expect(pruned(css, ["tip", "b", "input", "data-open", "mark"])).toBe(css);
    expect(pruned(css)).toBe("");
  });
});

test("a page keeps the custom properties that its scripts draw with", () => {
  expect(pruned(":root{--a:1;--b:2}", ["--b"])).toBe(":root{--b:2}");
});

describe("a page loses", () => {
  test("rules for what it has not, and at-rules that are then empty", () => {
    expect(pruned("@media print{.menu{color:red}}.note{color:red}")).toBe(".note{color:red}");
    expect(pruned("main .note .menu{color:red}p.menu{color:red}")).toBe("");
    expect(pruned("svg .note{color:red}:is(.menu,.bar) .note{color:red}")).toBe("");
    expect(pruned(":is(.menu,main)>.note{color:red}")).toBe(":is(.menu,main)>.note{color:red}");
  });

  test("the selectors of a list that fit nothing", () => {
    expect(pruned(".note,.menu{color:red}")).toBe(".note{color:red}");
  });

  test("custom properties that nothing uses, not those of drawings and of other properties", () => {
    expect(pruned(":root{--a:1;--b:var(--a);--c:var(--d);--d:2;--drawn:3}.note{color:var(--b)}")).toBe(
      ":root{--a:1;--b:var(--a);--drawn:3}.note{color:var(--b)}"
    );
  });
});

test("names that scripts make are literals, not selectors", () => {
  expect([
    ...madeNames(
      `tip.className="tip wide";tip.dataset.openFor="x y!";$(".fig a");html(\`<p class="row end">\`,{fill:"var(--us)"})`
    )
  ]).toEqual(["tip", "wide", "row", "end", "data-open-for", "--us"]);
});
