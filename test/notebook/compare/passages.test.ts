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

test.each([
  ["vh", "description"],
  ["drawings", "marks"],
  ["notes", "note"],
  ["about-data", "note"],
  ["source", "source"],
  ["in-full", "source"],
  ["question", "sentence"],
  ["answer", "sentence"]
])("in a figure, what is of the class %s is a %s; outside one the class says nothing", (name, kind) => {
  expect(brief(`<figure id="riders"><div class="${name}">Ten.</div></figure>`)).toEqual([[kind, "riders", "Ten."]]);
  expect(brief(`<div class="${name}">Ten.</div>`)).toEqual([["sentence", "", "Ten."]]);
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

test("an entry of evidence keeps its record where it names another, whatever its parts are called", () => {
  const entry = `<ol><li id="e-gazette-riders"><button data-fact="gazette.riders">10</button>
<div popover id="p-gazette-riders"><p class="source">The Gazette: <a data-fact="relay.riders">12</a>.</p></div></li></ol>`;
  expect(brief(entry)).toEqual([
    ["evidence", "gazette.riders", "10"],
    ["evidence", "gazette.riders", "The Gazette: 12."]
  ]);
});

test("spoken attributes count, and elements that only touch stand apart, but not what stands in a word", () => {
  expect(brief('<p><a href="./a" title="Go on">One</a><a href="./b">Two</a></p>')).toEqual([
    ["label", "", "Go on"],
    ["sentence", "", "One Two"]
  ]);
  expect(brief("<p><b>Of</b> CO<sub>2</sub></p>")).toEqual([["sentence", "", "Of CO2"]]);
});

test.each(["aria-label", "alt", "title", "data-cite", "placeholder"])("the attribute %s is told as a label", (name) => {
  expect(brief(`<p><i ${name}="Ten riders" data-x="no">10</i></p>`)).toEqual([
    ["label", "", "Ten riders"],
    ["sentence", "", "10"]
  ]);
});

test("words are told as they read: without scripts, breaks of lines and what keeps numbers together", () => {
  expect(brief("Bare\n  words.<hr>")).toEqual([["sentence", "", "Bare words."]]);
  expect(brief("<p>2,500\u2060–\u20603,000<script>let a;</script><style>p {}</style></p>")).toEqual([
    ["sentence", "", "2,500–3,000"]
  ]);
});

test("headings, titles and rows are one passage each, however many sentences and cells they have", () => {
  const html = `<h2>Who counts? The survey.</h2><figure id="riders"><h3>They grew. Why?</h3><p>Loose.</p>
<table><tr><td>No. 1. Then 2.</td><th>Three.</th><td>4</td></tr></table></figure>`;
  expect(brief(html)).toEqual([
    ["heading", "", "Who counts? The survey."],
    ["title", "riders", "They grew. Why?"],
    ["note", "riders", "Loose."],
    ["row", "riders", "No. 1. Then 2. | Three. | 4"]
  ]);
});

test("a passage stands under the last heading of the running text that says something", () => {
  const under = (html: string) => passagesOf(html).at(-1)?.under;
  expect(under("<h2>Who</h2><h2></h2><p>So.</p>")).toBe("Who");
  expect(under('<h2>Who</h2><div id="gazette.riders"><h3>Inside</h3></div><p>So.</p>')).toBe("Who");
});

test("what stands in an item, a fold or a box with an id is told of it, but for the parts of a figure", () => {
  for (const tag of ["li", "details", "div"])
    expect(brief(`<${tag} id="e.riders"><p>Ten.</p></${tag}>`)).toEqual([["sentence", "e.riders", "Ten."]]);
  expect(brief('<p id="riders">Ten.</p><h2 id="e-mail">E-mail</h2>')).toEqual([
    ["sentence", "", "Ten."],
    ["heading", "", "E-mail"]
  ]);
  expect(brief('<figure id="riders"><div id="part"><p>Ten.</p></div></figure>')).toEqual([["note", "riders", "Ten."]]);
});

test("a fault is told as one, whatever it is made of", () => {
  expect(brief('<div class="fault" id="riders"><p class="notes">No such figure.</p></div>')).toEqual([
    ["fault", "riders", "No such figure."]
  ]);
});

test("a drawing has a shape, which another drawing does not have, and ends where it ends", () => {
  const drawn = (svg: string, after = "") => passagesOf(`<p>${svg}${after}</p>`);
  const [one, words] = drawn("<svg><path d='M0'/></svg>", "So.");
  expect([one?.kind, words?.kind, words?.text]).toEqual(["drawing", "sentence", "So."]);
  expect(drawn("<svg><path d='M0'/></svg>", "No.")[0]?.shape).toBe(one?.shape);
  expect(drawn("<svg><path d='M1'/></svg>")[0]?.shape).not.toBe(one?.shape);
});

test("a mark that is put into its place by a share of the width is a drawing too", () => {
  const marked = (style: string) => passagesOf(`<p><i style="${style}">Ten.</i></p>`);
  expect(marked("left: 20%").map(({ kind, text }) => [kind, text])).toEqual([
    ["drawing", ""],
    ["sentence", "Ten."]
  ]);
  expect(marked("left: 20%")[0]?.shape).not.toBe(marked("left: 30%")[0]?.shape);
  expect(marked("color: red").map(({ kind }) => kind)).toEqual(["sentence"]);
});

test("a short form, a decimal point and a page do not end a sentence", () => {
  expect(sentencesOf("See p. 153 of it. J. Smith has 3.8 (or “4.”) It is so.")).toEqual([
    "See p. 153 of it.",
    "J. Smith has 3.8 (or “4.”)",
    "It is so."
  ]);
});

test("a sentence begins with a capital, a numeral or a quotation, never with a small letter", () => {
  expect(sentencesOf("It rose. “No,” he said. 3.8 million are left, i.e. fewer.")).toEqual([
    "It rose.",
    "“No,” he said.",
    "3.8 million are left, i.e. fewer."
  ]);
});
