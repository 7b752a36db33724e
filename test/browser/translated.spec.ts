import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";

/** Does to a page what a browser's translation does: every text is wrapped and says something else, digits too. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === "" || text.parentElement?.closest("script, style, svg, option, font")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data
        .replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x350))
        .replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
      outer.append(inner);
      text.replaceWith(outer);
    }
  });

const attributes = (cells: Locator, name: string): Promise<(string | null)[]> =>
  cells.evaluateAll((all, attribute) => all.map((cell) => cell.getAttribute(attribute)), name);

test("a table sorts by its numbers", async ({ page }) => {
  await page.goto("/reserves-vs-output");
  await translate(page);
  const figure = page.locator("#reserves-and-output-shares");
  await figure.locator('.actions a[href="#reserves-and-output-shares-data"]').click();
  const cells = figure.locator("tbody td:nth-child(2)");
  const head = figure.locator("thead button").nth(1);
  await head.click();
  const ascending = await attributes(cells, "data-value");
  const numbers = ascending.filter((value) => value !== "").map(Number);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  // What has no number comes last, whichever way.
  const missing = ascending.slice(numbers.length);
  expect(new Set(missing)).toEqual(new Set([""]));
  await head.click();
  expect(await attributes(cells, "data-value")).toEqual([...numbers.toReversed().map(String), ...missing]);
});

test("positions are filtered by what they are, and searched in the words that the reader sees", async ({ page }) => {
  await page.goto("/positions");
  await translate(page);
  await page.locator('[data-tool="find"] summary').click();
  const tool = page.locator('[data-tool="find"]');
  const [topic = ""] = await attributes(page.locator(".positions li"), "data-topic");
  await tool.locator('select[name="topic"]').selectOption(topic ?? "");
  const left = page.locator(".positions li:not([hidden])");
  const expected = await page.locator(`.positions li[data-topic="${topic}"]`).count();
  await expect(left).toHaveCount(expected);
  expect(new Set(await attributes(left, "data-topic"))).toEqual(new Set([topic]));
  await tool.locator('select[name="voice"]').selectOption("quoted");
  expect(new Set(await attributes(left, "data-voice"))).toEqual(new Set(["quoted"]));
  await tool.getByRole("button", { name: "Reset" }).click();
  const words = (await page.locator(".positions li p").first().textContent()) ?? "";
  const [word = ""] = /\p{L}{6,}/u.exec(words) ?? [];
  await tool.locator('input[name="find"]').fill(word);
  await expect(page.locator(".positions li:not([hidden]) mark").first()).toHaveText(word);
  await tool.locator('input[name="find"]').fill("");
  await expect(page.locator(".positions li p").first()).toHaveText(words);
});

test("two speakers are compared", async ({ page }) => {
  await page.goto("/positions");
  await translate(page);
  const ids = (await attributes(page.locator(".speaker[id]"), "id")).map((id) => id?.replace("speaker-", "") ?? "");
  await page.locator('[data-tool="compare"] summary').click();
  await page.locator('select[name="compare"]').selectOption(ids[0] ?? "");
  await page.locator('select[name="with"]').selectOption(ids[1] ?? "");
  const said = await page.locator(`#speaker-${ids[0]} li, #speaker-${ids[1]} li`).count();
  await expect(page.locator("table.comparison li")).toHaveCount(said);
});

test("numbers of models follow a choice, and come back as they were; the text stays", async ({ page }) => {
  await page.goto("/reserves-vs-output");
  await translate(page);
  const text = () => page.locator("main").evaluate((main) => main.querySelector("p")?.innerHTML);
  const before = await text();
  await page.locator(".choices summary").click();
  await page.locator('select[name="edition"]').selectOption("2024");
  await expect(page.locator("#goal .question .changed")).not.toHaveCount(0);
  expect(await text()).toBe(before);
  await page.locator(".choices-state button").click();
  await expect(page.locator(".changed")).toHaveCount(0);
  expect(await text()).toBe(before);
});

test("symbols of one source are ringed together, of events too", async ({ page }) => {
  for (const path of ["/reserves-vs-output", "/timeline"]) {
    await page.goto(path);
    await translate(page);
    const drawing = page.locator("figure[data-figure] .drawing:visible").first();
    await drawing.scrollIntoViewIfNeeded();
    await expect(page.locator(".tip").first()).toBeAttached();
    await expect
      .poll(async () => {
        for (const symbol of await drawing.locator("svg a").all()) {
          await symbol.focus();
          if ((await page.locator("svg a.same").count()) > 1) return true;
        }
        return false;
      })
      .toBe(true);
  }
});
