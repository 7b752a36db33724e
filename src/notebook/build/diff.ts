import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { compareStates } from "../compare/difference.ts";
import { markdownHand, terminalHand } from "../compare/hand.ts";
import { reportOf } from "../compare/report.ts";
import type { ReaderState } from "../compare/state.ts";
import { refuse } from "./command.ts";
import { keep } from "./emit.ts";
import { hashOf, keptOf, makerHash, projectHash } from "./kept.ts";
import { buildFolder } from "./paths.ts";
import { builtState, projectState } from "./reader-state.ts";
import { isBuilt, isFolder, isProject, revisionOf, withFilesOf } from "./revisions.ts";

const root = process.cwd();

/** One side of a comparison. */
interface Side {
  name: string;
  state(): Promise<ReaderState>;
}

/** What the check has found of the same ledger is not looked for again; nor is what this command has made of the same files. */
const workTree: Side = {
  name: "the files as they are",
  state: () => kept(`files ${projectHash(root)}`, () => projectState(root, keptOf(root, "checked")))
};

/** States that are kept for the next time. */
const mostKept = 12;

/**
 * Tells what readers find changed. Both sides are made by the machine as it is now: what is told is then the work of records,
 * pages, figures and models alone, and revisions can be told apart that are older than this command.
 */
export default async function diff(
  { markdown = false, json = false, all = false }: Partial<Record<"markdown" | "json" | "all", boolean | undefined>>,
  [old = "HEAD", now, surplus]: readonly string[]
): Promise<void> {
  if (surplus !== undefined) refuse(surplus, "is one side too many", "name two at most: npm run diff -- OLD NEW");
  if (markdown && json) refuse("--json", "does not go with --markdown", "leave one of them out");
  const sides = { before: sideOf(old), after: now === undefined ? workTree : sideOf(now) };
  const [before, after] = [await sides.before.state(), await sides.after.state()];
  const names = { before: sides.before.name, after: sides.after.name };
  const difference = compareStates(before, after);
  const hand = markdown ? markdownHand : terminalHand(process.stdout.hasColors?.() ?? false);
  process.stdout.write(
    `${json ? JSON.stringify({ ...names, ...difference }, null, 1) : reportOf(difference, names, hand, all)}\n`
  );
}

function sideOf(name: string): Side {
  const folder = resolve(root, name);
  if (isFolder(folder)) {
    if (isBuilt(folder)) return { name, state: async () => builtState(folder) };
    if (isProject(folder)) return { name, state: () => projectState(folder) };
  }
  const revision = revisionOf(root, name);
  return { name: revision.name, state: () => kept(revision.tree, () => withFilesOf(root, revision, projectState)) };
}

/** A state, made or as it was made before by the same machine of the same. */
async function kept(of: string, make: () => Promise<ReaderState>): Promise<ReaderState> {
  const folder = join(buildFolder(root), "states");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${hashOf([of, makerHash()])}.json`);
  if (existsSync(file)) {
    // Those that are asked for stay, however many edits have been compared since.
    utimesSync(file, new Date(), new Date());
    return JSON.parse(readFileSync(file, "utf8"));
  }
  const state = await make();
  keep(file, JSON.stringify(state));
  const age = (name: string): number => statSync(join(folder, name)).mtimeMs;
  const names = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of names.slice(mostKept)) rmSync(join(folder, name), { force: true });
  return state;
}
