import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { charts } from "../charts/charts.ts";
import { expandTokens } from "./expand-tokens.ts";
import { lightTokens } from "./light-tokens.ts";
import type { Notebook } from "./notebook.ts";
import type { PublishedFile } from "./published-file.ts";
import { sharePicture, shareWidth } from "./share-picture.ts";
import { pageFile, sharePicturePath } from "./share-picture-path.ts";
import { pages } from "./site.ts";
import { siteDescription } from "./site-title.ts";

/** A picture for each page of the notebook, with its name, its finding and its first figure. */
export function sharePictures(root: string, notebook: Notebook): PublishedFile[] {
  const { document } = new JSDOM("").window;
  const tokens = lightTokens(readFileSync(join(root, "src/style/tokens.css"), "utf8"));
  return pages
    .filter(({ aside }) => !aside)
    .map(({ path, name, finding }) => {
      const chart = firstChart(join(root, `src/${pageFile(path)}.md`));
      const content = sharePicture(
        {
          name: expandTokens(name, notebook),
          finding: expandTokens(finding ?? siteDescription, notebook),
          drawn: chart && { chart, rows: chart.select(notebook.tables) }
        },
        { document, tokens }
      );
      return { path: sharePicturePath(path), content, pixels: shareWidth };
    });
}

function firstChart(file: string) {
  const name = existsSync(file) ? readFileSync(file, "utf8").match(/^```figure (\S+)/m)?.[1] : undefined;
  return charts.find((chart) => chart.name === name);
}
