import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

// Node environment without globals: with either, Plot's output shifts by half a pixel.
export default defineConfig({
  root,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    environment: "node",
    globals: false,
    // A build takes seconds, and more on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["src/notebook/ledger/**/*.ts", "src/notebook/tables/**/*.ts", "src/figures/**/*.ts"],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary"],
      reportsDirectory: "coverage",
      thresholds: {
        "src/notebook/ledger/**": { lines: 95 },
        "src/notebook/tables/**": { lines: 95 },
        "src/figures/**": { lines: 95 }
      }
    }
  }
});
