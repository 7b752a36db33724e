import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

/** What a page fetches when its reader wants it, by hand or by coming near. */
interface Lazy {
  /** The file that does not come, and where it is wanted. */
  file: RegExp;
  path: string;
  /** Uses the control that wants it. */
  use(page: Page): Promise<unknown>;
  /** Where the page says so. */
  says: string;
  /** What stays as it was; the page's text, where this is left out. */
  stays?: (page: Page) => Promise<unknown>;
}

const chapter = "/reserves-vs-output";
const script = (name: string): RegExp => new RegExp(`/_assets/client/${name}\\.`);
const near = (selector: string) => (page: Page) => page.locator(selector).first().scrollIntoViewIfNeeded();
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const drawn = (selector: string) => (page: Page) => page.locator(`${selector} .drawings`).first().innerText();
const value = (selector: string) => (page: Page) => page.locator(selector).first().inputValue();

/** Comes near to a figure in a window for which none of its drawings was made. */
const squeeze = (selector: string) => async (page: Page) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await near(selector)(page);
};

async function choose(page: Page): Promise<void> {
  await page.locator(".choices summary").click();
  await page.locator(".choices select").first().selectOption({ index: 1 });
}

async function chooseTable(page: Page): Promise<void> {
  await expect(page.locator("[data-explore] [data-do=csv]")).toBeVisible();
  await page.locator("select[name=table]").selectOption("speakers");
}

const lazy: Lazy[] = [
  {
    file: script("evidence-mode"),
    path: "/gallium",
    use: click("#show-evidence"),
    says: "#show-evidence + [role=status]"
  },
  {
    file: script("choices"),
    path: chapter,
    use: click(".choices summary"),
    says: ".choices + [role=status]",
    stays: value(".choices select")
  },
  { file: /\/choices\//, path: chapter, use: choose, says: ".choices-state", stays: value(".choices select") },
  {
    file: script("figures"),
    path: chapter,
    use: squeeze("[data-figure]"),
    says: "[data-figure] .drawings + [role=status]",
    stays: drawn("[data-figure]")
  },
  {
    file: /\/figures\/[\w-]+\.json/,
    path: chapter,
    use: squeeze("[data-figure]"),
    says: "[data-figure] .drawings + [role=status]",
    stays: drawn("[data-figure]")
  },
  {
    file: script("models"),
    path: "/gallium",
    use: near("[data-model]"),
    says: "[data-model] .question + [role=status]"
  },
  {
    file: script("show-code"),
    path: "/gallium",
    use: click(".actions [href$='.ts.txt']"),
    says: ".actions [href$='.ts.txt'] + [role=status]"
  },
  {
    file: /\.ts\.txt$/,
    path: "/gallium",
    use: click(".actions [href$='.ts.txt']"),
    says: ".actions [href$='.ts.txt'] + [role=status]"
  },
  {
    file: script("copy-link"),
    path: "/gallium",
    use: click("[data-cite]"),
    says: "[data-cite] + [role=status]"
  },
  {
    file: script("position-finder"),
    path: "/positions",
    use: click("[data-tool=find] summary"),
    says: "[data-tool=find] + [role=status]"
  },
  {
    file: script("speaker-comparison"),
    path: "/positions",
    use: click("[data-tool=compare] summary"),
    says: "[data-tool=compare] + [role=status]"
  },
  {
    file: script("search"),
    path: "/search",
    use: (page) => page.locator("#q").fill("gallium"),
    says: "form.search > [role=status]"
  },
  {
    file: /search\.json/,
    path: "/search",
    use: (page) => page.locator("#q").fill("gallium"),
    says: "form.search > [role=status]"
  },
  {
    file: script("explore"),
    path: "/explore",
    use: (page) => page.locator("select[name=table]").hover(),
    says: "[data-explore] form > [role=status]",
    stays: drawn("[data-explore]")
  },
  {
    file: /\/data\/speakers\.json/,
    path: "/explore",
    use: chooseTable,
    says: "[data-explore] .status",
    stays: async (page) => [await value("select[name=table]")(page), await drawn("[data-explore]")(page), page.url()]
  },
  {
    file: script("workbench"),
    path: "/chain",
    use: near(".observablehq--block"),
    says: ".observablehq--block + [role=status]"
  },
  {
    file: /\/_cells\//,
    path: "/chain",
    use: near(".observablehq--block"),
    says: ".observablehq--block + [role=status]"
  }
];

for (const { file, path, use, says, stays = (page: Page) => page.locator("h1").innerText() } of lazy)
  test(`${path} says so where ${file} does not come, and stays as it was`, async ({ page, complaints }) => {
    await page.route(file, (route) => route.abort());
    await page.goto(path);
    const before = await stays(page);
    await page.mouse.wheel(0, 1);
    await use(page);
    await expect(page.locator(says).first()).toContainText("could not be loaded; the page is as it was");
    await expect.poll(() => stays(page)).toEqual(before);
    // Nothing more is asked for, and complained of, from here on.
    await page.goto("about:blank");
    expect(complaints.splice(0)).not.toEqual([]);
  });

test("every script that is fetched when it is wanted has its case", () => {
  const scripts = readdirSync(fileURLToPath(new URL("../../dist/_assets/client", import.meta.url)));
  const missing = scripts.filter(
    (name) =>
      !/^(?:chunk|wake)\./.test(name) &&
      // Without it a table can be read all the same, and has no buttons.
      !name.startsWith("sortable-table.") &&
      // No table here is so large; where it does not come, explore says what it says of rows that do not.
      !name.startsWith("large-table.") &&
      !lazy.some(({ file }) => file.test(`/_assets/client/${name}`))
  );
  expect(missing).toEqual([]);
});

test("a page that is older than what is published says that it is to be reloaded", async ({ page, complaints }) => {
  await page.goto("/gallium");
  const wake = page.waitForResponse(script("wake"));
  await page.mouse.wheel(0, 1);
  await (await wake).finished();
  await page.route("**/_assets/**", (route) => route.fulfill({ status: 404 }));
  await page.locator("#show-evidence").click();
  await expect(page.locator("#show-evidence + [role=status]")).toContainText("This page is older");
  expect(complaints.splice(0)).not.toEqual([]);
});

/** What a page of the release before is answered: a file of today's, with another number in it or for another page. */
const newer: { file: RegExp; path: string; use: Lazy["use"]; says: string; stays: (page: Page) => Promise<unknown> }[] =
  [
    {
      file: /\/figures\/reserves-by-source\.json/,
      path: chapter,
      use: squeeze("[data-figure=reserves-by-source]"),
      says: "[data-figure=reserves-by-source] .drawings + [role=status]",
      stays: drawn("[data-figure=reserves-by-source]")
    },
    { file: /\/choices\//, path: chapter, use: choose, says: ".choices-state", stays: value(".choices select") }
  ];

for (const { file, path, use, says, stays } of newer)
  test(`${path} takes nothing from ${file} of a later release, and says that it is to be reloaded`, async ({
    page
  }) => {
    await page.route(file, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      // A number of a row, or the fingerprint of the page that a choice is for.
      const other = text.replace(/"value": 3800000|"version": "/, (found) => `${found}0`);
      expect(other).not.toBe(text);
      await route.fulfill({ response, body: other });
    });
    await page.goto(path);
    const before = await stays(page);
    await page.mouse.wheel(0, 1);
    await use(page);
    await expect(page.locator(says).first()).toContainText("This page is older");
    expect(await stays(page)).toEqual(before);
  });
