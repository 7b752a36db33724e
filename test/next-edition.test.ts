import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acceptVerdicts } from "../src/notebook/build/accept-verdicts.ts";
import { findingsOf } from "../src/notebook/page/checks/findings.ts";
import { addEdition, copyOf, lines, linesOf, notebookAt } from "./notebook/build/next-edition.ts";
import { laterFiles } from "./real-ledger.ts";

/** The pages whose words this test knows; a fork's own may follow an edition as well. */
const chapters = ["reserves-vs-output", "us-demand", "gallium", "positions", "chain", "disagreements"];
const isOfChapter = (line: string): boolean => chapters.some((name) => new RegExp(`^(?:src)?/${name}\\b`).test(line));

// Once a source was added, what it does is told by check itself.
test.skipIf(laterFiles().length > 0)(
  "the next edition of the survey is one file; what it rewrites and what was judged on a number that it changes is listed",
  async () => {
    const root = copyOf(".");
    const look = await notebookAt(".", root);
    // Made up; the world's reserves go on falling, as a figure's title says.
    const add = (given: Readonly<Record<string, number>>): void =>
      addEdition(root, "usgs-mcs-2026", "usgs-mcs-2027", { "reserves.world": ">70000000", ...given });
    const before = lines(look());

    add({});
    const after = look();
    const rewritten =
      /^(\S+):\d+:\d+ the data have rewritten (the .*?)(?: of this page)?: it was .*; if that is right, run npm run accept$/;
    const unread = /^(\S+):\d+:\d+ (the finding) of this page stays as it was, .*$/;
    const faults = linesOf(after).map((line) => line.replace(rewritten, "$1 $2").replace(unread, "$1 $2"));
    expect(faults.filter((line) => !line.startsWith("src/") || isOfChapter(line))).toEqual([
      "src/reserves-vs-output.md the title of figure reserves-by-edition",
      "src/reserves-vs-output.md the title of figure reserves-and-output-shares",
      "src/us-demand.md the finding",
      "src/us-demand.md the title of figure century",
      "src/us-demand.md the title of figure us-by-year"
    ]);
    writeFileSync(join(root, "data/findings.json"), JSON.stringify(findingsOf(after.notebook)));
    expect(linesOf(look())).toEqual([]);
    const moved = lines(after).filter((line, place) => line !== before[place] && isOfChapter(line));
    expect(moved.map((line) => line.split(" ", 1)[0])).toEqual([
      "/reserves-vs-output",
      "/reserves-vs-output",
      "/reserves-vs-output",
      "/reserves-vs-output",
      "/reserves-vs-output",
      "/us-demand",
      "/us-demand",
      "/us-demand",
      "/gallium"
    ]);
    for (const words of ["2,600\u00a0tonnes for 2026.", "For 2026 the survey puts China’s", "In 2026 it made"])
      expect(moved.join("\n")).toContain(words);

    add({ "mine-production.russia": 2700 });
    const short = (line: string): string => line.replace(/:\d+:\d+ /, " ").replace(/[:;] .*$/, "");
    const stale = "data/ledger/verdicts.yaml the verdict was reviewed with 2600 t/yr";
    const judged = linesOf(look()).filter((line) => !rewritten.test(line) && !unread.test(line));
    expect(judged.map(short)).toEqual([
      expect.stringMatching(/^data\/ledger\/usgs-mcs-2027\.yaml nobody has judged that it disagrees with /),
      stale,
      stale
    ]);

    // The survey counts another reserve: what divides by its count follows, whoever relayed the one before.
    add({ "reserves.russia": 4_100_000 });
    const doubted = linesOf(look()).filter((line) => !rewritten.test(line) && !unread.test(line));
    expect(doubted.map(short)).toEqual(["data/ledger/verdicts.yaml the verdict was reviewed with 3800000 t"]);
    acceptVerdicts(root, ["rank-fifth"]);
    expect(linesOf(look()).filter((line) => !rewritten.test(line) && !unread.test(line))).toEqual([]);
  }
);
