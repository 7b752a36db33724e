import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { standInForJsdom, standInForParser } from "./framework-dom.ts";

// All that is used of Framework's insides to build; what a preview uses of them is in framework-preview.ts.
// test/notebook/build/framework-internals.test.ts names the version that this was read in, and says what to look at when it
// changes.

/** Framework's modules, which are imported only once they find what they are to use. */
export async function framework() {
  const [config, build] = await Promise.all([
    frameworkConfig(),
    import("@observablehq/framework/dist/build.js"),
    standInForParser()
  ]);
  return { ...config, ...build };
}

function frameworkConfig() {
  // Framework would tell its makers of each build.
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  standInForJsdom();
  return import("@observablehq/framework/dist/config.js");
}

/** Framework cannot build a page; the message is what it said. */
export class FrameworkError extends Error {
  override name = "FrameworkError";
}

/** Framework at work on one notebook. */
export interface Framework {
  /** Every page, as Framework names it: `/index`, `/angles/prices`. */
  paths(): Promise<string[]>;
  /** The Markdown file under `src` that a page is made of; none where a program makes it. */
  sourceOf(path: string): string | undefined;
  /** A file that pages may attach, as it is or as its loader makes it. */
  load(path: string): Promise<Buffer>;
  /**
   * Builds some pages into `folder`, with all that they bring. What Framework calls a warning, except for links, which are
   * checked when the pages are whole, is an error here.
   */
  build(paths: readonly string[], folder: string): Promise<void>;
}

/** Framework with a config, whose results of loaders are those of this process. */
export async function openFramework(spec: object): Promise<Framework> {
  const { build, FileBuildEffects, normalizeConfig } = await framework();
  const config = normalizeConfig(spec, "src");
  const warnings: string[] = [];
  const warn = (...words: unknown[]): number => warnings.push(words.map(String).join(" "));
  const quiet = { logger: { log() {}, warn() {}, error: warn }, output: { write() {} } };
  return {
    async paths() {
      const paths: string[] = [];
      for await (const path of config.paths()) paths.push(path);
      return paths;
    },
    sourceOf(path) {
      const { path: file } = config.loaders.findPage(path) ?? {};
      return file?.endsWith(".md") ? file : undefined;
    },
    async load(path) {
      const loader = config.loaders.find(path);
      if (!loader) throw new FrameworkError(`there is no file ${path}`);
      const silent = { logger: { log() {}, warn() {}, error() {} }, output: { write() {} } };
      return readFileSync(join(config.root, await loader.load({ useStale: true }, silent)));
    },
    async build(paths, folder) {
      const output = relative(process.cwd(), folder);
      const effects = new FileBuildEffects(output, join(config.root, ".observablehq/cache"), quiet);
      const { warn: consoleWarn } = console;
      console.warn = warn;
      try {
        await build({ config: { ...config, output, paths: () => paths } }, effects);
      } catch (error) {
        throw error instanceof Error ? new FrameworkError(error.message, { cause: error }) : error;
      } finally {
        console.warn = consoleWarn;
      }
      if (warnings.length > 0) throw new FrameworkError(warnings.join("\n"));
    }
  };
}

/** Has Framework make its Markdown, as it does first of all, so that pages can be made without anything else of it. */
export async function prepareMarkdown(spec: object): Promise<void> {
  const { normalizeConfig } = await frameworkConfig();
  normalizeConfig(spec, "src");
}
