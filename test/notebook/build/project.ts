import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { offlineGuard } from "../../../src/notebook/build/paths.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** A small notebook in a folder of its own, with this repository's build and the fixture's pages. */
export function makeProject(name: string): Project {
  const project = copyOfRepository(name, [
    "package.json",
    "observablehq.config.ts",
    "src/notebook/build",
    "src/notebook/ledger",
    "src/notebook/fonts"
  ]);
  cpSync(join(repository, "test/notebook/build/fixture"), project.root, { recursive: true });
  return project;
}

/** The same with no live cell, which takes a build half the time. */
export function makeTextProject(name: string): Project {
  const project = makeProject(name);
  project.write("src/index.md", "# A small notebook\n");
  return project;
}

/** Some of this repository's own files in a folder of their own. */
export function copyOfRepository(name: string, paths: string[]): Project {
  const root = join(repository, ".build/tests", name);
  rmSync(root, { recursive: true, force: true });
  for (const path of paths)
    cpSync(join(repository, path), join(root, path), {
      recursive: true,
      filter: (file) => !file.includes(".observablehq")
    });
  return new Project(root);
}

/** A project's files, and its commands run with the network out of reach. */
export class Project {
  constructor(readonly root: string) {}

  read = (path: string): string => readFileSync(join(this.root, path), "utf8");
  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }
  remove = (path: string): void => rmSync(join(this.root, path), { recursive: true, force: true });

  /** The published files by name, each with a hash of its content. */
  published(): Record<string, string> {
    const dist = join(this.root, "dist");
    if (!existsSync(dist)) return {};
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(join(dist, file)).isFile())
      .sort();
    return Object.fromEntries(files.map((file) => [file, hash(readFileSync(join(dist, file)))]));
  }

  start(command: string, environment: Record<string, string> = {}) {
    return spawn(process.execPath, ["--import", "tsx", `src/notebook/build/${command}.ts`], {
      cwd: this.root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment, NODE_OPTIONS: `--import=${offlineGuard}` }
    });
  }

  async build(): Promise<{ code: number | null; printed: string; complaints: string }> {
    const build = this.start("build");
    const exit = new Promise<number | null>((resolve) => build.on("close", resolve));
    const [printed, complaints, code] = await Promise.all([text(build.stdout), text(build.stderr), exit]);
    return { code, printed, complaints };
  }
}

const hash = (content: Buffer): string => createHash("sha256").update(content).digest("hex");
