import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../src/notebook/page/outline.ts";

describe("the outline of a page", () => {
  test("holds its text by section, without drawings and tables", () => {
    expect(
      outlineOf(`<h1>Gallium</h1><p>An opening.</p><svg><text>drawn</text></svg><h2 id="first">The <b>first</b></h2>
<ul><li>one</li><li>two</li></ul>
<table><tr><td>in a table</td></tr></table>`)
    ).toEqual([
      { id: "", heading: "", text: "Gallium An opening." },
      { id: "first", heading: "The first", text: "one two" }
    ]);
  });

  test.each([
    ["evidence behind a number", '<a href="#p">7</a><div id="p" popover><p>hidden</p></div>'],
    ["a figure's files", '7<div class="actions"><a href="a.csv">hidden</a></div>'],
    ["words for those who hear a drawing", '7<p class="vh">hidden</p>'],
    ["what a page's end lists", '7<section class="evidence-list"><ol><li>hidden</li></ol></section>'],
    ["the sources of a page", '7<section class="page-sources wide"><p>hidden</p></section>'],
    ["the way on", '7<nav class="next"><a href="./a">hidden</a></nav>'],
    ["a control", "7<form><label>hidden</label></form>"],
    ["what only readers without scripts see", "7<noscript><p>hidden</p></noscript>"],
    ["a link beside a verdict", '<p class="verdict">7 <a href="./a">hidden</a></p>']
  ])("leaves out %s", (_, html) => {
    expect(outlineOf(html).map(({ text }) => text)).toEqual(["7"]);
  });

  test("takes no heading within what it leaves out, nor one without an address", () => {
    const html = '<p>a</p><h2>b</h2><section class="evidence-list"><h2 id="evidence">c</h2></section>';
    expect(outlineOf(html)).toEqual([{ id: "", heading: "", text: "a b" }]);
  });

  test("reads entities, keeps words apart, and leaves joiners out", () => {
    expect(outlineOf('<p>1\u00a0t &amp; 2\u2060–\u20603</p><p>next</p><h2 id="a">Ga &lt; Al</h2>')).toEqual([
      { id: "", heading: "", text: "1 t & 2–3 next" },
      { id: "a", heading: "Ga < Al", text: "" }
    ]);
  });
});
