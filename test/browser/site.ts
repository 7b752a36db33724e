import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const pages = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  // Notebooks to take away are for another program.
  .filter((file) => file.endsWith(".html") && !file.startsWith("notebooks/"));

/** Pages that are made alike, of each kind the two largest, which hold the most and the longest. */
const alike = [/^source-/, /^claim\//, /^embed\//];
const toOpen = alike.flatMap((kind) =>
  pages
    .filter((file) => kind.test(file))
    .sort((a, b) => statSync(join(dist, b)).size - statSync(join(dist, a)).size)
    .slice(0, 2)
);

/** The built pages' paths, `/`, `/angles/prices`, …; taken from `dist`, so that none can be forgotten. */
export const pagePaths = pages
  .filter((file) => toOpen.includes(file) || !alike.some((kind) => kind.test(file)))
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
