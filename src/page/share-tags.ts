import { htmlEscape as esc } from "escape-goat";
import { sharePicturePath } from "./share-picture-path.ts";

/**
 * What networks show of a page whose link is shared. They want the picture's full address: it has one when `homepage` in
 * package.json says where the notebook is published, and is relative to the page until then.
 */
export function shareTags(
  { path, title, description }: { path: string; title: string; description: string },
  homepage: string | undefined
): string {
  const picture = sharePicturePath(path);
  const image = homepage === undefined ? `./${picture}` : new URL(picture, withSlash(homepage)).href;
  const tags = { "og:type": "article", "og:title": title, "og:description": description, "og:image": image };
  return [
    ...Object.entries(tags).map(([name, content]) => `<meta property="${name}" content="${esc(content)}">`),
    `<meta name="twitter:card" content="summary_large_image">`
  ].join("\n");
}

const withSlash = (address: string): string => address.replace(/\/?$/, "/");
