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
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });

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
    shows: (page) => page.locator("[data-cite]").first().innerText()
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
      await page
        .locator(".choices select:enabled")
        .first()
        .selectOption({ index: 1 }, { timeout: 2000 })
        .catch(() => undefined);
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
    use: (page) =>
      page
        .locator("select[name=table]:enabled")
        .selectOption("speakers", { timeout: 2000 })
        .catch(() => undefined),
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

/** Where the page says that something did not come. */
export const complaints = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("[role=status], .status, .choices-state")]
      .filter(
        (status) => status.checkVisibility() && /could not be loaded|This page is older/.test(status.textContent ?? "")
      )
      .map((status) => status.getBoundingClientRect().y + scrollY)
  );
