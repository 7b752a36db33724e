import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "../ledger/check-ledger.ts";
import { locate } from "../ledger/checks/violation.ts";
import { type Fault, InputError } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { soundPart, withoutRecords } from "../ledger/sound-part.ts";
import { checkPage, doubtedFindings } from "../page/checks/page-parts.ts";
import { type Gaps, noGaps } from "../page/checks/violation.ts";
import { makeNotebook, type Notebook } from "../page/notebook.ts";
import { type Page, readPages } from "../page/pages.ts";
import { makeSite, type NotebookOptions } from "../page/site.ts";
import { tokenPattern } from "../page/tokens.ts";
import { choiceViolations } from "../tables/choices.ts";
import { derivationViolations } from "../tables/derived.ts";
import { judgementFaults } from "../tables/judgement-faults.ts";
import { cellFaults } from "./cells/cell-faults.ts";
import { hashOf, type Kept } from "./kept.ts";
import { readOptions } from "./project.ts";
import { type ReadStory, readStory } from "./story.ts";
import { supersededInStory } from "./superseded-in-story.ts";

/** A notebook as far as it is sound, and what is wrong with the rest of it. */
export interface Inspected {
  /** The sound part of the ledger, which the notebook is made of. */
  ledger: Ledger;
  notebook: Notebook;
  /** The hash of all that the notebook is made of besides its pages' prose, the machine and packages. */
  readonly madeOf: string;
  /** Every fault of the ledger, the story's code and the pages: looked for when they are first asked for. */
  readonly faults: readonly Fault[];
  /** What is wrong with a page as its file is now, by its path from the project's root. */
  faultsOf(page: Pick<Page, "file" | "text" | "restsOn">): Fault[];
}

/**
 * Reads the notebook of the project at `root` and checks all of it: the ledger's records, what rests on them, the story's
 * code, then the pages, each on whatever is sound before it.
 */
export async function inspectNotebook(root: string, kept?: Kept): Promise<Inspected> {
  const [options, story] = await Promise.all([readOptions(root), readStory(root)]);
  return inspect(root, options, story, kept);
}

/** The same of a config and a story that are read already. What is wrong with a page may be kept from an earlier build. */
export function inspect(root: string, options: NotebookOptions, story: ReadStory, kept?: Kept): Inspected {
  const { ledger, unread, omitted, faults: ledgerFaults } = inspectLedger(root, kept);
  const { pages, templates, faults: frontMatter } = readPages(root);
  const notebook = makeNotebook(ledger, story, makeSite(options, pages, templates));
  const gaps: Gaps = { unread, whole: omitted.length === 0, story: story.faults.length === 0 };
  const others = withoutProse(notebook);
  let hash: string | undefined;
  const madeOf = (): string => {
    hash ??= hashOf([story.hash, JSON.stringify(ledger), ...textsOf(others), ...sourceTexts(root)]);
    return hash;
  };
  const faultsOf: Inspected["faultsOf"] = (page) => [
    ...checkPage(page.file, page.text, others, gaps),
    // A figure that lacks records left out above would doubt what the data do bear out.
    ...(gaps.whole && gaps.story ? doubtedFindings(page, others) : []),
    ...cellFaults(page.file, page.text, root)
  ];
  const isSound = gaps.whole && gaps.story && gaps.unread.ids.size + gaps.unread.wholes.size === 0;
  const keptFaultsOf = (page: Page): Fault[] =>
    kept && isSound ? kept.made(["faults", madeOf(), page.file, page.text], () => faultsOf(page)) : faultsOf(page);
  const allFaults = (): Fault[] => [
    ...ledgerFaults(),
    ...story.faults,
    ...supersededInStory(story.files, root, notebook),
    ...frontMatter,
    ...[...pages, ...templates].flatMap(keptFaultsOf)
  ];
  let found: readonly Fault[] | undefined;
  return {
    ledger,
    notebook,
    get madeOf() {
      return madeOf();
    },
    faultsOf,
    get faults() {
      found ??= allFaults();
      return found;
    }
  };
}

interface InspectedLedger extends Pick<ReturnType<typeof withoutRecords>, "ledger" | "unread" | "omitted"> {
  faults(): Fault[];
}

/** The sound part of the ledger of the project at `root`. One without a fault is kept under its files' text. */
function inspectLedger(root: string, kept: Kept | undefined): InspectedLedger {
  const files = readLedgerFiles(root);
  const key = ["ledger", JSON.stringify(files)];
  const known = kept?.found<Ledger>(key);
  if (known) return { ledger: known, ...noGaps, omitted: [], faults: () => [] };
  const parsed = parseLedger(files);
  const sound = soundPart(parsed);
  const violations = derivationViolations(sound.ledger);
  const left = withoutRecords(
    sound,
    violations.map(({ record }) => record)
  );
  return {
    ...left,
    faults() {
      const faults = [
        ...checkLedger(parsed),
        ...violations.map((violation) => locate(violation, parsed.locations)),
        ...choiceViolations(left.ledger).map((violation) => locate(violation, parsed.locations)),
        ...judgementFaults(sound)
      ];
      if (faults.length === 0) kept?.keep(key, left.ledger);
      return faults;
    }
  };
}

/** The notebook of the project at `root`. Throws an InputError that lists every fault. */
export async function checkNotebook(root: string, kept?: Kept): Promise<Inspected> {
  const inspected = await inspectNotebook(root, kept);
  if (inspected.faults.length > 0) throw new InputError(inspected.faults);
  return inspected;
}

/**
 * The notebook with no more of its pages' text than what they name: records, blocks and key numbers. It is all that another
 * page can know of them.
 */
export function withoutProse(notebook: Notebook): Notebook {
  const named = new RegExp(`^(?:\`\`\`|~~~).*$|^- number: \\S+$|${tokenPattern.source}`, "gm");
  const pages = notebook.site.pages.map((page) => ({ ...page, text: (page.text.match(named) ?? []).join("\n") }));
  return { ...notebook, site: { ...notebook.site, pages } };
}

/** What a notebook is called, and what its pages say of themselves. */
const textsOf = ({ site: { options, pages, sourcePath } }: Notebook): string[] => [
  JSON.stringify([options, pages.map((page) => ({ ...page, blocks: [...page.blocks] })), sourcePath("")])
];

/** Every file beside the pages that they and the story may use, by its path. */
function sourceTexts(root: string): (string | Uint8Array)[] {
  const folder = join(root, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !/^(?:notebook|\.observablehq)(?:\/|$)|\.md$/.test(name))
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => [name, readFileSync(join(folder, name))]);
}
