import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Notebook } from "../page/notebook.ts";
import { lightTokens } from "../page/pictures.ts";
import { publishedFiles } from "../page/publish.ts";
import type { PublishedFile } from "../page/published-file.ts";
import { keep } from "./emit.ts";
import { buildFolder, machine, packages } from "./paths.ts";

/** A file as it lies on the site. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

const fonts = join(machine, "fonts/pictures");

// The machine's own fonts stay out, so that a picture is the same wherever it is made.
const font = () => ({
  loadSystemFonts: false,
  defaultFontFamily: "Source Sans 3",
  fontFiles: readdirSync(fonts).map((file) => join(fonts, file))
});

/** Every file of the notebook of the project at `root` that lies at a stable address. */
export const makeFiles = (root: string, notebook: Notebook): Promise<SiteFile[]> =>
  drawPictures(root, publishedFiles(root, notebook, pictureTokens()));

/** The colours and fonts of pictures. */
export const pictureTokens = () => lightTokens(readFileSync(join(machine, "style/tokens.css"), "utf8"));

/**
 * Makes files what they are at their addresses: pictures become pixels, on all cores. A picture is kept under the hash of
 * all that goes into it, so that it is drawn again only when it would be another.
 */
export async function drawPictures(root: string, files: readonly PublishedFile[]): Promise<SiteFile[]> {
  const kept = join(buildFolder(root), "pictures");
  mkdirSync(kept, { recursive: true });
  const made = makerOf();
  const pictures = files.map(({ path, content, encoding, pixels }) => {
    if (pixels === undefined) return { path, content: encoding ? Buffer.from(content, encoding) : content };
    const file = join(kept, `${createHash("sha256").update(`${made} ${pixels} ${content}`).digest("hex")}.png`);
    return { path, content, pixels, file };
  });
  const missing = pictures.flatMap(({ file, content, pixels }) =>
    file !== undefined && !existsSync(file) ? [{ svg: content, width: pixels, file }] : []
  );
  await drawAll(missing);
  return pictures.map(({ path, content, file }) => ({
    path,
    content: file === undefined ? content : readFileSync(file)
  }));
}

interface Drawing {
  svg: string;
  width: number;
  file: string;
}

/** Draws each, a worker a core. */
async function drawAll(drawings: readonly Drawing[]): Promise<void> {
  const queue = [...drawings];
  const work = async (): Promise<void> => {
    const worker = new Worker(join(machine, "build/raster-worker.js"), { workerData: { font: font() } });
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { svg, width, file } = next;
        const png = await new Promise<Uint8Array>((resolve, reject) => {
          worker.removeAllListeners("message").removeAllListeners("error");
          worker.once("message", resolve).once("error", reject);
          worker.postMessage({ svg, width });
        });
        keep(file, png);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), drawings.length) }, work));
}

/** What a picture's pixels depend on beside its text: the program that draws it, and its fonts. */
function makerOf(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(fonts).sort()) hash.update(readFileSync(join(fonts, file)));
  hash.update(readFileSync(join(machine, "build/raster-worker.js")));
  hash.update(readFileSync(join(packages, "@resvg/resvg-js/package.json")));
  return hash.digest("hex");
}
