import { expect, test } from "vitest";
import { holdTogether } from "../../../src/notebook/page/typography.ts";

test.each([
  ["<p>Summaries 2026, version 1.3, p. 153</p>", "<p>Summaries_2026, version_1.3, p._153</p>"],
  ["<b>Figure 2.1</b> of 4", "<b>Figure_2.1</b> of 4"],
  ["<p>10 July 2026, paragraph 9</p>", "<p>10_July_2026, paragraph_9</p>"],
  [
    "<p>, March 2025 (inferred), ¶8, ¶9; , 31 March 2025, ¶3",
    "<p>, March_2025 (inferred),_¶8, ¶9; , 31_March_2025,_¶3"
  ],
  ["<small>1 record</small><small>10 records</small>", "<small>1_record</small><small>10_records</small>"],
  ["<li>2026, CC BY 4.0.</li>", "<li>2026, CC_BY_4.0.</li>"],
  [
    "<p>Nothing in what was read tells who would buy it.</p>",
    "<p>Nothing in what was read tells who would buy_it.</p>"
  ],
  ["<p>By <b>5%</b> a year.</p>", "<p>By <b>5%</b> a_year.</p>"],
  ["<li>¶2, ¶9–14</li>", "<li>¶2, ¶9–|14</li>"]
])("a word and its number stay on one line: %s", (html, held) => {
  expect(holdTogether(html)).toBe(held.replaceAll("_", "\u00a0").replaceAll("|", "\u2060"));
});

test.each([
  "<p>Nothing in what was read tells what the industrialists</p>",
  '<a title="version 1.3" href="#a">a</a>',
  "<pre><code>// version <b>1.3</b>, Figure 2\n</code></pre>",
  "<li>conversion 3, in 2026 March began; 7 Maybe</li>"
])("nothing else is touched: %s", (html) => {
  expect(holdTogether(html)).toBe(html);
});
