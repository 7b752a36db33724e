import type { Page } from "@playwright/test";

// What a page has that asks for files, how a reader uses it, and what is otherwise once it has worked.

/** Something of a page that its reader uses. */
export interface Control {
  name: string;
  /** Its first one on a page is used, or each. */
  at: string;
  each?: true;
  /** It is the page as a whole: what it asks for is missed in several places. */
  isWhole?: true;
  use(page: Page, control: number): Promise<unknown>;
  /** What is otherwise once it has worked. */
  shows(page: Page, control: number): Promise<string>;
}

const click = (at: string) => (page: Page, control: number) => page.locator(at).nth(control).click();
const attribute = (at: string, name: string) => async (page: Page, control: number) =>
  (await page.locator(at).nth(control).getAttribute(name)) ?? "";

/** Brings every part of the page into view, narrower than any of its drawings was made for. */
const scroll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((done, stop) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
        setTimeout(() => stop(new Error("the page is not drawn")), 5000);
      });
    }
  });

/** Chooses an option of a select, unless the page turns it off. A busy page is asked again: what is not chosen tells nothing. */
async function choose(page: Page, select: string, option: { index: number } | string): Promise<void> {
  const found = page.locator(select).first();
  await found.scrollIntoViewIfNeeded();
  for (let isChosen = false; !isChosen && (await found.isEnabled()); )
    isChosen = await found.selectOption(option, { timeout: 2000 }).then(
      () => true,
      () => false
    );
}

const code = ".actions [href$='.ts.txt']";
const table = ".actions a[href$='-data']";
const tool = "details[data-tool] > summary";

export const controls: Control[] = [
  {
    name: "scrolling",
    at: "[data-figure], [data-model], .observablehq--block",
    isWhole: true,
    use: scroll,
    shows: (page) =>
      page.evaluate(() => {
        const drawn = [...document.querySelectorAll(".drawings svg")].filter((svg) => svg.checkVisibility());
        const widths = drawn.map((svg) => svg.getAttribute("width"));
        const live = [...document.querySelectorAll(".observablehq--block")].map((cell) => cell.childElementCount > 0);
        return [...widths, document.querySelectorAll("[role=spinbutton]").length, ...live].join();
      })
  },
  {
    name: "the switch",
    at: "#show-evidence",
    use: click("#show-evidence"),
    shows: attribute("#show-evidence", "aria-pressed")
  },
  {
    name: "a citation",
    at: "[data-cite]",
    use: click("[data-cite]"),
    // What the button says of it, it says for a moment; its own words it keeps here.
    shows: attribute("[data-cite]", "data-label")
  },
  {
    name: "a table",
    at: table,
    use: click(table),
    shows: async (page) => String(await page.locator("details.data[open]").count())
  },
  { name: "a figure’s code", at: code, each: true, use: click(code), shows: attribute(code, "aria-expanded") },
  {
    name: "a choice",
    at: ".choices summary",
    use: async (page) => {
      await page.locator(".choices summary").click();
      await choose(page, ".choices select", { index: 1 });
    },
    shows: (page) => page.locator(".choices-state").innerText()
  },
  {
    name: "a tool",
    at: tool,
    each: true,
    use: click(tool),
    shows: async (page, control) =>
      String(await page.locator("details[data-tool]").nth(control).locator("input, select, button").count())
  },
  {
    name: "the search",
    at: "form.search input",
    use: (page) => page.locator("form.search input").fill("gallium"),
    shows: async (page) => String((await page.locator(".results li").count()) > 0)
  },
  {
    name: "explore",
    at: "[data-explore] select[name=table]",
    use: (page) => choose(page, "select[name=table]", "speakers"),
    shows: (page) => page.locator("#your-title").innerText()
  },
  {
    name: "a number",
    at: "main p a.ev",
    use: click("main p a.ev"),
    shows: async (page) => String(await page.locator(".evidence:is(:popover-open, :target)").count())
  }
];

/** The page's words and numbers, but for what a control adds to them. */
export const words = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll("main > :is(h1, h2, h3, p, ul, ol), main [data-fact]")]
      .filter((element) => !element.matches(".results, [role=status]"))
      .map(({ textContent }) => textContent)
      .join("\n")
  );

/**
 * Whether the page says that what a control needs did not come: beside it, in what the window shows, so that whoever has
 * used it sees that. Of the page as a whole it may be said anywhere.
 */
export const complains = (page: Page, { at, isWhole }: Control, place: number): Promise<boolean> =>
  page.evaluate(
    ({ at, isWhole, place }) => {
      const control = document.querySelectorAll(at)[place] ?? null;
      return [...document.querySelectorAll("[role=status]")].some((status) => {
        if (!status.checkVisibility() || !/could not be loaded|This page is older/.test(status.textContent ?? ""))
          return false;
        if (isWhole) return true;
        const { top, bottom } = status.getBoundingClientRect();
        const room = status.closest("form, [data-explore]");
        const isIts = status.previousElementSibling?.contains(control) || room?.contains(control);
        return isIts && bottom > 0 && top < innerHeight;
      });
    },
    { at, isWhole, place }
  );

/** Whether something went wrong because the browser does not draw the page; see `isDrawn`. */
export const isOfDrawing = (error: unknown): boolean => String(error).includes("the page is not drawn");

/**
 * Whether the browser still draws the page. On a busy machine a headless Chromium now and then stops drawing one of its pages
 * for good, while its scripts run on; then nothing scrolls and nothing comes into view, whatever the page does.
 */
export const isDrawn = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        requestAnimationFrame(() => done(true));
        setTimeout(() => done(false), 5000);
      })
  );
