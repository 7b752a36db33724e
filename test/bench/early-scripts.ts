import type { Transfer } from "./transfers.ts";

/** The scripts that a page fetched although its HTML does not name them: code that some script thought to be wanted. */
export function earlyScripts(html: string, fetched: readonly Transfer[]): string[] {
  const named = new Set(
    [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, address = ""]) => fileName(address))
  );
  return fetched
    .filter(({ kind }) => kind === "script")
    .map(({ url }) => fileName(url))
    .filter((name) => !named.has(name));
}

const fileName = (address: string): string => address.slice(address.lastIndexOf("/") + 1);
