import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { joinLines } from "../../../src/notebook/page/figure-block.ts";

function joined(content: string): string {
  const drawing = JSDOM.fragment(`<svg>${content}</svg>`).firstElementChild;
  if (!drawing) throw new Error("there is a drawing");
  joinLines(drawing);
  return drawing.innerHTML;
}

test("lines of a group become one path, in their places", () => {
  expect(
    joined(
      '<g stroke="red"><line x1="0" x2="9" y1="4" y2="4"/><line x1="2" x2="2" y1="0" y2="5"/><line x2="3" y2="6"/></g>'
    )
  ).toBe('<g stroke="red"><path d="M0,4H9M2,0V5M0,0L3,6"></path></g>');
});

test.each([
  '<g><line x1="0" x2="9" y1="4" y2="4" stroke="red"></line><line x1="2" x2="2" y1="0" y2="5"></line></g>',
  '<g><line x1="0" x2="9" y1="4" y2="4"></line><text>1</text></g>',
  '<g><line x1="0" x2="9" y1="4" y2="4"></line></g>'
])("what has marks of its own, or is alone, stays: %s", (content) => {
  expect(joined(content)).toBe(content);
});
