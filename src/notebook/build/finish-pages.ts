import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLedger } from "../ledger/read-ledger.ts";
import { alternativesOf } from "../page/choices.ts";
import { finishPage } from "../page/finish-page.ts";
import { makeNotebook, type Story } from "../page/notebook.ts";
import { siteOutline } from "../page/outline.ts";
import type { PublishedFile } from "../page/pictures.ts";
import { searchIndex } from "../page/search.ts";
import { bundleStyle } from "./bundle-client.ts";
import { bundleInline } from "./bundle-inline.ts";
import { emit, write } from "./emit.ts";
import { pageFiles, pagePath } from "./page-files.ts";
import { pruneStyle } from "./prune-style.ts";

/** Turns each of Framework's documents into the page that is published. Returns how many there are. */
export async function finishPages(
  root: string,
  site: string,
  assets: ReadonlyMap<string, string>,
  story: Story
): Promise<number> {
  const ledger = readLedger(root);
  const notebook = makeNotebook(ledger, story);
  const files = pageFiles(site).map((file) => ({
    file,
    path: pagePath(file),
    html: withoutClock(readFileSync(join(site, file), "utf8"))
  }));
  const outline = siteOutline(new Map(files.map(({ path, html }) => [path, html])), notebook);
  const css = await bundleStyle(root);
  const published = new Map([...assets, ["style.css", emit(site, "_assets/style.css", css)]]);
  const context = {
    notebook,
    outline,
    css,
    scripts: await bundleInline(root, assets.get("client/wake.js") ?? ""),
    homepage: (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { homepage?: string }).homepage,
    publish: ({ path, content }: PublishedFile) => write(site, path, content),
    choices: { choices: ledger.choices, alternatives: alternativesOf(ledger, story) },
    emit: (name: string, content: string) => emit(site, name, content),
    asset(name: string) {
      const address = published.get(name);
      if (!address)
        throw new Error(`no published file is called "${name}"; there are ${[...published.keys()].join(", ")}`);
      return address;
    }
  };
  for (const { file, path, html } of files) write(site, file, withOwnStyle(finishPage(html, { path }, context)));
  write(site, "search.json", searchIndex(outline, notebook));
  return files.length;
}

// Framework registers attached files with the time at which their loader ran: no two builds would be the same.
const withoutClock = (html: string): string => html.replace(/,"lastModified":\d+/g, "");

/** Leaves a page the rules that show it as it stands; the rest comes with what the reader opens. */
function withOwnStyle(html: string): string {
  const [, css] = html.match(/<style>([\s\S]*?)<\/style>/) ?? [];
  return css ? html.replace(css, () => pruneStyle(css, html)) : html;
}
