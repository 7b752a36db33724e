import { createRequire, Module } from "node:module";
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

/** Lets Framework find linkedom where it looks for jsdom. */
export function standInForJsdom(): void {
  const require = createRequire(import.meta.url);
  const framework = createRequire(require.resolve("@observablehq/framework/dist/bin/observable.js"));
  const filename = framework.resolve("jsdom");
  const stand = new Module(filename);
  Object.assign(stand, { filename, loaded: true, exports: { JSDOM, VirtualConsole } });
  require.cache[filename] = stand;
}
