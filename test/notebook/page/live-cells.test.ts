import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { liveCells } from "../../../src/notebook/page/shell.ts";

/** What becomes of a document's live cells: where they are published, and how they read there. */
function moved(head: string, path = "/gallium"): { address: string | undefined; files: Record<string, string> } {
  const { document } = new JSDOM(`<head>${head}</head><main></main>`).window;
  const files: Record<string, string> = {};
  const address = liveCells(document, path, {
    emit(name, content) {
      files[name] = content;
      return `hashed/${name}`;
    }
  });
  return { address, files };
}

const script = (text: string): string => `<script type="module">${text}</script>`;

test("a page's cells become a file of its own, whose address is returned", () => {
  const { address, files } = moved(script('import {define} from "./_observablehq/client.js";\n\ndefine({id: "1"});\n'));
  expect(address).toBe("hashed/_cells/gallium.js");
  expect(Object.keys(files)).toEqual(["_cells/gallium.js"]);
});

test("its imports lead from the new folder to where they led before", () => {
  const { files } = moved(
    script(`import {define} from "./_observablehq/client.js";
import "./_npm/side-effect.js";
import {registerFile} from"./_observablehq/stdlib.js";

registerFile("./data/figures.json", {"path":"./_file/data/figures.json"});

define({id: "1", body: async () => {
const [Plot, own, other] = await Promise.all([import("./_node/plot.js"), import( "./_import/own.js"), import("https://example.org/a.js")]);
return "./a-string";
}});
`)
  );
  expect(files["_cells/gallium.js"]).toBe(`import {define} from "../_observablehq/client.js";
import "../_npm/side-effect.js";
import {registerFile} from"../_observablehq/stdlib.js";

registerFile("./data/figures.json", {"path":"./_file/data/figures.json"});

define({id: "1", body: async () => {
const [Plot, own, other] = await Promise.all([import("../_node/plot.js"), import( "../_import/own.js"), import("https://example.org/a.js")]);
return "./a-string";
}});
`);
});

test("a page without cells has no such file", () => {
  const { address, files } = moved(`${script('import "./_observablehq/client.js";')}<script>define({})</script>`);
  expect({ address, files }).toEqual({ address: undefined, files: {} });
});
