import type { PublishedFile } from "../page/published-file.ts";
import { write } from "./emit.ts";
import { raster } from "./raster.ts";

/** Writes files at their addresses into the site; pictures become pixels here, several at a time. */
export async function writePublished(site: string, files: readonly PublishedFile[]): Promise<void> {
  await Promise.all(
    files.map(async ({ path, content, pixels }) =>
      write(site, path, pixels === undefined ? content : await raster(content, pixels))
    )
  );
}
