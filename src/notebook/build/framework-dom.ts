import { createRequire, Module } from "node:module";
import { pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";

// Framework reads and writes each page's HTML through jsdom, which makes a whole browser window every time: two thirds of
// what a build of Framework's takes. linkedom is the same document without the window. It has to stand where Framework will
// look for jsdom before the first of its modules is imported, so this module comes first and imports none of them.

/** As much of jsdom as Framework uses. */
class JSDOM {
  readonly window: { document: Document };

  constructor(html: string) {
    const [, body = html] = /^<!DOCTYPE html><body>([\s\S]*)$/.exec(html) ?? [];
    const { document } = parseHTML(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`);
    this.window = { document };
  }
}

class VirtualConsole {}

const require = createRequire(import.meta.url);
const framework = createRequire(require.resolve("@observablehq/framework/dist/bin/observable.js"));

/** Lets Framework find linkedom where it looks for jsdom. */
export function standInForJsdom(): void {
  const filename = framework.resolve("jsdom");
  const stand = new Module(filename);
  Object.assign(stand, { filename, loaded: true, exports: { JSDOM, VirtualConsole } });
  require.cache[filename] = stand;
}

/** Bundles of packages that import nothing. */
const importless = new Set<string>();

/**
 * All that Framework looks for in a package are imports, and it parses each package three times to find them, which takes
 * longer than all pages do. Of a bundle that has none, it is told so without parsing.
 */
export function spareParsing(bundle: string): void {
  if (!/\bimport\b|\bfrom\s*["']|FileAttachment/.test(bundle)) importless.add(bundle);
}

/** Has the parser that Framework uses spare what is to be spared. */
export async function standInForParser(): Promise<void> {
  const acorn = pathToFileURL(framework.resolve("acorn").replace(/\.js$/, ".mjs")).href;
  const { Parser } = (await import(acorn)) as { Parser: { parse(text: string, options: object): object } };
  const { parse } = Parser;
  // Framework has parsers of its own that inherit this.
  Parser.parse = function (this: object, text: string, options: object) {
    if (!importless.has(text)) return parse.call(this, text, options);
    return { type: "Program", start: 0, end: text.length, body: [], sourceType: "module" };
  };
}
