import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packages } from "../src/notebook/build/paths.ts";

test("where no browser starts, the browser tests say so once, with what to do", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packages, "@playwright/test/cli.js"), "test", "--config", "test/browser/playwright.config.ts"],
    { encoding: "utf8", env: { ...process.env, CHROMIUM: "/nowhere/chromium", FORCE_COLOR: "0" } }
  );
  const printed = stdout + stderr;
  expect(status).toBe(1);
  expect(printed.trim()).toMatch(
    /^Error: no browser starts \(.*\/nowhere\/chromium\); install Chrome, or name a Chromium: CHROMIUM=\/usr\/bin\/chromium$/
  );
});
