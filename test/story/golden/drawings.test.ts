import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { startValues } from "../../../src/notebook/kit/model.ts";
import { canvas, sizes } from "../../notebook/kit/canvas.ts";
import { realTables } from "../../real-ledger.ts";
import { figures, models } from "../../story.ts";
import { outline } from "./outline.ts";

const tables = realTables();
type Draw = (size: (typeof sizes)[number]) => Element;
const drawings: { name: string; draw: Draw }[] = [
  ...figures.map((figure) => {
    const rows = figure.select(tables);
    return { name: figure.name, draw: (size: (typeof sizes)[number]) => figure.draw(rows, canvas(size)) };
  }),
  ...models.map((model) => {
    const start = startValues(model, tables);
    return {
      name: `model-${model.name}`,
      draw: (size: (typeof sizes)[number]) => model.draw(start, canvas(size))
    };
  })
];

// Vitest shows what differs from the file.
test.each(drawings)(
  "$name is drawn as in test/story/golden; look at the page, then mend it, or accept it by `npm run unit -- -u drawings`",
  async ({ name, draw }) => {
    const drawn = Object.fromEntries(sizes.map((size) => [size, draw(size)]));
    await expect(outline(drawn)).toMatchFileSnapshot(`${name}.txt`);
  }
);

// That of a new figure is written when the run ends.
test("there is no golden drawing of a figure or model that is gone; remove what is left over", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".txt"));
  expect(files.filter((file) => !drawings.some(({ name }) => file === `${name}.txt`))).toEqual([]);
});
