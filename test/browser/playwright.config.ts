import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./chromium.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  testDir: ".",
  outputDir: `${root}/test-results`,
  globalSetup: "./serve-dist.ts",
  fullyParallel: true,
  workers: 2,
  // On a busy machine of strangers; what passes at the second time is named at the end.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  // Long enough for axe on the longest page of a busy machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["line"]],
  use: { launchOptions: launchOptions() },
  projects: [
    { name: "visits", testMatch: "visits.setup.ts" },
    { name: "blocked", testMatch: "blocked.spec.ts", dependencies: ["visits"] },
    { name: "pages", testMatch: "*.spec.ts", testIgnore: "blocked.spec.ts" }
  ]
});
