import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const hasSheet = (page: Page): Promise<boolean> =>
  page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes("/_assets/style.")));

/** How each element looks that is shown. Figures are left out: they are drawn again at their own width. */
const looks = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body :not(.drawings *, symbol *)")]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const { color, backgroundColor, font, textDecoration, border } = getComputedStyle(element);
        const name = `${element.tagName}.${element.getAttribute("class")}`;
        return [name, x, y, width, height, color, backgroundColor, font, textDecoration, border].join();
      })
  );

/** Holds back the scripts and the rest of the style sheet until `release` is called. */
async function slowly(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/_assets\/(client|style)/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("a page at rest asks for nothing; the reader’s first move brings scripts and the whole style sheet", async ({
  page
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/gallium", { waitUntil: "networkidle" });
  expect(asked.filter((path) => !path.endsWith(".woff2") && path !== "/favicon.svg")).toEqual(["/gallium"]);
  expect(await hasSheet(page)).toBe(false);
  await page.mouse.move(200, 300);
  await expect.poll(() => hasSheet(page)).toBe(true);
  await expect.poll(() => asked.some((path) => path.startsWith("/_assets/client/wake."))).toBe(true);
});

test("nothing that is shown changes when the style sheet comes", async ({ page }) => {
  for (const path of ["/", "/gallium", "/positions", "/disagreements", "/explore", "/data"]) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const before = await looks(page);
    const sheet = page.waitForResponse(/_assets\/style\./);
    await page.evaluate(() => dispatchEvent(new Event("scroll")));
    await sheet;
    await expect.poll(() => hasSheet(page)).toBe(true);
    const changed = (await looks(page)).filter((look, index) => look !== before[index]);
    expect(changed.slice(0, 3), path).toEqual([]);
  }
});

test("a number that is clicked before the scripts are there opens when they are", async ({ page }) => {
  const release = await slowly(page);
  await page.goto("/gallium");
  await page.locator("main .ev").first().click();
  await expect(page.locator(".evidence:popover-open")).toHaveCount(0);
  release();
  await expect(page.locator(".evidence:popover-open")).toHaveRole("dialog");
});

test("a key that is pressed before the scripts are there is served when they are", async ({ page }) => {
  const release = await slowly(page);
  await page.goto("/search");
  await page.keyboard.press("/");
  release();
  await expect(page.locator("form.search input")).toBeFocused();
});

test("a number opens although the scripts never come", async ({ page, complaints }) => {
  await page.route(/_assets\/(client|style)/, (route) => route.abort());
  await page.goto("/gallium");
  await page.locator("main .ev").first().click();
  await expect(page.locator(".evidence:target")).toBeInViewport();
  await expect(page.locator(".switches + [role=status]")).toHaveText(/could not be loaded/);
  expect(complaints.splice(0)).not.toEqual([]);
});

for (const [what, file] of [
  ["scripts hang", /_assets\/client/],
  ["style sheet hangs", /_assets\/style/]
] as const)
  test(`a number opens after a moment although the ${what}, and the next at once`, async ({ page }) => {
    // No answer, neither good nor bad.
    await page.route(file, () => {});
    await page.goto("/gallium");
    const numbers = page.locator("main a.ev[data-fact]:visible");
    await numbers.first().click();
    const opened = page.locator(".evidence:is(:popover-open, :target)");
    await expect(opened).toBeInViewport({ timeout: 6_000 });
    const first = await opened.getAttribute("id");
    await page.keyboard.press("Escape");
    await numbers.last().click();
    await expect(opened).toBeInViewport({ timeout: 1_000 });
    expect(await opened.getAttribute("id")).not.toBe(first);
  });

test("a figure wakes although the style sheet hangs", async ({ page }) => {
  await page.route(/_assets\/style/, () => {});
  await page.goto("/gallium");
  await page.locator("[data-figure]").first().scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 1);
  await expect(page.locator(".tip")).toBeAttached();
});

test("what the browser opens and closes by itself is not held back", async ({ page }) => {
  await page.route(/_assets\/client/, () => {});
  await page.goto("/timeline");
  const event = page.locator(".timeline .evidence").first();
  await page.mouse.wheel(0, 1);
  await event.evaluate((element) => (element as HTMLElement).showPopover());
  await event.locator("[popovertarget]").click();
  await expect(page.locator(":popover-open")).toHaveCount(0, { timeout: 1_000 });
});

test("a number opens, and closes, in a browser that knows no popovers", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"])
      Reflect.deleteProperty(HTMLElement.prototype, name);
    // Such a browser takes the selector for a mistake.
    for (const [owner, names] of [
      [Element.prototype, ["matches", "closest", "querySelector", "querySelectorAll"]],
      [Document.prototype, ["querySelector", "querySelectorAll"]]
    ] as const)
      for (const name of names) {
        const own = Reflect.get(owner, name);
        Reflect.set(owner, name, function (this: unknown, selector: string) {
          if (selector.includes(":popover-open")) throw new SyntaxError(`'${selector}' is not a valid selector`);
          return own.call(this, selector);
        });
      }
  });
  await page.goto("/gallium");
  await page.mouse.wheel(0, 1);
  await expect(page.locator(".tip")).toBeAttached();
  await page.locator("main a.ev[data-fact]:visible").first().click();
  const opened = page.locator(".evidence:target");
  await expect(opened).toBeInViewport();
  await opened.locator(".close").click();
  await expect(opened).toHaveCount(0);
});

test("a model wakes although the style sheet never comes", async ({ page, complaints }) => {
  await page.route(/_assets\/style/, (route) => route.abort());
  await page.goto("/gallium");
  await page.locator("[data-model]").first().scrollIntoViewIfNeeded();
  await expect(page.locator("[data-model]").first().getByRole("spinbutton").first()).toBeVisible();
  expect(complaints.splice(0)).not.toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the whole style sheet is there at once", async ({ page }) => {
    await page.goto("/gallium");
    await page.locator("main .ev").first().click();
    await expect(page.locator(".evidence:target")).toHaveCSS("box-shadow", /rgba/);
  });
});
