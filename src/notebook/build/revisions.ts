import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { refuse } from "./command.ts";
import { buildFolder } from "./paths.ts";

/** A revision of the project at `root`: what it is called, and the hash of all files that it has in the project's folder. */
export interface Revision {
  name: string;
  tree: string;
}

/** The revision that Git knows by a name. Throws an InputError where there is none, or no repository. */
export function revisionOf(root: string, name: string): Revision {
  const commit = git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  if (commit === undefined) {
    if (isFolder(resolve(root, name)))
      refuse(
        name,
        "is a folder, but no notebook",
        "name one that has observablehq.config.ts, or the `dist` of a build"
      );
    const isRepository = git(root, ["rev-parse", "--git-dir"]) !== undefined;
    refuse(
      name,
      isRepository
        ? "is neither a folder nor a revision of this repository"
        : "is no folder, and this is no Git repository",
      isRepository
        ? "give a commit, branch or tag (`git log --oneline` lists commits), or the folder of a project or a build"
        : "give two folders: npm run diff -- OLD NEW"
    );
  }
  const prefix = git(root, ["rev-parse", "--show-prefix"]) ?? "";
  const tree = git(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    prefix === "" ? `${commit}^{tree}` : `${commit}:${prefix.replace(/\/$/, "")}`
  ]);
  if (tree === undefined) refuse(name, `has no folder ${prefix}`, "give a revision in which the notebook is there");
  return { name: `${name} (${commit.slice(0, 7)})`, tree };
}

/** Lays a revision's files into a folder of their own while they are used. */
export async function withFilesOf<Made>(
  root: string,
  { tree }: Revision,
  use: (folder: string) => Promise<Made>
): Promise<Made> {
  const folder = join(buildFolder(root), "revisions", tree);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    // An index of its own: what the author has staged stays as it is.
    const index = { GIT_INDEX_FILE: join(folder, ".index") };
    const top = git(root, ["rev-parse", "--show-toplevel"]) ?? root;
    const laid =
      git(top, ["read-tree", tree], index) !== undefined &&
      git(top, ["checkout-index", "--all", "--force", `--prefix=${folder}/`], index) !== undefined;
    if (!laid) throw new Error(`Git could not lay the files of ${tree} into ${folder}`);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a path is a folder. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether a folder holds a notebook that is built, or one that can be. */
export const isBuilt = (folder: string): boolean => existsSync(join(folder, "data/datapackage.json"));
export const isProject = (folder: string): boolean => existsSync(join(folder, "observablehq.config.ts"));

/** What Git prints, or undefined where it fails. */
function git(cwd: string, args: readonly string[], environment: Record<string, string> = {}): string | undefined {
  const { status, stdout, error } = spawnSync("git", args, {
    cwd: resolve(cwd),
    encoding: "utf8",
    env: { ...process.env, ...environment }
  });
  if (error) refuse("git", "cannot be run", "install Git, or give two folders: npm run diff -- OLD NEW");
  return status === 0 ? stdout.trim() : undefined;
}
