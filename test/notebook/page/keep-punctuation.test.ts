import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { keepPunctuation } from "../../../src/notebook/page/typography.ts";

const kept = (html: string): string => {
  const main = new JSDOM(html).window.document.body;
  keepPunctuation(main);
  return main.innerHTML;
};

test("what closes behind a number stays with it", () => {
  expect(kept('<p>Of <b data-fact="a">41</b>, if</p>')).toBe(
    '<p>Of <span class="nb"><b data-fact="a">41</b>,</span> if</p>'
  );
  expect(kept('<p>(<b data-fact="a">41</b>).</p>')).toBe('<p>(<span class="nb"><b data-fact="a">41</b>).</span></p>');
});

test("what does not close, or is no text, stays where it is", () => {
  for (const html of ['<p><b data-fact="a">41</b> t</p>', '<p><b data-fact="a">41</b><i>,</i></p>', "<p>41, no</p>"])
    expect(kept(html)).toBe(html);
});
