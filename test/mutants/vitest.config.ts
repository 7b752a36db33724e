import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The quick tests of the code that is mutated: those over small ledgers. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: [
      "test/notebook/{compare,words}/*.test.ts",
      "test/notebook/tables/{agreement,comparisons,compile-minimal-ledger,derivation*,derived,intervals,meetings,same-quantity}.test.ts",
      "test/notebook/ledger/{amounts,check-ledger,comparator-ends,editions,part-is-within-its-whole,printed-*,series-figures}.test.ts"
    ],
    isolate: false,
    testTimeout: 60_000
  }
});
