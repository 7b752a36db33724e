import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { type Built, copyOfSubject, type Project } from "../notebook/build/project.ts";

// What can happen to a build from outside. Whatever does, readers have the old site or the new one, and the next build works.

const birds = ["heron", "lark", "magpie", "owl", "plover"];
const bird = (edit: number): string => birds[edit % birds.length] ?? "";
const page = (edit: number): string => `---\ntitle: Second\n---\n\n# Second\n\nWords about the ${bird(edit)}.\n`;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Kills builds at so many moments, from their start to after their usual end. Returns how many ended before, and what went wrong. */
export async function killBuilds(count: number, seed: number): Promise<{ ended: number; failures: string[] }> {
  const project = copyOfSubject("minimal", "killed-builds");
  const failures: string[] = [];
  let ended = 0;
  project.write("src/second.md", page(0));
  const first = await project.build();
  if (first.code !== 0) throw new Error(`the build that others are held against failed: ${first.complaints}`);
  const begun = performance.now();
  project.write("src/second.md", page(1));
  await project.build();
  const usual = performance.now() - begun;
  const moments = fc.sample(fc.double({ min: 0, max: usual * 1.1, noNaN: true }), { numRuns: count, seed });
  for (const [number, moment] of moments.entries()) {
    const before = project.published();
    project.write("src/second.md", page(number));
    const build = project.start("build", {}, { detached: true });
    const closed = once(build, "close");
    build.stdout.resume();
    build.stderr.resume();
    await Promise.race([closed, setTimeout(moment)]);
    if (build.exitCode === null) process.kill(-Number(build.pid), "SIGKILL");
    else ended++;
    await closed;
    // Between two renames the old site lies aside, and the next build puts it back.
    const left = project.published(project.has("dist") ? "dist" : ".build/previous");
    growOld(join(project.root, ".build/build.lock"));
    const next = await project.build();
    const after = project.published();
    const at = `killed after ${Math.round(moment)} ms:`;
    if (next.code !== 0 || next.complaints !== "") failures.push(`${at} the next build fails: ${next.complaints}`);
    if (!isSame(left, before) && !isSame(left, after))
      failures.push(`${at} neither the old site nor the new one is there`);
    if (!project.read("dist/second.html").includes(bird(number)))
      failures.push(`${at} the next build is not of the last edit`);
  }
  project.remove(".");
  return { ended, failures };
}

/** A lock that nobody renews is taken for a killed build's after a while; nobody has to wait for that here. */
function growOld(lock: string): void {
  const longAgo = new Date(Date.now() - 60_000);
  if (existsSync(lock)) utimesSync(lock, longAgo, longAgo);
}

const nobody = 65_534;

interface Hindrance {
  /** What this machine has to allow for it to be tried. */
  needs: "mount" | "user";
  /** What stands before the command that builds. */
  by: readonly string[];
  prepare?(project: Project): void;
  says: RegExp;
}

const asNobody = ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
/** In a world of its own, which ends with the command, where this is done first in the project's folder. */
const after = (commands: string): string[] => [
  "unshare",
  "--mount",
  "sh",
  "-c",
  `${commands} && cd "$PWD" && exec "$@"`,
  "sh"
];
const full = "cannot be written: (?:the disk is full|no space left on device); free some room";

const hindrances: Readonly<Record<string, Hindrance>> = {
  "a disk that is full when something is kept": {
    needs: "mount",
    by: after("mkdir -p .build/kept && mount -t tmpfs -o size=16k none .build/kept"),
    says: new RegExp(`:1:1 ${full}`)
  },
  "a disk that is full when pictures are drawn": {
    needs: "mount",
    by: after("mkdir -p .build/pictures && mount -t tmpfs -o size=16k none .build/pictures"),
    says: new RegExp(`:1:1 ${full}`)
  },
  "a disk that is full at once": {
    needs: "mount",
    by: after("mkdir -p .build && mount -t tmpfs -o size=200k none .build"),
    says: new RegExp(`^.build/machine:1:1 ${full}`)
  },
  "a disk that is read-only": {
    needs: "mount",
    by: after('mount --bind "$PWD" "$PWD" && mount -o remount,bind,ro "$PWD"'),
    says: /:1:1 cannot be written: (?:the disk is read-only|read-only file system); /
  },
  "a folder of another user": {
    needs: "user",
    by: asNobody,
    prepare: (project) => project.remove(".build"),
    says: /^.build\/machine:1:1 cannot be written: permission denied; /
  },
  "a ledger that this user may not read": {
    needs: "user",
    by: asNobody,
    prepare: (project) => hide(project, "data/ledger/gazette.yaml"),
    says: /^data\/ledger\/gazette.yaml:1:1 may not be read or written by this user; /
  },
  "a page that this user may not read": {
    needs: "user",
    by: asNobody,
    prepare: (project) => hide(project, "src/second.md"),
    says: /^src\/second.md:1:1 may not be read or written by this user; /
  }
};

/** A file that its owner alone may read, in a folder in which everybody else may build. */
function hide({ root }: Project, file: string): void {
  for (const path of [root, ...["src", ".build"].map((folder) => join(root, folder))]) chownSync(path, nobody, nobody);
  for (const path of readdirSync(join(root, ".build"), { recursive: true, encoding: "utf8" }))
    chownSync(join(root, ".build", path), nobody, nobody);
  chmodSync(join(root, file), 0o600);
}

const runs = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;

/** Has the system refuse builds what they need: one message with its remedy each, and the last site as it was. */
export async function hinderBuilds(): Promise<{ tried: number; skipped: string[]; failures: string[] }> {
  const isRoot = process.getuid?.() === 0;
  const allows = {
    mount: isRoot && runs("unshare", "--mount", "true"),
    user: isRoot && runs(asNobody[0] ?? "", ...asNobody.slice(1), "true")
  };
  const failures: string[] = [];
  const skipped: string[] = [];
  for (const [name, { needs, by, prepare, says }] of Object.entries(hindrances)) {
    if (!allows[needs]) {
      skipped.push(`${name}: needs root, and leave to ${needs === "mount" ? "mount a disk" : "become another user"}`);
      continue;
    }
    const project = copyOfSubject("minimal", "hindered-builds");
    project.write("src/second.md", page(0));
    // Nothing is written outside the project, so no home is needed.
    const first = await project.build({ HOME: "" });
    if (first.code !== 0) throw new Error(`the build that others are held against failed: ${first.complaints}`);
    const good = project.published();
    project.write("src/second.md", page(1));
    project.remove(".build/pictures");
    prepare?.(project);
    failures.push(...wrongWith(await project.buildBy(...by), says).map((wrong) => `${name}: ${wrong}`));
    if (!isSame(project.published(), good)) failures.push(`${name}: the last site is not as it was`);
    project.remove(".");
  }
  return { tried: Object.keys(hindrances).length - skipped.length, skipped, failures };
}

function wrongWith({ code, complaints }: Built, says: RegExp): string[] {
  const lines = complaints.trim().split("\n");
  return [
    ...(code === 1 ? [] : [`it ends with ${code}`]),
    ...(says.test(lines[0] ?? "") && lines.length === 2 && lines[1] === "1 fault" ? [] : [`it says ${complaints}`])
  ];
}
