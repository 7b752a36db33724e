import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** What a script of a package does that a strict policy forbids: compile text, or compile WebAssembly. */
export type Compiles = "text" | "binary";

/** How a policy names a script that stands in its page. */
export const scriptHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const inlineScript = /<script(?![^>]*\b(?:src=|type="application\/))[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Adds a page's Content-Security-Policy to its head: everything from its own server, and of the scripts that stand in the
 * page only those that stand there now, by their hashes. It travels with the page, so that every host keeps it. `compiles` is
 * what the page's own cells cannot do without.
 */
export function withPolicy(html: string, compiles: ReadonlySet<Compiles>): string {
  const hashes = [...new Set([...html.matchAll(inlineScript)].map(([, text = ""]) => text))].map(scriptHash);
  const compiling = [
    ...(compiles.has("text") ? ["'unsafe-eval'"] : []),
    ...(compiles.has("binary") ? ["'wasm-unsafe-eval'"] : [])
  ];
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...hashes, ...compiling].join(" "),
    // Drawings carry their colours and places as attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // A database starts its worker from a text that imports the file.
    ...(compiles.has("binary") ? ["worker-src 'self' blob:"] : []),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'"
  ].join("; ");
  return html.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`
  );
}

const imports = /(?:\bfrom|\bimport)\s*(["'])(\.{1,2}\/[^"']+\.js)\1/g;
const laterImports = /\bimport\s*\(\s*(["'])(\.{1,2}\/[^"']+\.js)\1/g;

// Their bundles cannot do without; in others text such as `new Function` stands for old browsers and never runs.
const compilesText = /^_(?:node|npm)\/(?:arquero|vega[\w-]*)@/;
const compilesBinary = /\bWebAssembly\.(?:compile|instantiate|Module)/;

/** What a page's scripts, by their addresses on the site, compile at run time, and all scripts that they import. */
export function whatCompiles(site: string): (addresses: readonly string[]) => ReadonlySet<Compiles> {
  const known = new Map<string, { own: Compiles[]; next: string[] }>();
  const read = (address: string): { own: Compiles[]; next: string[] } => {
    const text = existsSync(join(site, address)) ? readFileSync(join(site, address), "utf8") : "";
    const own: Compiles[] = [
      ...(compilesText.test(address) ? ["text" as const] : []),
      ...(compilesBinary.test(text) ? ["binary" as const] : [])
    ];
    // Framework's library offers every package to every page, and tells by preloads which of them a page wants.
    const later = address.startsWith("_observablehq/") ? [] : [...text.matchAll(laterImports)];
    const next = [...text.matchAll(imports), ...later].map(([, , path = ""]) =>
      posix.join(posix.dirname(address), path)
    );
    return { own, next };
  };
  return (addresses) => {
    const reached = new Set(addresses);
    const compiles = new Set<Compiles>();
    for (const address of reached) {
      const found = known.get(address) ?? read(address);
      known.set(address, found);
      for (const what of found.own) compiles.add(what);
      for (const next of found.next) reached.add(next);
    }
    return compiles;
  };
}
