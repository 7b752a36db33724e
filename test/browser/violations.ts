import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How a page is looked at. */
export interface Look {
  colorScheme: "light" | "dark";
  width: number;
}

/** Every width in light, then the last in dark: colours are the same at every width. */
export const looks = (...widths: number[]): Look[] => [
  ...widths.map((width): Look => ({ colorScheme: "light", width })),
  ...widths.slice(-1).map((width): Look => ({ colorScheme: "dark", width }))
];

/** Shows an open page in another way, and lets it follow. */
export async function show(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The rules of axe that a colour can break; without them named, it would also ask for its enhanced contrast. */
const aboutColours = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong with a page as it stands, or with a part of it, a line each. In dark it looks at colours alone:
 * all else is as in light, and was found there.
 */
export async function violations(
  page: Page,
  look: Look,
  part = "html",
  rules = look.colorScheme === "dark" ? aboutColours : undefined
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const options: RunOptions = {
    // What passes is not described, nor where a fault stands in the tree: its HTML tells.
    resultTypes: ["violations"],
    selectors: false,
    ...(rules ? { runOnly: rules } : {})
  };
  const results = await page.evaluate(
    ([context, settings]) =>
      (globalThis as unknown as { axe: { run(context: string, options: RunOptions): Promise<AxeResults> } }).axe.run(
        context,
        settings
      ),
    [part, options] as const
  );
  const where = `${look.colorScheme}, ${look.width} px`;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`)
  );
}
