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
