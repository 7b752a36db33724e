import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { offlineGuard } from "../../../src/notebook/build/paths.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const machine = "src/notebook";

/** What commands and Framework write, and nobody else. */
const made = /(?:^|[\\/])(?:\.build|dist|\.observablehq)(?:[\\/]|$)/;

/** A copy of one of the subjects under `test/subjects`, as deep inside the repository as that is itself. */
export function copyOfSubject(subject: "minimal" | "coffee", name: string): Project {
  const root = join(repository, ".build/tests", name);
  rmSync(root, { recursive: true, force: true });
  copySubject(subject, root);
  return new Project(root, join(repository, machine));
}

/** The same with a copy of the machine beside it, `../../../src/notebook`, so that a test can edit that too. */
export function copyWithMachine(subject: "minimal" | "coffee", name: string): Project {
  const home = join(repository, ".build/tests", name);
  rmSync(home, { recursive: true, force: true });
  cpSync(join(repository, machine), join(home, machine), { recursive: true });
  const root = join(home, "test/subjects", subject);
  copySubject(subject, root);
  return new Project(root, join(home, machine));
}

function copySubject(subject: string, root: string): void {
  const from = join(repository, "test/subjects", subject);
  cpSync(from, root, { recursive: true, filter: (file) => !made.test(file.slice(from.length)) });
}

/** A project's files, and its commands run with the network out of reach. */
export class Project {
  constructor(
    readonly root: string,
    readonly machine: string
  ) {}

  read = (path: string): string => readFileSync(join(this.root, path), "utf8");
  has = (path: string): boolean => existsSync(join(this.root, path));
  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }
  remove = (path: string): void => rmSync(join(this.root, path), { recursive: true, force: true });
  edit(path: string, from: string, to: string): void {
    const before = this.read(path);
    if (!before.includes(from)) throw new Error(`${path} does not hold "${from}"`);
    this.write(
      path,
      before.replace(from, () => to)
    );
  }

  /** The published files by name, each with a hash of its content. */
  published(folder = "dist"): Record<string, string> {
    const dist = join(this.root, folder);
    if (!existsSync(dist)) return {};
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(join(dist, file)).isFile())
      .sort();
    return Object.fromEntries(files.map((file) => [file, hash(readFileSync(join(dist, file)))]));
  }

  start(
    command: string,
    environment: Record<string, string> = {},
    options: { detached?: boolean } = {},
    words: readonly string[] = [],
    by: readonly string[] = []
  ) {
    const [program = "", ...all] = [...by, process.execPath, join(this.machine, "build/cli.js"), command, ...words];
    return spawn(program, all, {
      ...options,
      cwd: this.root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...environment,
        NODE_OPTIONS: `--import=${offlineGuard} ${environment.NODE_OPTIONS ?? ""}`
      }
    });
  }

  build = (environment: Record<string, string> = {}): Promise<Built> => ended(this.start("build", environment));
  /** Builds by another program, which starts the command that its last words are. */
  buildBy = (...by: string[]): Promise<Built> => ended(this.start("build", {}, {}, [], by));
  run = (command: string, ...words: string[]): Promise<Built> => ended(this.start(command, {}, {}, words));
}

async function ended(build: ReturnType<Project["start"]>): Promise<Built> {
  const exit = new Promise<number | null>((resolve) => build.on("close", resolve));
  const [printed, complaints, code] = await Promise.all([text(build.stdout), text(build.stderr), exit]);
  return { code, printed, complaints };
}

/** How a command ended, and what it said. */
export interface Built {
  code: number | null;
  printed: string;
  complaints: string;
}

const hash = (content: Buffer): string => createHash("sha256").update(content).digest("hex");
