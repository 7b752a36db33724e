import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { looks, show, violations } from "./violations.ts";

const page = "/positions";
const finder = (tab: Page): Locator => tab.locator("[data-tool=find]");
const comparison = (tab: Page): Locator => tab.locator("[data-tool=compare]");
const shown = (tab: Page): Locator => tab.locator("#speakers li:visible");
const tally = (tab: Page, column: number): Promise<string[]> =>
  tab.locator(".tally td").nth(column).locator("b").allInnerTexts();

async function openFinder(tab: Page): Promise<Locator> {
  await finder(tab).locator("summary").click();
  await expect(finder(tab).getByRole("status")).not.toBeEmpty();
  return finder(tab).getByRole("status");
}

test("the tools come when they are opened, and not before", async ({ page: tab }) => {
  const scripts: string[] = [];
  tab.on("request", (request) => scripts.push(request.url()));
  await tab.goto(page);
  await tab.waitForLoadState("networkidle");
  expect(scripts.filter((url) => /position-finder|speaker-comparison/.test(url))).toEqual([]);
  const status = await openFinder(tab);
  expect(scripts.filter((url) => url.includes("position-finder"))).toHaveLength(1);
  await expect(status).toHaveText(/^(\d+) of \1 positions, by (\d+) of \2 speakers\.$/);
});

test("filters by mouse: rows, counts and tally follow, and the reset brings all back", async ({ page: tab }) => {
  await tab.goto(page);
  const before = await tally(tab, 2);
  const status = await openFinder(tab);
  const all = await status.innerText();
  await finder(tab).getByLabel("Stance").selectOption("favourable");
  await finder(tab).getByLabel("Topic").selectOption("Cost");
  const left = Number((await status.innerText()).split(" ")[0]);
  expect(left).toBeGreaterThan(0);
  await expect(shown(tab)).toHaveCount(left);
  expect((await tally(tab, 2)).map((text) => Number.parseInt(text, 10))).toEqual([left, 0]);
  expect((await tally(tab, 0)).map((text) => Number.parseInt(text, 10))).toEqual([0, 0]);
  await finder(tab).getByRole("button", { name: "Reset" }).click();
  await expect(status).toHaveText(all);
  expect(await tally(tab, 2)).toEqual(before);
  await expect(shown(tab)).toHaveCount(0);
});

test("an option says how many positions it would leave", async ({ page: tab }) => {
  await tab.goto(`${page}?topic=China`);
  const option = finder(tab).getByLabel("Stance").locator("option", { hasText: "sceptical" });
  await expect(option).toHaveText(/\(\d+\)/);
  const promised = (await option.innerText()).match(/\d+/)?.[0];
  await finder(tab).getByLabel("Stance").selectOption("sceptical");
  await expect(finder(tab).getByRole("status")).toHaveText(new RegExp(`^${promised} of`));
});

for (const [label, value] of [
  ["How it is told", "gloss"],
  ["Kind of speaker", "government official"],
  ["Affiliation", "Rosnedra"],
  ["Country", "US"],
  ["Kind of outlet", "state-linked media"]
] as const)
  test(`filters by ${label}`, async ({ page: tab }) => {
    await tab.goto(page);
    const status = await openFinder(tab);
    await finder(tab).getByRole("combobox", { name: label }).selectOption(value);
    const left = Number((await status.innerText()).split(" ")[0]);
    expect(left).toBeGreaterThan(0);
    await expect(shown(tab)).toHaveCount(left);
  });

test("searches by the keyboard, marks what it found, and says when it found nothing", async ({ page: tab }) => {
  await tab.goto(page);
  await finder(tab).locator("summary").focus();
  await tab.keyboard.press("Enter");
  const search = finder(tab).getByLabel("Search");
  await expect(search).toBeVisible();
  await tab.keyboard.press("Tab");
  await expect(search).toBeFocused();
  await tab.keyboard.type("sanct");
  const status = finder(tab).getByRole("status");
  await expect(status).toHaveText(/^\d+ of/);
  for (const mark of await tab.locator("#speakers mark:visible").all()) await expect(mark).toHaveText(/^sanct$/i);
  expect(await tab.locator("#speakers li:visible:not(:has(mark))").count()).toBe(0);
  await tab.keyboard.type("zzz");
  await expect(status).toHaveText(/^No position fits all of this\. What comes nearest is shown, \d+ of/);
  expect(await shown(tab).count()).toBeGreaterThan(0);
  await search.fill("zzz");
  await expect(status).toHaveText(/^No position fits all of this\. Take something back/);
  await expect(shown(tab)).toHaveCount(0);
  await finder(tab).getByRole("button", { name: "Reset" }).press("Enter");
  await expect(tab.locator("#speakers mark")).toHaveCount(0);
});

test("sorts the speakers and gives their own order back", async ({ page: tab }) => {
  await tab.goto(page);
  const names = () => tab.locator("#speakers .speaker[id] th span").allInnerTexts();
  const built = await names();
  await openFinder(tab);
  await finder(tab).getByLabel("Order").selectOption("name");
  const byName = await names();
  expect(byName).toEqual([...built].sort((a, b) => a.localeCompare(b, "en")));
  await expect(tab.locator("#speakers .group:visible")).toHaveCount(0);
  await finder(tab).getByLabel("Order").selectOption("by kind of voice");
  expect(await names()).toEqual(built);
});

test("the address keeps the view: loaded, gone back, gone forward, linked", async ({ page: tab }) => {
  await tab.goto(page);
  const status = await openFinder(tab);
  const all = await status.innerText();
  await finder(tab).getByLabel("Topic").selectOption("China");
  const china = await status.innerText();
  await finder(tab).getByLabel("Search").pressSequentially("refin");
  const both = await status.innerText();
  expect(new URL(tab.url()).search).toBe("?topic=China&find=refin");
  await tab.goBack();
  await expect(status).toHaveText(china);
  await tab.goBack();
  await expect(status).toHaveText(all);
  await tab.goForward();
  await tab.goForward();
  await expect(status).toHaveText(both);
  const link = await finder(tab).getByRole("link", { name: "Link to this view" }).getAttribute("href");
  await tab.goto(page + link);
  await expect(status).toHaveText(both);
  await expect(finder(tab).getByLabel("Topic")).toHaveValue("China");
});

test("an address with a value that there is not shows everything", async ({ page: tab }) => {
  await tab.goto(`${page}?topic=Cheese&order=mood`);
  await expect(finder(tab).getByRole("status")).toHaveText(/^(\d+) of \1 positions/);
});

test("a link to a position opens its row, and shows it again where it is filtered away", async ({ page: tab }) => {
  const id = "sputnik-outlet-fickle-west";
  await tab.goto(`${page}#${id}`);
  await expect(tab.locator(`#${id}`)).toBeInViewport();
  await tab.goto(`${page}?stance=favourable`);
  await expect(shown(tab).first()).toBeVisible();
  await expect(tab.locator(`#${id}`)).toBeHidden();
  await tab.evaluate((name) => {
    location.hash = name;
  }, id);
  await expect(tab.locator(`#${id}`)).toBeInViewport();
  expect(new URL(tab.url()).search).toBe("");
});

test("the paragraphs of an opened row link to the position", async ({ page: tab }) => {
  await tab.goto(page);
  await tab.locator("#speaker-oleg-kazanov summary").click();
  const link = tab.locator("#russia-post-kazanov-reserves small a");
  await expect(link).toHaveText(/^¶\d/);
  await expect(link).toHaveAttribute("href", "#russia-post-kazanov-reserves");
});

test("two speakers stand side by side, topic by topic; the address keeps them", async ({ page: tab }) => {
  await tab.goto(page);
  await comparison(tab).locator("summary").click();
  const status = comparison(tab).getByRole("status");
  await expect(status).toHaveText("Choose two different speakers.");
  await comparison(tab).getByLabel("One speaker").selectOption("Peter Arkell");
  await comparison(tab).getByLabel("Another").selectOption("Valery Yazev");
  await expect(status).toHaveText(/Same stance: .*Different stance: /);
  const row = comparison(tab).getByRole("row", { name: /^Cost/ });
  await expect(row.getByRole("cell").nth(0).getByRole("listitem").first()).toContainText(/¶\d+ in Sputnik/);
  await expect(row.getByRole("cell").nth(1)).toHaveText("says nothing on it");
  await tab.reload();
  await expect(comparison(tab).getByRole("columnheader")).toHaveText(["Topic", "Peter Arkell", "Valery Yazev"]);
  await comparison(tab).getByLabel("Another").selectOption("Peter Arkell");
  await expect(comparison(tab).getByRole("table")).toHaveCount(0);
  await tab.goBack();
  await expect(comparison(tab).getByRole("table")).toHaveCount(1);
});

test("the comparison works by keyboard", async ({ page: tab }) => {
  await tab.goto(page);
  await comparison(tab).locator("summary").focus();
  await tab.keyboard.press("Enter");
  const choices = ["One speaker", "Another"].map((name) => comparison(tab).getByLabel(name));
  for (const [place, choice] of choices.entries()) {
    await choice.focus();
    for (let step = 0; step <= place; step += 1) await tab.keyboard.press("ArrowDown");
    await expect(choice).toBeFocused();
  }
  await expect(comparison(tab).getByRole("table")).toHaveCount(1);
});

test.describe("by touch, on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("two speakers are compared, and a position’s row opens, at a tap", async ({ page: tab }) => {
    await tab.goto(page);
    await comparison(tab).locator("summary").tap();
    await comparison(tab).getByLabel("One speaker").selectOption("Peter Arkell");
    await comparison(tab).getByLabel("Another").selectOption("Valery Yazev");
    await expect(comparison(tab).getByRole("table")).toBeVisible();
    await tab.locator("#speaker-oleg-kazanov summary").tap();
    await expect(tab.locator("#russia-post-kazanov-reserves")).toBeVisible();
  });

  test("the list filters, and everything that is tapped is large enough", async ({ page: tab }) => {
    await tab.goto(page);
    await finder(tab).locator("summary").tap();
    const status = finder(tab).getByRole("status");
    await expect(status).not.toBeEmpty();
    await finder(tab).getByLabel("Topic").selectOption("Cost");
    await expect(shown(tab).first()).toBeVisible();
    for (const control of await tab.locator(".tool :is(summary, input, select, button, p a):visible").all())
      expect((await control.boundingBox())?.height, await control.innerText()).toBeGreaterThanOrEqual(44);
    await finder(tab).getByRole("button", { name: "Reset" }).tap();
    await expect(status).toHaveText(/^(\d+) of \1/);
  });

  test("an address that opens the tools leads to them, and nothing shifts", async ({ page: tab }) => {
    await tab.goto(`${page}?topic=Cost&compare=peter-arkell&with=rusal`);
    await expect(comparison(tab).getByRole("table")).toBeVisible();
    await expect(finder(tab)).toBeInViewport();
    const shift = await tab.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 500);
        })
    );
    expect(shift).toBeLessThan(0.1);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("every position can be opened, and no tool is shown that would not work", async ({ page: tab }) => {
    await tab.goto(page);
    await expect(tab.locator(".tool:visible")).toHaveCount(0);
    await tab.locator("#speaker-peter-arkell summary").click();
    await expect(shown(tab)).toHaveCount(await tab.locator("#speaker-peter-arkell li").count());
  });

  test("print shows every position", async ({ page: tab }) => {
    await tab.goto(page);
    await tab.emulateMedia({ media: "print" });
    await expect(shown(tab)).toHaveCount(await tab.locator("#speakers li").count());
  });
});

test("the tools, open, have no accessibility fault and do not scroll sideways, at any width and in dark", async ({
  page: tab
}) => {
  test.slow();
  await tab.goto(`${page}?find=china&compare=peter-arkell&with=valery-yazev`);
  for (const look of looks(1280, 768, 390)) {
    await show(tab, look);
    await expect(comparison(tab).getByRole("table")).toBeVisible();
    await expect(tab.locator("#speakers mark:visible").first()).toBeVisible();
    expect(await violations(tab, look)).toEqual([]);
    const [scrolled, room] = await tab
      .locator("html")
      .evaluate((html) => [html.scrollWidth, html.clientWidth] as const);
    expect(scrolled).toBe(room);
  }
});
