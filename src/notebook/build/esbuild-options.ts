import type { Plugin } from "esbuild";

/** What every bundle for browsers has in common; esbuild gives it back and writes nothing. */
export const forBrowsers = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "silent",
  write: false
} as const;

/** The same for scripts: modules, for browsers that have popovers. */
export const scripts = { ...forBrowsers, format: "esm", target: "es2022" } as const;

/**
 * What a story's figures import comes through the machine's index, which also gives loaders what works in Node only.
 * That part stays out of a bundle for browsers: nothing of it is read, and an import that something uses remains and
 * fails in the browser.
 */
export const withoutNodePart: Plugin = {
  name: "without-node-part",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/build\// }, ({ path, importer }) =>
      /[\\/]notebook[\\/]index\.ts$/.test(importer) ? { path, external: true, sideEffects: false } : undefined
    );
  }
};
