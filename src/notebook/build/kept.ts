import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keep } from "./emit.ts";
import { border, buildFolder, machine, packages } from "./paths.ts";

/** What builds keep for the next one. */
export interface Kept {
  /** Makes what JSON can hold, or takes it as an earlier build made it `of` the same texts, which have to be all that it is made of. */
  made<Made>(of: readonly string[], make: () => Made): Made;
  /** Clears away what this build had no use for. */
  forgetRest(): void;
}

/** What the project at `root` has kept under the hash of all that went into it, the machine and its packages included. */
export function keptOf(root: string): Kept {
  const folder = join(buildFolder(root), "kept");
  const maker = makerHash();
  const used = new Set<string>();
  mkdirSync(folder, { recursive: true });
  return {
    made(of, make) {
      const name = `${hashOf([maker, ...of])}.json`;
      const file = join(folder, name);
      used.add(name);
      if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
      const made = make();
      keep(file, JSON.stringify(made));
      return made;
    },
    forgetRest() {
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name));
    }
  };
}

/** The hash of some texts, each apart from the next. */
export function hashOf(texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)} `).update(text);
  return hash.digest("hex");
}

/** The hash of all code that makes anything: Node, the packages, the machine as it lies there, and the bundle of it that runs. */
export function makerHash(): string {
  const own = readdirSync(machine, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  // The names of a bundle's parts are hashes of what is in them.
  const running = [fileURLToPath(import.meta.url), border];
  const installed = join(packages, ".package-lock.json");
  return hashOf([
    process.version,
    ...[...own, ...running, ...(existsSync(installed) ? [installed] : [])].map((file) => readFileSync(file))
  ]);
}
