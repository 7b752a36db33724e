// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions that a page writes
import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { blockNames } from "../../../src/notebook/page/blocks.ts";
import { checkPage } from "../../../src/notebook/page/checks/page-parts.ts";
import { noGaps } from "../../../src/notebook/page/checks/violation.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figures } from "../../story.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
const linesFor = (page: string): string[] => checkPage("src/page.md", page, notebook).map(formatFault);

describe("a token", () => {
  test.each(["{{gazette.reserves}}", "{{derived.reserve-life|short}}", "{{ relay.share | printed }}"])(
    "%s is sound",
    (token) => {
      expect(linesFor(`There are ${token}.\n`)).toEqual([]);
    }
  );

  test("that names no number is a fault at its place, with the nearest", () => {
    expect(linesFor("# A title\n\nThere are {{gazette.reserve}} of it.\n")).toEqual([
      'src/page.md:3:11 no number is called "gazette.reserve"; did you mean "gazette.reserves"?'
    ]);
  });

  test("that names a number of a release nearly is told the one that it would be, by its release as well", () => {
    expect(linesFor("{{survey@latest.productoin.world.latest}}\n")).toEqual([
      'src/page.md:1:1 no number is called "survey@latest.productoin.world.latest"; did you mean "survey@latest.production.world.latest"?'
    ]);
  });

  test("that names nothing near is a fault that says where to add it", () => {
    expect(linesFor("{{zzzzzz.zzzzzzzzzz}}\n")).toEqual([
      'src/page.md:1:1 no number is called "zzzzzz.zzzzzzzzzz"; use one that data/ledger/ knows, or add it there'
    ]);
  });

  test("that names a position is a fault: it has no number", () => {
    expect(linesFor("{{gazette.plenty}}\n")).toEqual([
      expect.stringContaining('src/page.md:1:1 no number is called "gazette.plenty"; ')
    ]);
  });

  test("in a form that there is not is a fault that lists the forms", () => {
    expect(linesFor("{{gazette.reserves|shrt}}\n")).toEqual([
      'src/page.md:1:1 no form is called "shrt"; did you mean "short"?'
    ]);
  });

  test.each([
    ["capitalised", "only a count is capitalised: {{count.publications|capitalised}}; begin otherwise"],
    ["rounded", "leave it out: a sentence rounds what a table gives, and keeps what was printed"],
    ["zzzzzzzzzz", "use full, number, thousands, short, printed, year"]
  ])("in the form %s is told what to do instead", (form, remedy) => {
    expect(linesFor(`{{gazette.reserves|${form}}}\n`)).toEqual([
      `src/page.md:1:1 no form is called "${form}"; ${remedy}`
    ]);
  });

  test.each(["{{gazette reserves}}", "{{gazette.reserves|}}", "{{}}", "{{gazette.reservez}"])(
    "%s that is none is a fault",
    (token) => {
      expect(linesFor(`There are ${token} of it.\n`)).toEqual([
        `src/page.md:1:11 "${token}" is no token; write {{id}} or {{id|form}}`
      ]);
    }
  );

  test.each([
    ["{{gazette.reserves}", "{{gazette.reserves}}"],
    ["{gazette.reserves}", "{{gazette.reserves}}"],
    ["{gazette.reserves|short}}", "{{gazette.reserves|short}}"],
    ["{count.publications}", "{{count.publications}}"]
  ])("%s is a fault that says which token was meant", (braces, token) => {
    expect(linesFor(`There are ${braces} of it.\n`)).toEqual([
      `src/page.md:1:11 "${braces}" is no token; write ${token}`
    ]);
  });

  test.each(["{gazette.nothing}", "${gazette.reserves}", "{gazette.plenty}", "{ a }", "`{gazette.reserves}`"])(
    "%s, which names no number in braces, is none",
    (words) => {
      expect(linesFor(`There are ${words} of it.\n`)).toEqual([]);
    }
  );

  test.each(["<div>There are {{gazette.reserves}}.</div>", "Text.\n\n<div>\nThere are {{gazette.reserves}}.\n</div>"])(
    "in raw HTML, where no reader could read it, is a fault: %j",
    (page) => {
      const line = page.slice(0, page.indexOf("{{")).split("\n").length;
      const column = page.slice(0, page.indexOf("{{")).split("\n").at(-1)?.length ?? 0;
      expect(linesFor(`${page}\n`)).toEqual([
        `src/page.md:${line}:${column + 1} {{gazette.reserves}} stands in raw HTML, where no token is read; write it in Markdown, with an empty line before and after it`
      ]);
    }
  );

  test.each([
    "<p>Write <code>{{gazette.reserves}}</code>.</p>",
    "<div>\n\nThere are {{gazette.reserves}}.\n\n</div>",
    "There are <b>{{gazette.reserves}}</b>.",
    "<!-- {{gazette.reserves}} -->"
  ])("that HTML only surrounds, or shows as code, is sound: %j", (page) => {
    expect(linesFor(`${page}\n`)).toEqual([]);
  });

  test("that is none may stand in code", () => {
    expect(linesFor("Write `{{a b}}`.\n\n```js\nconst nested = {{a: 1}};\n```\n")).toEqual([]);
  });
});

describe("a block", () => {
  test.each(blockNames.filter((name) => !["figure", "model", "key-numbers", "comparison", "verdict"].includes(name)))(
    "%s is sound",
    (name) => {
      expect(linesFor(`\`\`\`${name}\n\`\`\`\n`)).toEqual([]);
    }
  );

  test.each(["js", "ts", "yaml", "sh", "json", "csv", "text", "html", "md"])("of code in %s is sound", (language) => {
    expect(linesFor(`\`\`\`${language}\nanything\n\`\`\`\n`)).toEqual([]);
  });

  test("without a name is sound", () => {
    expect(linesFor("```\nanything\n```\n")).toEqual([]);
  });

  test("that there is not is a fault with the nearest", () => {
    expect(linesFor("Text.\n\n```speekers\n```\n")).toEqual([
      'src/page.md:3:1 no block is called "speekers"; did you mean "speakers"?'
    ]);
  });

  test("of the positions on a place names one that there is", () => {
    expect(linesFor("```speakers russia\n```\n")).toEqual([]);
    expect(linesFor("```speakers zzzzzzzzzzzz\n```\n")).toEqual([
      'src/page.md:1:1 no place is called "zzzzzzzzzzzz"; use one that data/ledger/places.yaml knows, or add it there'
    ]);
  });

  test.each(["figure", "model"])("of a %s is passed over while its file cannot be read", (block) => {
    const page = `\`\`\`${block} zzzzzzzzzz\n\`\`\`\n`;
    expect(linesFor(page)).toHaveLength(1);
    const unreadCode = new Set([`src/${block}s/zzzzzzzzzz.ts`]);
    expect(checkPage("src/page.md", page, notebook, { ...noGaps, unreadCode })).toEqual([]);
  });

  test("of a figure that there is not is a fault", () => {
    expect(linesFor("```figure zzzzzzzzzzzzzzzzzz wide\n```\n")).toEqual([
      'src/page.md:1:1 no figure is called "zzzzzzzzzzzzzzzzzz"; use one that src/figures/ knows, or add it there'
    ]);
  });

  test("of a figure that is nearly called so is a fault with the nearest", () => {
    const [figure] = figures;
    if (!figure) throw new Error("there is a figure");
    expect(linesFor(`\`\`\`figure ${figure.name}x\n\`\`\`\n`)).toEqual([
      `src/page.md:1:1 no figure is called "${figure.name}x"; did you mean "${figure.name}"?`
    ]);
  });

  test("whose fence nothing closes is a fault", () => {
    expect(linesFor("```sh\nls\n```\n\n```js\nText.\n")).toEqual([
      "src/page.md:5:1 this fence opens or closes nothing; add the other of its two lines"
    ]);
  });

  test("of a figure that stands twice on a page is a fault", () => {
    const [first, second] = figures.map(({ name }) => `\`\`\`figure ${name}\n\`\`\`\n`);
    const twice = linesFor(`${first}${second}${first}`).filter((line) => line.includes("twice"));
    expect(twice).toEqual([
      `src/page.md:5:1 the figure "${figures[0]?.name}" stands twice on this page; drop one of the two`
    ]);
  });

  test.each([
    ["> ```figure nowhere\n> ```\n", "1:3"],
    ["- One:\n\n  ```figure nowhere\n  ```\n", "3:3"],
    ["~~~figure nowhere\n~~~\n", "1:1"]
  ])("is looked into wherever Markdown finds one: %j", (page, place) => {
    expect(linesFor(page)).toEqual([expect.stringContaining(`src/page.md:${place} no figure is called "nowhere"; `)]);
  });

  test("of no verdict would show nothing, and is a fault", () => {
    expect(linesFor("```verdict\n```\n")).toEqual([
      "src/page.md:1:1 this fence names no verdict; write its name after `verdict`"
    ]);
  });

  test("of a timeline that leads back to a figure of another page is a fault", () => {
    const [shown, other] = figures.map(({ name }) => name);
    const fences = (name = "") => `\`\`\`figure ${shown}\n\`\`\`\n\n\`\`\`timeline ${name}\n\`\`\`\n`;
    expect(linesFor(fences(shown))).toEqual([]);
    expect(linesFor(fences(other))).toEqual([
      `src/page.md:4:1 this page has no figure "${other}" to lead back to; use one of ${shown}`
    ]);
  });

  test.each([
    ["views: [", "src/page.md:3:1 is not valid YAML"],
    ["[a, b]", "src/page.md:1:1 the fence describes no chart; "],
    ["views: {}", "src/page.md:1:1 the fence names no view; "]
  ])("of a chart to make that says %j is a fault", (content, line) => {
    expect(linesFor(`\`\`\`explore\n${content}\n\`\`\`\n`).map((one) => one.slice(0, line.length))).toEqual([line]);
  });
});

describe("key numbers", () => {
  const block = (...lines: string[]): string => `Text.\n\n\`\`\`key-numbers\n${lines.join("\n")}\n\`\`\`\n`;

  test("are sound where the ledger holds them", () => {
    expect(linesFor(block("- number: gazette.reserves", "  text: In the ground"))).toEqual([]);
  });

  test("that name no number are a fault at its place", () => {
    expect(linesFor(block("- number: gazette.reserves", "  text: A", "- number: relay.shar", "  text: B"))).toEqual([
      'src/page.md:6:11 no number is called "relay.shar"; did you mean "relay.share"?'
    ]);
  });

  test("that are no list of them are a fault", () => {
    expect(linesFor(block("number: gazette.reserves"))).toEqual([
      "src/page.md:4:1 the key numbers are no list of records; write each as `- number: <id>` and, indented below it, `text: <words>`"
    ]);
  });

  test("that are no YAML are a fault that says so", () => {
    expect(linesFor(block("- number: gazette.reserves", "  text: In: the ground"))[0]).toMatch(
      /^src\/page\.md:4:1 is not valid YAML: .+; write each as/
    );
  });
});

test("a comparison that the ledger does not hold, or that stands twice, is a fault", () => {
  const fence = (name: string): string => `\`\`\`comparison ${name}\n\`\`\`\n`;
  expect(linesFor(fence("reservs")).join()).toContain('did you mean "reserves"?');
  expect(linesFor(fence("reserves"))).toEqual([]);
  expect(linesFor(fence("reserves") + fence("reserves")).join()).toContain("stands twice");
});

test("a verdict that the ledger does not hold is a fault at its name", () => {
  const text = "Words.\n\n```verdict reserves-proven reserves-prooven\n```\n";
  expect(checkPage("src/page.md", text, realNotebook()).map(formatFault)).toEqual([
    'src/page.md:3:28 no verdict is called "reserves-prooven"; did you mean "reserves-proven"?'
  ]);
});

describe("a number typed by hand that the ledger knows is a fault", () => {
  test.each([
    ["a numeral", "There are 28.5 of them.", "28.5", "gazette.reserves"],
    ["with its scale", "There are 28.5 million tonnes.", "28.5 million", "gazette.reserves"],
    ["in thousands", "There are 28,500 thousand tonnes.", "28,500 thousand", "gazette.reserves"],
    ["with commas", "It is 2,500 tonnes a year.", "2,500", "gazette.production"],
    ["without commas", "It is 2500 t a year.", "2500", "gazette.production"],
    ["a share", "It is 1% of it.", "1", "relay.share"],
    ["a share in words", "It is one per cent of it.", "one", "relay.share"],
    ["a derived quantity, rounded as it is shown", "It is 7.5 times as much.", "7.5", "derived.reserve-ratio"],
    ["a derived span of years", "It would last 11,000 years.", "11,000", "derived.reserve-life"]
  ])("%s", (_, sentence, typed, id) => {
    const column = sentence.indexOf(typed) + 1;
    expect(linesFor(`# Title\n${sentence}\n`)).toEqual([
      expect.stringContaining(
        `src/page.md:2:${column} "${typed}" is typed by hand, but the ledger knows it; write {{${id}}}`
      )
    ]);
  });

  test("also in front matter, headings, lists and key numbers", () => {
    const page =
      "---\ntitle: 28.5\n---\n\n# 28.5\n\n- 28.5\n\n```key-numbers\n- number: relay.share\n  text: Of 28.5\n```\n";
    expect(checkPage("src/page.md", page, notebook).map(({ line }) => line)).toEqual([2, 5, 7, 11]);
  });

  test("with others that it could be", () => {
    const both = minimalNotebook(
      {
        file: "relay",
        replace: "    printed: 3.8 million tons\n",
        with: "    printed: 28.5 million tons\n"
      },
      { file: "relay", replace: "    value: 3.8\n", with: "    value: 28.5\n" }
    );
    expect(checkPage("src/page.md", "It is 28.5 Mt.\n", both).map(({ remedy }) => remedy)).toEqual([
      "write {{gazette.reserves}} or relay.reserves, or {{own.28.5|why}} if it is another number"
    ]);
  });
});

describe("the record that a typed number most likely is comes first", () => {
  const both = minimalNotebook({ file: "survey-2025", replace: "2023: 0.6 e r", with: "2023: 2.5 e r" });
  const remedy = (page: string): string | undefined => checkPage("src/page.md", page, both)[0]?.remedy;

  test.each([
    ["a statement, where nothing else tells", "It was 2,500 tonnes.\n", "gazette.production"],
    ["what the sentence speaks of", "The world made 2,500 tonnes in 2023.\n", "survey-2025.production.world.2023"],
    ["not the sentence before", "The world made some in 2023. It was 2,500 tonnes.\n", "gazette.production"],
    [
      "what the page speaks of",
      "It was 2,500 tonnes.\n\n{{survey-2025.production.world.2023}}\n",
      "survey-2025.production.world.2023"
    ]
  ])("%s", (_, page, id) => {
    expect(remedy(page)).toMatch(new RegExp(`^write \\{\\{${id.replaceAll(".", "\\.")}\\}\\} or `));
  });
});

describe("a numeral with a unit of the ledger’s that no record has would be without evidence", () => {
  test.each([
    ["It has 7.3 tonnes.", "7.3"],
    ["It has 7.3 million t.", "7.3 million"],
    ["It is 43% of it.", "43"]
  ])("%s", (sentence, typed) => {
    expect(linesFor(`${sentence}\n`)).toEqual([
      expect.stringContaining(
        `"${typed}" is typed by hand, and no record has it in this unit; write a record of it and its token, or {{own.`
      )
    ]);
  });

  test.each([
    "A tonne, one per cent and seven tonnes.",
    "It took 43 years.",
    "It has 7.3 of them.",
    "It has {{own.7.3|why}} tonnes."
  ])("but for %s", (sentence) => {
    expect(linesFor(`${sentence}\n`).filter((line) => line.includes("no record has it"))).toEqual([]);
  });
});

describe("a number typed by hand is found wherever a reader meets it", () => {
  test.each([
    ["in a table’s cell", "| a | b |\n|---|---|\n| Russia | 28.5 |"],
    ["in a heading", "## Some 28.5 of them"],
    ["in a title of front matter", "---\ntitle: Some 28.5 of them\n---"],
    ["in a picture’s alternative text", "![Some 28.5 of them](./map.png)"],
    ["in a link’s text", "[Some 28.5 of them](./methods)"],
    ["in a link’s title", '[Methods](./methods "Some 28.5 of them")'],
    ["in HTML", "<p>Some <b>28.5</b> of them</p>"],
    ["in an attribute that is read out", '<img width="3" alt="Some 28.5 of them" src="2500.png">'],
    ["in an attribute that names a thing", '<section aria-label="Some 28.5 of them"></section>'],
    ["beside signs that are no tags", "If a < 28.5 and b > 3."],
    ["in a fence without a language", "```\nSome 28.5 of them\n```"],
    ["beside code", "`code` 28.5 `code`"]
  ])("%s", (_, page) => {
    expect(linesFor(`${page}\n`)).toEqual([
      expect.stringContaining('"28.5" is typed by hand, but the ledger knows it; write {{gazette.reserves}}')
    ]);
  });

  test.each([
    ["of a table’s cell, with its unit", "World output was 600 tonnes.", "600", "survey-2025.production.world.2023"],
    ["in words and thousands", "It makes twenty-five hundred a year.", "twenty-five hundred", "gazette.production"],
    ["in words", "It goes eleven thousand times over, or eleven thousand.", "eleven thousand", "derived.reserve-life"]
  ])("%s", (_, sentence, typed, id) => {
    const found = linesFor(`${sentence}\n`);
    expect(found).toEqual([
      expect.stringContaining(`"${typed}" is typed by hand, but the ledger knows it; write {{${id}}}`)
    ]);
  });

  test.each([
    ["two thirds", 66.7],
    ["three quarters", 75],
    ["a fifth of", 20.3],
    ["nine-tenths", 90]
  ])("%s, as a share", (words, share) => {
    const notebook = minimalNotebook(
      { file: "relay", replace: "    printed: less than 1%\n", with: `    printed: ${share}%\n` },
      { file: "relay", replace: '    comparator: "<"\n    high: 1\n', with: `    value: ${share}\n` }
    );
    const page = `It is ${words} it all.\n`;
    expect(checkPage("src/page.md", page, notebook).map(({ remedy }) => remedy)).toEqual(["write {{relay.share}}"]);
    expect(linesFor(page)).toEqual([]);
  });
});

describe("a number is no fault", () => {
  test.each([
    ["that the ledger does not know", "There are 43 of them."],
    ["in a word without a unit", "The one chapter has one figure."],
    ["in a word of order", "The first and the third of them."],
    ["in a word before what a page counts of its own", "Twenty-five hundred Russian figures, and 2 of them."],
    ["in another unit than the ledger's", "It took 2,500 years."],
    ["in code", "Write `28.5`.\n\n```js\nconst a = 28.5;\n```"],
    ["in an expression", "It is ${(28.5).toFixed(1)} and ${[1, {a: 28.5}].length}."],
    ["in a comment", "<!-- 28.5 -->"],
    ["in an attribute", '<img width="28.5" alt="">'],
    ["in an address", "[A link](https://example.org/28.5) and https://example.org/2500."],
    ["in a token", "{{gazette.reserves}}"]
  ])("%s", (_, page) => {
    expect(linesFor(`${page}\n`)).toEqual([]);
  });
});

describe("ordinary prose is no fault, whatever numbers the ledger holds", () => {
  const known = [1, 2, 3, 7, 18, 24, 41, 45].map((value) =>
    minimalNotebook(
      { file: "gazette", replace: "    printed: 28.5 million tons\n", with: `    printed: ${value} tons\n` },
      { file: "gazette", replace: "    value: 28.5\n    unit: Mt\n", with: `    value: ${value}\n    unit: t\n` }
    )
  );
  const faults = (page: string): string[] =>
    known.flatMap((one) => checkPage("src/page.md", `${page}\n`, one).map(formatFault));

  test.each([
    ["a numbered list", "1. One\n2. Two\n3. Three\n\n> 41) Quoted"],
    ["steps", "Go from step 2 to step 3, then do steps 2 and 3."],
    ["a room", "We met in room 41, on floor 7."],
    ["a page, a chapter, a paragraph", "See page 41, chapter 7 and paragraph 18."],
    ["a date", "On 24 February, and on February 24, 2026."],
    ["a time of day", "At 18:45."],
    ["people", "Seven people and 41 dogs waited."],
    ["part of a name", "The P-41, A7, CO2, the 18th and a 45-page report."],
    ["expressions", "It is ${(41).toFixed(7)}."]
  ])("%s", (_, page) => {
    expect(faults(page)).toEqual([]);
  });

  test.each([
    ["a number alone", "It is 41."],
    ["the ends of a range", "It grew from 41 to 45."],
    ["a part of a whole", "Of 41 of them."],
    ["with its unit", "It is 41 tonnes."],
    ["words with a unit", "It is seven tonnes."],
    ["before what its record speaks of", "It is 41 reserves."],
    ["in a table’s cell", "| a |\n|---|\n| 41 |"],
    ["behind an expression", "It is ${a} or 41."]
  ])("but %s is one", (_, page) => {
    expect(faults(page).length).toBeGreaterThan(0);
  });
});

describe("a number of the page’s own", () => {
  test("is let through with its reason", () => {
    expect(linesFor("It is {{own.28.5|we weighed it}} t.")).toEqual([]);
  });

  test("is a fault without one", () => {
    expect(linesFor("It is {{own.28.5}} t.")).toEqual([
      "src/page.md:1:7 {{own.28.5}} does not say why the number is the page’s own; write {{own.28.5|and why}}, which readers see beside it"
    ]);
  });
});

test("a count of what the ledger holds is a token, since the next source makes it another", () => {
  expect(
    linesFor("Two publications speak of it.\n\nIt has two short texts, two wagons and three publications.\n")
  ).toEqual([
    'src/page.md:1:1 "Two" counts what the ledger holds, and the next source makes it another; write {{count.publications|capitalised}}',
    'src/page.md:3:8 "two" counts what the ledger holds, and the next source makes it another; write {{count.publications}}'
  ]);
});
