import { expect, test } from "vitest";
import { keepPunctuation } from "../../../src/notebook/page/typography.ts";

const number = '<span class="drag" data-input="share">41</span>';

test("what closes behind a number stays with it", () => {
  expect(keepPunctuation(`<p>Of ${number}, if</p>`)).toBe(`<p>Of <span class="nb">${number},</span> if</p>`);
  expect(keepPunctuation(`<p>(${number}).</p>`)).toBe(`<p>(<span class="nb">${number}).</span></p>`);
  expect(keepPunctuation('<p><span class="drag" tabindex="0">41</span>%; so</p>')).toBe(
    '<p><span class="nb"><span class="drag" tabindex="0">41</span>%;</span> so</p>'
  );
});

test("each of several numbers keeps its own", () => {
  expect(keepPunctuation(`<p>${number}, ${number} and ${number}.</p>`)).toBe(
    `<p><span class="nb">${number},</span> ${number} and <span class="nb">${number}.</span></p>`
  );
});

test("what does not close, or is no text, stays where it is", () => {
  for (const html of [
    `<p>${number} t</p>`,
    `<p>${number}<i>,</i></p>`,
    "<p>41, no</p>",
    "<p><button>41</button>, no</p>"
  ])
    expect(keepPunctuation(html)).toBe(html);
});
