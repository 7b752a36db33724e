import { fileURLToPath } from "node:url";

// Which code is mutated: what compares figures, calculates intervals, and tells two states of a notebook apart.
const compared = [
  "src/notebook/compare/{difference,look-again,passages,table-report}.ts",
  "src/notebook/ledger/amounts.ts",
  "src/notebook/ledger/checks/{comparator-fits-its-amount,interval-runs-upwards,part-is-within-its-whole}.ts",
  "src/notebook/ledger/checks/{printed-figure-contains-its-value,printed-words-fit-the-amount}.ts",
  "src/notebook/tables/{comparisons,derivation-functions,derivation-inputs,derived,meetings,same-quantity}.ts",
  "src/notebook/words/words.ts"
];

export default {
  mutate: compared,
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner", fileURLToPath(new URL("ignore-descriptions.js", import.meta.url))],
  ignorers: ["descriptions"],
  vitest: { configFile: "test/mutants/vitest.config.ts", related: false },
  concurrency: 2,
  // What runs only while modules load would need them all loaded anew for each mutant.
  ignoreStatic: true,
  // Stryker would rewrite it with an interface that TypeScript 7 does not have; nothing here needs that.
  tsconfigFile: "none",
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { reportTests: false, allowColor: false },
  jsonReporter: { fileName: ".build/mutants.json" },
  tempDirName: ".build/mutants",
  ignorePatterns: [".build", "dist", "export", "coverage", "test-results"]
};
