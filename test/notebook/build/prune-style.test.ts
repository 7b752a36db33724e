import { describe, expect, test } from "vitest";
import { pruneStyle } from "../../../src/notebook/build/prune-style.ts";

const page = `<!doctype html><html><main><p id="top"><q>First</q></p><p class="note">Text</p><svg fill="var(--drawn)"></svg>
<details class="menu"><summary>Menu</summary><nav></nav></details>
<details><summary>Rows</summary><table><tr></tr></table></details><details class="fold"><summary>All</summary><ol></ol></details><div class="positions"><p><details><summary>One</summary><q>Said</q></details></div><div class="panel"><b></b></div></main></html>`;
const pruned = (css: string): string => pruneStyle(css, page);

describe("a page keeps the rules", () => {
  test.each([
    ["for what it holds", "main>.note{color:red}"],
    ["for a state in which an address or a key brings it", ".note:target:not(:focus-visible){color:red}"],
    ["for what stands before an element", ".note::before{content:''}"],
    ["for one of several tags, also after a class", ".note:where(p,a){color:red}:is(main,nav)>p{color:red}"],
    ["of every element", "*,::before{margin:0}"],
    ["for what follows another element, shown or not", "main>p+svg{top:0}.panel~p:not(:has(:hover)){top:0}"],
    ["for what holds something that is there", "main:has(>.note)>p{color:red}p:has(q,.bar){color:red}"],
    ["for an element by its id", "#top+.note,#top q{color:red}"],
    ["for what is not there yet, of another element", "p:not(.old){color:red}"],
    ["for what is not open yet, of another state", "p:not(:popover-open){color:red}"],
    ["for the menu, which may be opened first", ".menu nav{color:red}"],
    ["for what is closed on a screen and open on paper", ".positions q{color:red}"],
    ["for what is folded on a screen and unfolded on paper", ".fold ol{color:red}"],
    ["of an animation that it uses", ".note{animation:rise 1s}@keyframes rise{0%{opacity:0}}"]
  ])("%s", (_, css) => {
    expect(pruned(css)).toBe(css);
  });
});

describe("a page loses", () => {
  test("rules for what it has not, and at-rules that are then empty", () => {
    expect(pruned("@media print{.bar{color:red}}.note{color:red}")).toBe(".note{color:red}");
    expect(pruned("@media print{@media(width>1px){.bar{color:red}}}")).toBe("");
    expect(pruned("main .note .bar{color:red}p.bar{color:red}")).toBe("");
    expect(pruned("svg .note{color:red}:is(.bar,.rail) .note{color:red}")).toBe("");
    expect(pruned(":is(.bar,main)>.note{color:red}")).toBe(":is(.bar,main)>.note{color:red}");
  });

  test.each([
    ["for what is closed until its reader opens it", "details table tr{color:red}.panel b{color:red}"],
    [
      "for what its reader points to or opens",
      ".note:hover{color:red}.note:popover-open b{color:red}p::backdrop{top:0}"
    ],
    ["for what follows something that it has not", "main>.bar+p{top:0}.bar~.note{top:0}"],
    ["for what holds something that it has not", "main:has(>.bar)>p{color:red}:root:has(main .bar){color:red}"],
    ["for an id that it has not", "#bottom+.note{color:red}#bottom q{color:red}"],
    ["for what holds something that its reader has opened", "p:has(>:popover-open){color:red}"],
    ["for what its scripts add", ".tip b{color:red}.note[data-open]{color:red}"],
    ["of an animation that nothing uses", "@keyframes rise{0%{opacity:0}}@position-try --up{top:0}"]
  ])("rules %s", (_, css) => {
    expect(pruned(css)).toBe("");
  });

  test("the selectors of a list that fit nothing", () => {
    expect(pruned(".note,.bar,.note:hover{color:red}")).toBe(".note{color:red}");
  });

  test("custom properties that nothing uses, not those of drawings and of other properties", () => {
    expect(pruned(":root{--a:1;--b:var(--a);--c:var(--d);--d:2;--drawn:3}.note{color:var(--b)}")).toBe(
      ":root{--a:1;--b:var(--a);--drawn:3}.note{color:var(--b)}"
    );
  });
});
