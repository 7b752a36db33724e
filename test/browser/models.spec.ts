import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { looks, show, violations } from "./violations.ts";

/** A model that has come to life, and its field of a name. */
async function woken(
  page: Page,
  address: string,
  name: string
): Promise<{ model: Locator; field: (label: RegExp) => Locator }> {
  await page.goto(address);
  const model = page.locator(`#${name}`);
  await model.scrollIntoViewIfNeeded();
  await expect(model.getByRole("spinbutton").first()).toBeVisible();
  return { model, field: (label) => model.getByRole("spinbutton", { name: label }) };
}

const share = /Share of world output/;

test("the arrow keys change a number, and sentence, drawing, list and address follow", async ({ page }) => {
  const { model, field } = await woken(page, "/reserves-vs-output", "goal");
  const drawing = model.locator(".drawing:visible svg");
  const before = await drawing.innerHTML();
  await field(share).focus();
  await page.keyboard.press("ArrowUp");
  await expect(field(share)).toHaveValue("13");
  await expect(field(share)).toBeFocused();
  await expect(field(share)).toHaveAttribute("aria-valuenow", "13");
  await expect(model.locator(".answer")).toContainText("50,700");
  await expect(model.locator("[data-given=share]")).toContainText("Yours: 13");
  await expect(model.locator("[data-given=share] .ev")).toHaveText("12%");
  expect(await drawing.innerHTML()).not.toBe(before);
  await expect(page).toHaveURL(/goal\.share=13/);
  await expect(model.getByRole("status")).toContainText("50,700");
  await page.keyboard.press("Home");
  await expect(field(share)).toHaveValue("1");
});

test("a mouse drags a number sideways", async ({ page }) => {
  const { model, field } = await woken(page, "/reserves-vs-output", "goal");
  await field(share).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await field(share).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 8 });
  await page.mouse.up();
  expect(Number(await field(share).inputValue())).toBeGreaterThan(12);
  await expect(model.getByRole("button", { name: "Reset" })).toBeVisible();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 350, y + height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(field(share)).toHaveValue("1");
  await expect(model.locator(".limit")).toHaveText(/from 1% to 50%/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a finger drags a number, and has room to", async ({ page }) => {
    const { field } = await woken(page, "/reserves-vs-output", "goal");
    await field(share).scrollIntoViewIfNeeded();
    const box = (await field(share).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(box.height).toBeGreaterThanOrEqual(44);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const hand = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      hand.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [{ x, y }]);
    for (const step of [10, 20, 30, 40]) await touch("touchMove", [{ x: x + step, y }]);
    await touch("touchEnd", []);
    expect(Number(await field(share).inputValue())).toBeGreaterThan(12);
  });
});

test("a number can be typed; what is none, or too much, is said and changes nothing", async ({ page }) => {
  const { model, field } = await woken(page, "/us-demand", "gap");
  const demand = field(/American demand/);
  await demand.fill("90,000");
  await demand.press("Enter");
  await expect(model.locator(".answer")).toContainText("45,000");
  for (const [typed, shown] of [
    ["80 500", "80,500"],
    ["80.600,5", "80,600.5"],
    ["90000", "90,000"]
  ] as const) {
    await demand.fill(typed);
    await demand.press("Enter");
    await expect(demand).toHaveValue(shown);
  }
  await demand.fill("plenty");
  await demand.press("Enter");
  await expect(model.locator(".limit")).toHaveText("“plenty” is no number; 90,000 stays.");
  await expect(demand).toHaveValue("90,000");
  await demand.fill("999999999");
  await demand.blur();
  await expect(model.locator(".limit")).toHaveText(/from 10,000 to 200,000/);
  await expect(demand).toHaveValue("90,000");
});

test("an address brings its numbers; Back, Forward and Reset change them", async ({ page }) => {
  const { model, field } = await woken(page, "/gallium?ramp.years=10#ramp", "ramp");
  const years = field(/Years that the step takes/);
  await expect(years).toHaveValue("10");
  await years.press("ArrowUp");
  await expect(page).toHaveURL(/ramp\.years=11/);
  await page.goBack();
  await expect(years).toHaveValue("10");
  await page.goForward();
  await expect(years).toHaveValue("11");
  await model.getByRole("button", { name: "Reset" }).click();
  await expect(years).toHaveValue("5");
  await expect(page).not.toHaveURL(/ramp/);
});

test("a number of the address that goes too far is not taken", async ({ page }) => {
  const { field } = await woken(page, "/gallium?ramp.years=1000", "ramp");
  await expect(field(/Years that the step takes/)).toHaveValue("5");
});

test("the link leads to the numbers", async ({ page }) => {
  const { model, field } = await woken(page, "/reserves-vs-output", "life");
  await field(/Growth of output/).press("PageUp");
  await expect(model.getByRole("link", { name: "Link to these numbers" })).toHaveAttribute(
    "href",
    /reserves-vs-output\?life\.growth=10#life$/
  );
  await expect(model.locator(".answer")).toContainText("73");
});

test("coming to life moves nothing", async ({ page }) => {
  await page.goto("/us-demand");
  const height = () => page.locator("#gap").evaluate((model) => model.getBoundingClientRect().height);
  const before = await height();
  await page.locator("#gap").scrollIntoViewIfNeeded();
  await expect(page.locator("#gap").getByRole("spinbutton").first()).toBeVisible();
  expect(await height()).toBe(before);
});

test("a model waits for its style sheet, so that a slow line moves nothing either", async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/*.css", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/us-demand");
  const model = page.locator("#gap");
  await Promise.all([page.waitForRequest(/\.css$/), model.scrollIntoViewIfNeeded()]);
  await page.waitForTimeout(500);
  await expect(model.getByRole("spinbutton")).toHaveCount(0);
  arrive();
  await expect(model.getByRole("spinbutton").first()).toBeVisible();
});

test("paper shows what the sources give, as a model that was never woken shows it", async ({ page }) => {
  await page.goto("/reserves-vs-output");
  // A browser whose pixels are a screen's draws half a pixel aside; the build knows no pixels, and leaves a space behind each
  // label for readers of text alone.
  const drawings = () =>
    page
      .locator("#goal .drawing")
      .evaluateAll((all) =>
        all.map(({ innerHTML }) =>
          innerHTML.replaceAll(/ transform="translate\((0|0\.5),(0|0\.5)\)"/g, "").replaceAll("</text> ", "</text>")
        )
      );
  await expect(page.locator("#goal").getByRole("spinbutton")).toHaveCount(0);
  const built = await drawings();
  const { model, field } = await woken(page, "/reserves-vs-output", "goal");
  await field(share).press("ArrowUp");
  await expect(model.locator(".answer")).toContainText("50,700");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(model.locator(".answer")).toContainText("46,800");
  expect(await drawings()).toEqual(built);
  const [room, number] = await Promise.all([model.locator(".drag").first().boundingBox(), field(share).boundingBox()]);
  expect(number).toEqual(room);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(field(share)).toHaveValue("13");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the sentence is complete and says what scripts would add", async ({ page }) => {
    await page.goto("/us-demand");
    await expect(page.locator("#gap .question")).toContainText("75,000");
    await expect(page.locator("#gap .answer")).toContainText("30,000 tonnes");
    await expect(page.locator("#gap noscript p")).toBeVisible();
    await expect(page.locator("#gap .given .ev").first()).toBeVisible();
  });
});

test("a changed model has no accessibility fault, at any width and in dark", async ({ page }) => {
  const { model, field } = await woken(page, "/reserves-vs-output", "goal");
  for (const look of looks(1280, 768, 390)) {
    await show(page, look);
    await field(share).press("End");
    await field(share).press("ArrowUp");
    await expect(model.locator(".limit")).not.toBeEmpty();
    expect(await violations(page, look, "#goal")).toEqual([]);
  }
});
