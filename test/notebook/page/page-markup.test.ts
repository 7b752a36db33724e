import { describe, expect, test } from "vitest";
import { formatFault, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { shapeFaults } from "../../../src/notebook/page/checks/page-shape.ts";
import { noGaps } from "../../../src/notebook/page/checks/violation.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();

/** What is told of a page with these words below its heading, which begin in its third line. */
const linesFor = (words: string): string[] =>
  sortFaults(shapeFaults({ file: "src/page.md", text: `# A page\n\n${words}\n` }, notebook, noGaps)).map(formatFault);

describe("raw HTML is sound", () => {
  test.each([
    "<p>One <b>two <i>three</i></b><br>four<hr/></p>",
    '<section class="live">\n\n## Work\n\nWith <span>it</span>.\n\n</section>',
    "<ul><li>One<li>Two</ul>",
    "<table><tr><td>1<td>2<tr><td>3</table>",
    "<p>An end that HTML leaves out",
    "<!-- <div> <b onclick=x> -->",
    "<pre>\n<div> is not closed here\n</pre>",
    'Write `<div>`, or:\n\n```html\n<div onclick="go()">\n```',
    '<svg viewBox="0 0 1 1"><path d="M0,0"/><circle r="1"></circle></svg>',
    '<script type="application/ld+json">{"a": "<b>"}</script>',
    '<img src="./a.png" alt="a > b"> <a href="https://example.org/on=1">there</a>',
    "One is < 2 and > 0, says a<b."
  ])("%j", (words) => {
    expect(linesFor(words)).toEqual([]);
  });
});

describe("raw HTML that", () => {
  test.each([
    ["nothing closes", "Some <b>words.", "3:6 nothing closes this <b>; add </b> where it ends"],
    [
      "nothing closes before the page ends",
      '<section class="live">\n\n## Work\n\nWords.',
      "3:1 nothing closes this <section>; add </section> where it ends"
    ],
    ["closes nothing", "Words.\n\n</div>", "5:1 this </div> closes nothing; drop it, or open <div> before it"],
    [
      "ends in another order than it begins",
      "It <b>was <i>so</b> long</i> ago.",
      "3:11 this <i> ends after the <b> that it begins in; close it before </b>"
    ],
    ["nothing closes within another", "<div>\n<em>so\n</div>", "4:1 nothing closes this <em>; add </em> where it ends"],
    [
      "has a handler",
      'A <button class="x" onclick="go()">button</button>.',
      '3:21 the page’s security policy blocks "onclick"; make the element in a live cell, and give it the function there'
    ],
    [
      "has a script for an address",
      '<a href="javascript:go()">go</a>',
      "3:10 the page’s security policy blocks a script in an address; lead somewhere, or make the element in a live cell"
    ],
    [
      "hides one behind signs of HTML",
      '<a href="java&#115;cript:go()">go</a>',
      "3:10 the page’s security policy blocks a script in an address; lead somewhere, or make the element in a live cell"
    ],
    [
      "is a script",
      "<script>go()</script>",
      "3:1 the page’s security policy blocks <script>; write it in a live cell, a fence with `js`"
    ],
    [
      "is another page",
      '<iframe src="https://example.org/"></iframe>',
      "3:1 the page’s security policy blocks <iframe>; write a link to it"
    ],
    [
      "shows what lies elsewhere",
      '<img alt="a" src="https://example.org/a.png">',
      '3:19 the page’s security policy blocks "https://example.org/a.png", which lies on another host; put the file beside the page, or write a link to it'
    ]
  ])("%s is a fault at its place", (_, words, line) => {
    expect(linesFor(words)).toEqual([`src/page.md:${line}`]);
  });
});

test("a picture of Markdown that lies elsewhere is a fault", () => {
  expect(linesFor("See ![it](https://example.org/a.png).")).toEqual([
    'src/page.md:3:11 the page’s security policy blocks "https://example.org/a.png", which lies on another host; put the file beside the page, or write a link to it'
  ]);
});

describe("two places of one name are a fault at the second", () => {
  const remedy = "give one of the two other words: a link finds the first alone";
  test("of headings", () => {
    expect(linesFor("## What it is\n\n## Else\n\n### What it is")).toEqual([
      `src/page.md:7:1 this heading stands twice on its page; ${remedy}`
    ]);
  });

  test("of elements, and of an element and a heading or a figure", () => {
    const words = '## Output\n\n<p id="a">One</p>\n\n<p id="a">Two</p>\n\n<p id="output">Three</p>';
    expect(linesFor(words)).toEqual([
      `src/page.md:7:1 "a" names a place of this page already; ${remedy}`,
      `src/page.md:9:1 "output" names a place of this page already; ${remedy}`
    ]);
    expect(linesFor('```figure rain\n```\n\n<p id="rain">Wet</p>')).toEqual([
      `src/page.md:6:1 "rain" names a place of this page already; ${remedy}`
    ]);
  });

  test("and a heading of a token is another where the token is", () => {
    expect(linesFor("## All {{relay.share}}\n\n## All {{gazette.reserves}}")).toEqual([]);
  });
});
