import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";

/** The pages of sources are made alike; these two hold the most records and the longest tables. */
const sourcesToOpen = ["source-izvestia.html", "source-usgs-ds-140.html"];

/** The built pages' paths, `/`, `/us-demand`, …; taken from `dist`, so that none can be forgotten. */
export const pagePaths = readdirSync(fileURLToPath(new URL("../../dist", import.meta.url)))
  .filter((file) => file.endsWith(".html") && (!file.startsWith("source-") || sourcesToOpen.includes(file)))
  .map((file) => `/${file.replace(/(index)?\.html$/, "")}`)
  .sort();

/** Playwright's `test` on the served notebook. It fails on a console error and on a request to anyone else. */
export const test = base.extend<{ complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  baseURL: async ({}, use) => {
    await use(process.env.SITE);
  },
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.on("response", (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
      });
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? "") && !/^(data|blob|about):/.test(url))
          complaints.push(`asks another host: ${url}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true }
  ]
});

export { expect };
