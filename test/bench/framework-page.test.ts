import { expect, test } from "vitest";
import type { Fact, Notebook } from "../../src/notebook/page/notebook.ts";
import { unitWords } from "../../src/notebook/words/units.ts";
import { figureRow } from "../notebook/kit/tables-fixture.ts";
import { minimalLedger } from "../notebook/ledger/minimal-ledger.ts";
import { frameworkPage } from "./framework-page.ts";
import { pageContent } from "./page-content.ts";
import { smallDocument } from "./small-page.ts";

const row = figureRow({ id: "a.output", low: 7, value: 7, high: 7, unit: "t/yr", printed: "seven tons" });
const { units } = minimalLedger().vocabulary;
const notebook = {
  fact: (): Fact => ({ kind: "figure", row }),
  units,
  unit: unitWords(units),
  isOrdinal: () => false,
  tables: { figures: { rows: [row] } }
} as unknown as Notebook;
const source = `# Output

<section class="live" style="--room: 1px">

## Work from {{a.output|number}}

\`\`\`js
const live = 1;
\`\`\`

</section>
`;
const numberOf = (id: string, form: string): string => `\${numberOf("${id}", "${form}")}`;
const markdown = frameworkPage(pageContent(smallDocument()), source, notebook);

test("numbers are expressions, in the form in which the page has them", () => {
  expect(markdown).toContain(`<h1>Output of ${numberOf("a.output", "short")} a year</h1>`);
  expect(markdown).toContain(`<b>${numberOf("a.output", "printed")}</b>`);
});

test("a figure is a cell that draws in the browser; its source and links stay text", () => {
  expect(markdown).toContain(`<figure>

\`\`\`js
display(drawFigure("squares", await FileAttachment("figures/squares.json").json(), width));
\`\`\`

<p><b>Source</b> A</p>`);
  expect(markdown).not.toMatch(/<svg|Forty-one|A note/);
});

test("live cells are those of the page's source", () => {
  expect(markdown).toContain(
    `## Work from ${numberOf("a.output", "number")}\n\n\`\`\`js\nconst live = 1;\n\`\`\`\n\n</section>`
  );
});

test("the cells that others rest on come first", () => {
  expect(markdown).toMatch(/^---\ntitle: "Gallium"\n---\n\n```js\nimport \{numberWriter\}/);
});

test("a source without the live cells that the page has is refused", () => {
  expect(() => frameworkPage(pageContent(smallDocument()), "# Output", notebook)).toThrow("no section of live cells");
});
