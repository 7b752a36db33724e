import { checkLedger } from "../ledger/check-ledger.ts";
import { locate } from "../ledger/checks/violation.ts";
import { type Fault, InputError } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { soundPart, withoutRecords } from "../ledger/sound-part.ts";
import { readChanges } from "../page/changes.ts";
import { findingsOf, rewrittenFindings, unaccepted } from "../page/checks/findings.ts";
import { checkPage, doubtedFindings } from "../page/checks/page-parts.ts";
import { shapeFaults } from "../page/checks/page-shape.ts";
import type { Gaps } from "../page/checks/violation.ts";
import { makeNotebook, type Notebook } from "../page/notebook.ts";
import { type Page, readPages } from "../page/pages.ts";
import { makeSite, type NotebookOptions } from "../page/site.ts";
import { choiceViolations } from "../tables/choices.ts";
import { derivationViolations } from "../tables/derived.ts";
import { judgementFaults } from "../tables/judgement-faults.ts";
import { cellFaults } from "./cells/cell-faults.ts";
import { readFindings } from "./findings.ts";
import { linkFaults } from "./page-links.ts";
import { readOptions } from "./project.ts";
import { type ReadStory, readStory } from "./story.ts";
import { storyCode, supersededInStory } from "./superseded-in-story.ts";

/** A notebook as far as it is sound, and what is wrong with the rest of it. */
export interface Inspected {
  /** The sound part of the ledger, which the notebook is made of. */
  ledger: Ledger;
  notebook: Notebook;
  /** The hash of the story's code. */
  storyHash: string;
  /** Findings that the data have rewritten since they were accepted; they are among the faults. */
  readonly rewritten: readonly Fault[];
  /** How many findings nobody has accepted yet, in a notebook that accepts any. */
  readonly unaccepted: number;
  /** Every fault of the ledger, the story's code and the pages: looked for when they are first asked for. */
  readonly faults: readonly Fault[];
  /** Of these, what leaves the notebook without records, figures or pages: faults of the ledger, the code, the front matter. */
  readonly gaps: readonly Fault[];
  /** Of these, verdicts, comparisons, findings and quoted editions that the data have overtaken. */
  readonly overtaken: readonly Fault[];
  /** What is wrong with a page as its file is now, by its path from the project's root. */
  faultsOf(page: Pick<Page, "file" | "text" | "restsOn">): Fault[];
}

/**
 * Reads the notebook of the project at `root` and checks all of it: the ledger's records, what rests on them, the story's
 * code, then the pages, each on whatever is sound before it.
 */
export async function inspectNotebook(root: string): Promise<Inspected> {
  const [options, story] = await Promise.all([readOptions(root), readStory(root)]);
  return inspect(root, options, story);
}

/** The same of a config and a story that are read already. */
export function inspect(
  root: string,
  options: NotebookOptions,
  story: ReadStory,
  parsed = parseLedger(readLedgerFiles(root))
): Inspected {
  const sound = soundPart(parsed);
  const violations = derivationViolations(sound.ledger);
  const { ledger, unread, omitted } = withoutRecords(
    sound,
    violations.map(({ record }) => record)
  );
  const { pages, templates, faults: frontMatter } = readPages(root);
  const { changes, faults: misread } = readChanges(root, pages);
  const notebook = makeNotebook(ledger, story, makeSite(options, pages, templates, changes));
  const gaps: Gaps = { unread, whole: omitted.length === 0, story: story.faults.length === 0 };
  // A figure that lacks records left out above would doubt what the data do bear out.
  const doubts: Inspected["faultsOf"] = (page) => (gaps.whole && gaps.story ? doubtedFindings(page, notebook) : []);
  const textFaults: Inspected["faultsOf"] = (page) => [
    ...checkPage(page.file, page.text, notebook, gaps),
    ...shapeFaults(page, notebook, gaps),
    ...linkFaults(page, notebook, root),
    ...cellFaults(page.file, page.text, root)
  ];
  const files = [...pages, ...templates];
  const accepted = readFindings(root);
  const findings = once(() => findingsOf(notebook));
  const rewritten = once((): readonly Fault[] => {
    // A figure or a finding that lacks records left out above would seem rewritten.
    if (!accepted || !gaps.whole || !gaps.story) return [];
    const code = storyCode(story.files, root).map(({ text }) => text);
    return pages.flatMap((page) => rewrittenFindings(page, notebook, findings(), accepted, code.join("\n")));
  });
  const gapFaults = once((): readonly Fault[] => [
    ...checkLedger(parsed),
    ...[...violations, ...choiceViolations(ledger)].map((violation) => locate(violation, parsed.locations)),
    ...story.faults,
    ...frontMatter,
    ...misread
  ]);
  const overtaken = once((): readonly Fault[] => [
    ...judgementFaults(sound),
    ...supersededInStory(story.files, root, notebook),
    ...files.flatMap(doubts),
    ...rewritten()
  ]);
  const faults = once((): readonly Fault[] => [...gapFaults(), ...overtaken(), ...files.flatMap(textFaults)]);
  return {
    ledger,
    notebook,
    storyHash: story.hash,
    faultsOf: (page) => [...textFaults(page), ...doubts(page)],
    get faults() {
      return faults();
    },
    get gaps() {
      return gapFaults();
    },
    get overtaken() {
      return overtaken();
    },
    get rewritten() {
      return rewritten();
    },
    get unaccepted() {
      return accepted ? unaccepted(findings(), accepted) : 0;
    }
  };
}

/** A result that is made when it is first asked for. */
function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

/** The notebook of the project at `root`. Throws an InputError that lists every fault. */
export async function checkNotebook(root: string): Promise<Inspected> {
  const inspected = await inspectNotebook(root);
  if (inspected.faults.length > 0) throw new InputError(inspected.faults);
  return inspected;
}
