import { htmlEscape as esc } from "escape-goat";
import { symbolSprite } from "./kind-symbol.ts";
import { canonicalAddress } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import { fontFaces } from "./shell.ts";
import { resolveLinks, upFrom } from "./site.ts";

/** A page that Framework has no part in. It needs no script. */
export interface BarePage {
  /** Its path, "/claim/gazette.reserves". */
  path: string;
  title: string;
  description: string;
  /** More for its head. */
  head: string;
  /** Its class. */
  layout: string;
  body: string;
}

/**
 * The whole document. Of an icon it says that there is none, so that no browser asks for one at the root of the server.
 * `asset` tells a published file’s address from the site's root by its plain name.
 */
export function bareDocument(
  { path, title, description, head, layout, body }: BarePage,
  notebook: Notebook,
  asset: (name: string) => string
): string {
  const atRoot = (name: string): string => upFrom(path) + asset(name);
  const url = canonicalAddress(path, notebook);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(`${title} – ${notebook.site.title}`)}</title>
<meta name="description" content="${esc(description)}">
<meta name="color-scheme" content="light dark">
${url === undefined ? "" : `<link rel="canonical" href="${esc(url)}">\n`}<style>${fontFaces(atRoot, body)}</style>
<link rel="stylesheet" href="${atRoot("style.css")}">
<link rel="icon" href="data:image/x-icon,">
${head}
</head>
<body class="${layout}">
${resolveLinks(body, path, notebook)}
${symbolSprite(body, notebook)}
</body>
</html>
`;
}
