import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { placeEvidenceSwitch } from "../../../src/notebook/page/evidence.ts";

function mainOf(html: string): Element {
  const { document } = new JSDOM(`<main>${html}</main>`).window;
  const main = document.querySelector("main");
  if (!main) throw new Error("no main");
  placeEvidenceSwitch(main);
  return main;
}

test("the switch stands after the standfirst, and after what stands beside it", () => {
  const number = '<button data-fact="a.one">1</button>';
  expect(mainOf(`<h1>A</h1>\n<p>${number}</p>\n<h2>B</h2>`).querySelector("p + .switches + h2")).not.toBeNull();
  expect(
    mainOf(`<h1>A</h1>\n<p>${number}</p>\n<p class="how-to">How</p>`).querySelector(".how-to + .switches")
  ).not.toBeNull();
  expect(mainOf(`<h1>A</h1>\n<figure></figure><p>${number}</p>`).querySelector("h1 + .switches")).not.toBeNull();
});

test("a page whose text has no number has no switch", () => {
  expect(mainOf("<h1>A</h1><p>Words.</p>").querySelector(".switch")).toBeNull();
});
