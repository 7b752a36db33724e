import { expect, test } from "vitest";
import { passagesOf, sentencesOf } from "../../../src/notebook/compare/passages.ts";

const brief = (html: string) => passagesOf(html).map(({ kind, at, text }) => [kind, at, text]);

test("a paragraph is told sentence by sentence, under its heading", () => {
  expect(
    passagesOf('<h2 id="a">Who counts</h2><p>The <b>survey</b> counts 3.8 million. The state <i>28.5</i>.</p>')
  ).toEqual([
    { kind: "heading", at: "", under: "Who counts", text: "Who counts" },
    { kind: "sentence", at: "", under: "Who counts", text: "The survey counts 3.8 million." },
    { kind: "sentence", at: "", under: "Who counts", text: "The state 28.5." }
  ]);
});

test("a figure is told by its title, words, description, marks and rows", () => {
  const figure = `<figure class="fig" id="riders"><figcaption><h3>Riders grew</h3><p class="vh">Ten riders, then twelve.</p></figcaption>
<div class="drawings"><svg><a aria-label="10 riders"><text>10</text></a></svg></div><p class="notes">Counted by hand.</p>
<table><caption class="vh">Riders grew</caption><tr><th>2024</th><td>10</td></tr></table></figure>`;
  expect(brief(figure)).toEqual([
    ["title", "riders", "Riders grew"],
    ["description", "riders", "Ten riders, then twelve."],
    ["marks", "riders", "10 riders"],
    ["marks", "riders", "10"],
    ["drawing", "riders", ""],
    ["note", "riders", "Counted by hand."],
    ["label", "riders", "Riders grew"],
    ["row", "riders", "2024 | 10"]
  ]);
});

test("a mark is whole, whatever in it has to be escaped", () => {
  expect(brief("<svg><text>&gt;10</text><text>A&amp;B<tspan>2</tspan></text></svg>")).toEqual([
    ["marks", "", ">10"],
    ["marks", "", "A&B"],
    ["marks", "", "2"],
    ["drawing", "", ""]
  ]);
});

test("an entry of evidence is known by its record", () => {
  const entry = `<ol><li id="e-gazette-riders"><button data-fact="gazette.riders">10</button><div popover id="p-gazette-riders"><p>Ten riders.</p></div></li></ol>`;
  expect(brief(entry)).toEqual([
    ["evidence", "gazette.riders", "10"],
    ["evidence", "gazette.riders", "Ten riders."]
  ]);
});

test("spoken attributes count, and what only touches stands apart", () => {
  expect(brief('<p><a href="./a" title="Go on">One</a><a href="./b">Two</a></p>')).toEqual([
    ["label", "", "Go on"],
    ["sentence", "", "One Two"]
  ]);
});

test("a short form, a decimal point and a page do not end a sentence", () => {
  expect(sentencesOf("See p. 153 of it. J. Smith has 3.8 (or “4.”) It is so.")).toEqual([
    "See p. 153 of it.",
    "J. Smith has 3.8 (or “4.”)",
    "It is so."
  ]);
});
