import { expect, test } from "vitest";
import { firstNumber } from "./first-number.ts";
import { smallDocument } from "./small-page.ts";

test("the first number is the first of the ledger's, with the words before it", () => {
  expect(firstNumber(smallDocument())).toEqual({ tag: "h1", text: "Output of 7 t" });
});

test("where the ledger has none in the text, any numeral will do", () => {
  const document = smallDocument(' data-fact="a.output" id="n-1">7&nbsp;t</a>', ">It is</a> 2,500 here,");
  expect(firstNumber(document)).toEqual({ tag: "h1", text: "Output of It is 2,500" });
});

test("what is not read does not count: drawings, closed tables, the list of evidence", () => {
  const document = smallDocument('<a class="ev" href="#p-a-output" data-fact="a.output" id="n-1">7&nbsp;t</a>');
  expect(() => firstNumber(document)).toThrow("the page has no number");
});
