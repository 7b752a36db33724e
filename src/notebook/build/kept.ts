import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keep } from "./emit.ts";
import { border, buildFolder, machine, packages } from "./paths.ts";

/** What builds keep for the next one. */
export interface Kept {
  /** Makes what JSON can hold, or takes it as an earlier build made it `of` the same texts, which have to be all that it is made of. */
  made<Made>(of: readonly string[], make: () => Made): Made;
  /** What an earlier build made of the same texts; undefined where none has. */
  found<Made>(of: readonly string[]): Made | undefined;
  keep(of: readonly string[], made: unknown): void;
  /** Keeps the content of a file; returns the name by which `file` finds it. */
  keepFile(content: Uint8Array): string;
  /** Where a content lies that was kept; undefined where it is gone. */
  file(name: string): string | undefined;
  /** Clears away what this build had no use for; all of it, where the project was edited while it was built. */
  forgetRest(): void;
}

/**
 * What the project at `root` has kept under the hash of all that went into it, the machine and its packages included. Builds
 * and checks forget what the last of them had no use for, so each keep their own.
 */
export function keptOf(root: string, of: "built" | "checked" = "built"): Kept {
  const folder = join(buildFolder(root), of === "built" ? "kept" : "checked");
  const maker = makerHash();
  const project = projectHash(root);
  const used = new Set<string>();
  mkdirSync(folder, { recursive: true });
  /** Where something lies, or would lie, from now on in use. */
  const place = (name: string): string => {
    used.add(name);
    return join(folder, name);
  };
  const placeOf = (of: readonly string[]): string => place(`${hashOf([maker, ...of])}.json`);
  const kept: Kept = {
    made(of, make) {
      const known = kept.found<ReturnType<typeof make>>(of);
      if (known !== undefined) return known;
      const made = make();
      kept.keep(of, made);
      return made;
    },
    found(of) {
      const file = placeOf(of);
      return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
    },
    keep(of, made) {
      const file = placeOf(of);
      if (!existsSync(file)) keep(file, JSON.stringify(made));
    },
    keepFile(content) {
      const name = hashOf([content]);
      const file = place(name);
      if (!existsSync(file)) keep(file, content);
      return name;
    },
    file(name) {
      const file = place(name);
      return existsSync(file) ? file : undefined;
    },
    forgetRest() {
      const isMixed = maker !== makerHash() || project !== projectHash(root);
      for (const name of readdirSync(folder)) if (isMixed || !used.has(name)) rmSync(join(folder, name));
    }
  };
  return kept;
}

/** The hash of some texts, each apart from the next. */
export function hashOf(texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)} `).update(text);
  return hash.digest("hex");
}

/** The hash of all code that makes anything: Node, the packages, the machine as it lies there, and the bundle of it that runs. */
export function makerHash(): string {
  // The names of a bundle's parts are hashes of what is in them.
  const running = [fileURLToPath(import.meta.url), border];
  const installed = join(packages, ".package-lock.json");
  return hashOf([
    process.version,
    ...[...filesIn(machine), ...running, ...(existsSync(installed) ? [installed] : [])].map((file) =>
      readFileSync(file)
    )
  ]);
}

/** The hash of all that people write in the project at `root`. */
export const projectHash = (root: string): string =>
  hashOf(
    ["src", "data", "docs", "observablehq.config.ts"]
      .map((name) => join(root, name))
      .flatMap((place) => (existsSync(place) ? (statSync(place).isFile() ? [place] : filesIn(place)) : []))
      .filter((file) => !file.includes(".observablehq"))
      .flatMap((file) => [file, readFileSync(file)])
  );

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
