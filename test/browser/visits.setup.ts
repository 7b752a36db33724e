import { pagePaths, test } from "./site.ts";
import { inWindow, keepVisit, visit } from "./visits.ts";

for (const path of pagePaths)
  test(`what ${path} asks for is noted`, async ({ browser }) => {
    test.setTimeout(300_000);
    keepVisit(await inWindow(browser, (page) => visit(page, path)));
  });
