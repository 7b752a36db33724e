import type { PublishedFile } from "../page/pictures.ts";
import { write } from "./emit.ts";
import { raster } from "./raster.ts";

/** Makes files what they are at their addresses; pictures become pixels, several at a time. Returns what writes them into a site. */
export async function drawPublished(files: readonly PublishedFile[]): Promise<(site: string) => void> {
  const drawn = await Promise.all(
    files.map(async ({ path, content, pixels }) => ({
      path,
      content: pixels === undefined ? content : await raster(content, pixels)
    }))
  );
  return (site) => {
    for (const { path, content } of drawn) write(site, path, content);
  };
}
