import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { threadId } from "node:worker_threads";

/** Writes a file into the site and returns its address relative to the site's root. */
export function write(site: string, address: string, content: string | Uint8Array): string {
  const file = join(site, address);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return address;
}

/** Writes a file whose address holds a hash of its content: `a/b.js` becomes `a/b.1a2b3c4d.js`. */
export function emit(site: string, name: string, content: string | Uint8Array): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const ending = extname(name);
  return write(site, `${name.slice(0, name.length - ending.length)}.${hash}${ending}`, content);
}

/** Writes a file that later builds trust by its name: whole or not at all, even where this build is killed meanwhile. */
export function keep(file: string, content: string | Uint8Array): void {
  const part = `${file}.${process.pid}.${threadId}`;
  writeFileSync(part, content);
  renameSync(part, file);
}
