import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { lightTokens, standaloneDrawing, withoutVariables } from "../../../src/notebook/page/pictures.ts";

const { document } = parseHTML(`<!doctype html><html><head></head><body></body></html>`);

function drawing(content: string): Element {
  const element = document.createElement("div");
  element.innerHTML = `<svg class="plot" role="group" aria-labelledby="t">${content}</svg>`;
  return element.firstElementChild as Element;
}

test("a link becomes a group that is named, without the ring that only a page shows", () => {
  const xml = standaloneDrawing(
    drawing(
      '<a href="#e-a" aria-label="up to <1%" transform="translate(1,2)"><circle class="ring"/><path d="M0 0"/></a>'
    ),
    { x: 3, y: 4 }
  );
  expect(xml).toBe(
    '<svg x="3" y="4"><g transform="translate(1,2)"><title>up to &lt;1%</title><path d="M0 0"/></g></svg>'
  );
});

test("what HTML may say and XML may not is written as XML", () => {
  expect(standaloneDrawing(drawing("<text>1\u00a0t &amp; 2\u2060–\u20603</text>"), { x: 0, y: 0 })).toContain(
    "<text>1\u00a0t &amp; 2–3</text>"
  );
});

const css = ":root{--ink: #171b1f; --paper: #fafaf7; --k-square: var(--ink);}\n@media dark{:root{--ink: #fff;}}";

test("variables are those of the light theme, on white", () => {
  const tokens = lightTokens(css);
  expect(withoutVariables('fill="var(--k-square)" stroke="var(--paper)"', tokens)).toBe('fill="#171b1f" stroke="#fff"');
  expect(withoutVariables("var(--sans)", tokens)).toMatch(/^'Source Sans 3', .*sans-serif$/);
});

test("an unknown variable, or a style sheet without a light theme, is a fault of the program", () => {
  expect(() => withoutVariables("var(--no)", lightTokens(css))).toThrow(
    "uses --no, which src/notebook/style/tokens.css does not have"
  );
  expect(() => lightTokens("body{}")).toThrow("write the light theme there, first");
});
