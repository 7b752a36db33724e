import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildFolder } from "../../src/notebook/build/paths.ts";
import type { Notebook } from "../../src/notebook/page/notebook.ts";
import { astroPage } from "./astro-page.ts";
import { buildAstroSite } from "./astro-site.ts";
import { type ServedSite, serveBrotli } from "./brotli-site.ts";
import type { ComparedPage } from "./compared-page.ts";
import { frameworkPage } from "./framework-page.ts";
import { buildFrameworkSite } from "./framework-site.ts";
import { writePlainSite } from "./plain-site.ts";
import type { Way } from "./report.ts";
import { usedTokens } from "./used-tokens.ts";

/** Where each way of building the pages is served. */
export type ServedWays = Readonly<Record<Way, ServedSite>>;

/** Makes the other ways of building the pages, and serves all alike, each on a port of its own. */
export async function serveWays(root: string, pages: readonly ComparedPage[], notebook: Notebook): Promise<ServedWays> {
  const ours = await serveBrotli(join(root, "dist"));
  const folder = join(buildFolder(root), "bench");
  const plain = writePlainSite(join(folder, "plain"), pages);
  const framework = await buildFrameworkSite(
    join(folder, "framework"),
    pages.map(({ file, content }) => ({
      path: file,
      markdown: frameworkPage(content, readFileSync(join(root, `src${file}.md`), "utf8"), notebook)
    })),
    { notebook, dist: join(root, "dist"), colours: drawingColours(pages), footer: pages[0]?.content.footer ?? "" }
  );
  const astro = await buildAstroSite(
    join(folder, "astro"),
    pages.map(({ file, content, css }) => astroPage(file, content, css)),
    join(root, "dist")
  );
  return {
    ours,
    plain: await serveBrotli(plain),
    framework: await serveBrotli(framework),
    astro: await serveBrotli(astro)
  };
}

const drawingColours = (pages: readonly ComparedPage[]): string =>
  usedTokens(pages.map(({ plain }) => plain).join("\n"), pages[0]?.css ?? "");
