import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { builtState, projectState } from "../../../src/notebook/build/reader-state.ts";
import { compareStates, type Difference, isEmpty } from "../../../src/notebook/compare/difference.ts";
import { markdownHand, terminalHand } from "../../../src/notebook/compare/hand.ts";
import { reportOf } from "../../../src/notebook/compare/report.ts";
import type { ReaderState } from "../../../src/notebook/compare/state.ts";
import { copyOfSubject, type Project } from "./project.ts";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

/** An update: a revised count, a dearer harvest that a verdict has not seen, a comparison judged anew, a sentence, a page. */
function update(project: Project): void {
  project.edit("data/ledger/crop-survey-2024.yaml", "2024: 431 incl", "2024: 438 incl");
  project.edit("data/ledger/crop-survey-2024.yaml", "2024: 5.8 }", "2024: 6.4 }");
  project.edit("data/ledger/comparisons.yaml", "kind: conflict", "kind: qualifier");
  project.edit("src/harvest.md", "a record.", "the largest ever.");
  project.write("src/new.md", "---\ntitle: New\nabout: What is new.\n---\n\n# What is new\n");
}

let project: Project;
let before: ReaderState;
let difference: Difference;
const sides = { before: "before", after: "after" };

beforeAll(async () => {
  project = copyOfSubject("coffee", "diff");
  const git = (...words: string[]): void => {
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...words], { cwd: project.root });
  };
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Coffee");
  before = await projectState(project.root);
  update(project);
  difference = compareStates(before, await projectState(project.root));
});

test("a difference reads as it did, in a terminal and in Markdown", async () => {
  await expect(reportOf(difference, sides, terminalHand(false))).toMatchFileSnapshot("diff/report.txt");
  await expect(reportOf(difference, sides, markdownHand)).toMatchFileSnapshot("diff/report.md");
});

test("a build is in nothing other than the project that it is built of", async () => {
  const built = copyOfSubject("coffee", "diff-built");
  expect(await built.build()).toMatchObject({ code: 0 });
  const found = compareStates(before, builtState(join(built.root, "dist")));
  expect(found).toEqual({
    tables: [],
    again: [],
    derived: [],
    comparisons: [],
    overtaken: [],
    mended: [],
    pages: [],
    downloads: []
  });
  expect(isEmpty(found)).toBe(true);
});

test("the last commit is compared with the files as they are, and kept for the next time", async () => {
  const first = await project.run("diff", "--json");
  expect(first).toMatchObject({ code: 0, complaints: "" });
  const { before: name, after, ...told } = JSON.parse(first.printed);
  expect([name, after]).toEqual([expect.stringMatching(/^HEAD \([0-9a-f]{7}\)$/), "the files as they are"]);
  expect(told).toEqual(JSON.parse(JSON.stringify(difference)));
  const kept = readdirSync(join(project.root, ".build/states"));
  // The revision's, and that of the files.
  expect(kept).toHaveLength(2);
  expect(await project.run("diff", "HEAD", ".", "--json")).toMatchObject({ code: 0 });
  expect(readdirSync(join(project.root, ".build/states"))).toEqual(kept);
  expect(project.has(".build/revisions") ? readdirSync(join(project.root, ".build/revisions")) : []).toEqual([]);
});

test("what cannot be compared is one line with its remedy", async () => {
  const refused = async (...words: string[]): Promise<string> => {
    const { code, printed, complaints } = await project.run("diff", ...words);
    expect([code, printed]).toEqual([1, ""]);
    return complaints;
  };
  expect(await refused("no-such-branch")).toBe(
    "no-such-branch:1:1 is neither a folder nor a revision of this repository; give a commit, branch or tag (`git log --oneline` lists commits), or the folder of a project or a build\n1 fault\n"
  );
  expect(await refused("HEAD", "src")).toContain("src:1:1 is a folder, but no notebook");
  project.edit("data/ledger/crop-survey-2024.yaml", "2024: 438 incl", "2024: many incl");
  const [line, count] = (await refused()).trim().split("\n");
  expect(line).toMatch(/^data\/ledger\/crop-survey-2024\.yaml:\d+:\d+ /);
  expect(count).toBe("1 fault");
});
