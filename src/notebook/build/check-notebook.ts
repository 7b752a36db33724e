import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { draftedRecords } from "../ledger/checks/every-guess-is-reviewed.ts";
import { type Fault, InputError } from "../ledger/fault.ts";
import { type ParsedLedger, parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import { recordPlaces } from "../ledger/record-places.ts";
import type { Ledger } from "../ledger/schema.ts";
import { readChanges } from "../page/changes.ts";
import { doubtedFindings } from "../page/checks/doubted-findings.ts";
import { findingsOf, rewrittenFindings, unaccepted } from "../page/checks/findings.ts";
import { checkPage } from "../page/checks/page-parts.ts";
import { shapeFaults } from "../page/checks/page-shape.ts";
import type { Gaps } from "../page/checks/violation.ts";
import { makeNotebook, type Notebook } from "../page/notebook.ts";
import { type Page, readPages } from "../page/pages.ts";
import { makeSite, type NotebookOptions } from "../page/site.ts";
import { tokenPattern } from "../page/tokens.ts";
import { cellFaults } from "./cells/cell-faults.ts";
import { triedDrawings } from "./drawing-faults.ts";
import { lookIntoFindings } from "./findings.ts";
import { inspectLedger, ledgerOf, once } from "./inspect-ledger.ts";
import { hashOf, type Kept } from "./kept.ts";
import { bringerOf, withoutMembers } from "./left-out.ts";
import { unreadableLoaders } from "./loaders.ts";
import { linkFaults } from "./page-links.ts";
import { pictureTokens } from "./pictures.ts";
import { lookIntoOptions } from "./project.ts";
import { storyCode, supersededInStory, unknownInStory } from "./records-in-story.ts";
import { siteAddresses } from "./site-addresses.ts";
import { type ReadStory, readStory } from "./story.ts";
import { typedInStory } from "./typed-in-story.ts";

/** A notebook as far as it is sound, and what is wrong with the rest of it. */
export interface Inspected {
  /** The sound part of the ledger, which the notebook is made of. */
  ledger: Ledger;
  notebook: Notebook;
  /** The hash of all that the notebook is made of besides its pages' prose, the machine and packages. */
  readonly madeOf: string;
  /** Findings that the data have rewritten since they were accepted; they are among the faults. */
  readonly rewritten: readonly Fault[];
  /** How many findings nobody has accepted yet, in a notebook that accepts any. */
  readonly unaccepted: number;
  /** Every fault of the ledger, the story's code and the pages: looked for when they are first asked for. */
  readonly faults: readonly Fault[];
  /** Looks for the faults piece by piece, for whoever has something else to do in between. */
  readonly search: readonly (() => void)[];
  /** Of these, what leaves the notebook without records, figures or pages: faults of the ledger, the code, the front matter. */
  readonly gaps: readonly Fault[];
  /** Pages whose front matter is at fault, and Markdown files that stand for many pages. */
  readonly misread: readonly Page[];
  readonly templates: readonly Page[];
  /** Whether a record or a figure that was left out for a fault may bring something of this name. */
  mayBring(name: string): boolean;
  /** Of these, verdicts, comparisons, findings and quoted editions that the data have overtaken. */
  readonly overtaken: readonly Fault[];
  /** What is wrong with a page as its file is now, by its path from the project's root. */
  faultsOf(page: Pick<Page, "file" | "text" | "restsOn">): Fault[];
}

/**
 * Reads the notebook of the project at `root` and checks all of it: the ledger's records, what rests on them, the story's
 * code, then the pages, each on whatever is sound before it.
 */
export async function inspectNotebook(root: string, kept?: Kept): Promise<Inspected> {
  const [{ options, faults }, story] = await Promise.all([lookIntoOptions(root), readStory(root)]);
  return inspect(root, options, story, { kept, ofConfig: faults });
}

interface InspectOptions {
  /** The ledger, where it is not that of the project's files. */
  parsed?: ParsedLedger | undefined;
  /** What earlier builds have found of the same texts. */
  kept?: Kept | undefined;
  /** What is wrong with the config. */
  ofConfig?: readonly Fault[];
}

/** The same of a config and a story that are read already. */
export function inspect(
  root: string,
  options: NotebookOptions,
  story: ReadStory,
  { parsed, kept, ofConfig = [] }: InspectOptions = {}
): Inspected {
  const ofLedger = parsed ? inspectLedger(parsed) : ledgerOf(root, kept);
  const { ledger, unread, omitted } = ofLedger;
  const { pages, templates, misread, faults: frontMatter } = readPages(root);
  const { changes, faults: ofChanges } = readChanges(root, [...pages, ...misread]);
  const notebook = makeNotebook(ledger, story, makeSite(options, pages, templates, changes));
  const gaps: Gaps = {
    unread: withoutMembers(unread, ledger, notebook),
    whole: omitted.length === 0,
    unreadCode: new Set(story.unread)
  };
  const hasStory = story.faults.length === 0;
  const others = withoutProse(notebook);
  const madeOf = once(() => hashOf([story.hash, JSON.stringify(ledger), ...textsOf(others), ...sourceTexts(root)]));
  const mayBring = bringerOf({ unread: gaps.unread, omitted, code: story.unread });
  const made = once(() => {
    const make = (): string[] => siteAddresses(root, others);
    return new Set(kept && isSound ? kept.made(["addresses", madeOf()], make) : make());
  });
  // A figure that lacks records left out above would doubt what the data do bear out.
  const read = once(() => parsed ?? parseLedger(readLedgerFiles(root)));
  const placeOf = once(() => recordPlaces(read()));
  const doubts: Inspected["faultsOf"] = (page) =>
    gaps.whole && hasStory ? doubtedFindings(page, others, (id) => placeOf()(id)) : [];
  const textFaults: Inspected["faultsOf"] = (page) => [
    ...checkPage(page.file, page.text, others, gaps),
    ...shapeFaults(page, others, gaps),
    ...linkFaults(page, { notebook: others, root, misread, made, mayBring }),
    ...cellFaults(page.file, page.text, root)
  ];
  const isSound =
    misread.length === 0 && gaps.whole && hasStory && gaps.unread.ids.size + gaps.unread.wholes.size === 0;
  /** Of each file, once. */
  const ofFiles = (files: Page[], what: string, faultsOf: Inspected["faultsOf"], name = ""): (() => Fault[])[] =>
    files.map((page) =>
      once(() =>
        kept && isSound ? kept.made([what, madeOf(), name, page.file, page.text], () => faultsOf(page)) : faultsOf(page)
      )
    );
  const unknown = once((): readonly Fault[] => unknownInStory(story.files, root, notebook, gaps.unread));
  // What lacks a record that was left out could not be drawn for that alone.
  const drawings = gaps.whole
    ? triedDrawings(root, others, pictureTokens()).map(({ name, faults }) =>
        once(() => (kept && isSound ? kept.made(["drawing", madeOf(), name], faults) : faults()))
      )
    : [];
  const typed = once((): readonly Fault[] => {
    const look = (): Fault[] => (gaps.whole && hasStory ? typedInStory(story.files, root, notebook) : []);
    return kept && isSound ? kept.made(["typed", madeOf()], look) : look();
  });
  const ofDrawings = once((): readonly Fault[] => {
    // A drawing that fails for a record that is not there is no second fault.
    const named = unknown().map(({ message }) => message.slice(message.indexOf('"')));
    return drawings.flatMap((look) => look()).filter(({ message }) => !named.some((id) => message.includes(id)));
  });
  // They name lines of the ledger.
  const inDoubt = ofFiles([...pages, ...templates], "doubts", doubts, JSON.stringify(readLedgerFiles(root)));
  const inText = ofFiles([...pages, ...templates, ...misread], "faults", textFaults);
  const { accepted, faults: ofFindings } = lookIntoFindings(root);
  const findings = once(() => findingsOf(notebook));
  const rewritten = once((): readonly Fault[] => {
    // A figure or a finding that lacks records left out above would seem rewritten.
    if (!accepted || !gaps.whole || !hasStory) return [];
    const code = storyCode(story.files, root).map(({ text }) => text);
    return pages.flatMap((page) => rewrittenFindings(page, notebook, findings(), accepted, code.join("\n")));
  });
  const gapFaults = once((): readonly Fault[] => [
    ...ofConfig,
    ...ofFindings,
    ...ofLedger.faults(),
    ...story.faults,
    ...frontMatter,
    ...ofChanges
  ]);
  const overtaken = once((): readonly Fault[] => [
    ...ofLedger.overtaken(),
    ...supersededInStory(story.files, root, notebook),
    // So do findings that a guess rewrites.
    ...(draftedRecords(ledger).length === 0 ? [...inDoubt.flatMap((look) => look()), ...rewritten()] : [])
  ]);
  const faults = once((): readonly Fault[] => [
    ...gapFaults(),
    ...overtaken(),
    ...unknown(),
    ...typed(),
    ...ofDrawings(),
    ...inText.flatMap((look) => look())
  ]);
  return {
    ledger,
    notebook,
    misread,
    templates,
    mayBring,
    get madeOf() {
      return madeOf();
    },
    faultsOf: (page) => [...textFaults(page), ...doubts(page)],
    get faults() {
      return faults();
    },
    search: [gapFaults, ...inDoubt, ofLedger.overtaken, findings, overtaken, ...drawings, ...inText, faults],
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

/** The notebook of the project at `root`. Throws an InputError that lists every fault. */
export async function checkNotebook(root: string, kept?: Kept): Promise<Inspected> {
  const [inspected, loaders] = await Promise.all([inspectNotebook(root, kept), unreadableLoaders(root)]);
  const faults = [...inspected.faults, ...loaders];
  if (faults.length > 0) throw new InputError(faults);
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

/** What a notebook is called, what its pages say of themselves, and its list of changes. */
const textsOf = ({ site }: Notebook): string[] => [
  JSON.stringify({ ...site, pages: site.pages.map((page) => ({ ...page, blocks: [...page.blocks] })) }),
  site.sourcePath("") ?? ""
];

/** The config, and every file beside the pages that they and the story may use, by its path. */
function sourceTexts(root: string): (string | Uint8Array)[] {
  const inside = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((name) => !/^src\/\.observablehq\/|\.md$/.test(name))
    .sort();
  return (
    ["observablehq.config.ts", ...inside]
      // Editors leave links that lead nowhere beside a file that they have open.
      .filter((name) => statSync(join(root, name), { throwIfNoEntry: false })?.isFile())
      .flatMap((name) => [name, readFileSync(join(root, name))])
  );
}
