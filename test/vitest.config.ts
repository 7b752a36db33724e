import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const builds = "test/notebook/build/**";

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // Now and then a fork never says that it has ended, and the run waits for it for ever.
    pool: "threads",
    // The files of a worker share the modules and the compiled ledger: apart, each of them would load and compile both
    // again. A test that changes what others see must change it back; the shared ledger is frozen.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/subjects/**", builds]
        }
      },
      {
        extends: true,
        test: {
          name: "build",
          include: [`${builds}/*.test.ts`],
          // After the others: where files of two projects take turns, each turn ends a worker with all that it has loaded.
          sequence: { groupOrder: 1 }
        }
      }
    ],
    // Node environment without globals: with either, Plot's output shifts by half a pixel.
    environment: "node",
    globals: false,
    // Far more than any test takes: a machine may be busy, and how long something takes is what the bench tells.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: {
      provider: "v8",
      include: [
        "src/notebook/ledger/**/*.ts",
        "src/notebook/tables/**/*.ts",
        "src/notebook/words/**/*.ts",
        "src/notebook/kit/**/*.ts",
        "src/notebook/page/**/*.ts",
        "src/figures/**/*.ts",
        "src/models/**/*.ts"
      ],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "coverage",
      thresholds: {
        "src/notebook/ledger/**": { lines: 98, branches: 94 },
        "src/notebook/tables/**": { lines: 99, branches: 96 },
        "src/notebook/words/**": { lines: 99, branches: 97 },
        "src/notebook/kit/**": { lines: 99, branches: 96 },
        "src/notebook/page/**": { lines: 99, branches: 93 },
        "src/figures/**": { lines: 99, branches: 95 },
        "src/models/**": { lines: 99, branches: 95 }
      }
    }
  }
});
