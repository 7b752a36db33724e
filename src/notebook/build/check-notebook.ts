import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "../ledger/check-ledger.ts";
import { draftedRecords } from "../ledger/checks/every-guess-is-reviewed.ts";
import { locate } from "../ledger/checks/violation.ts";
import { type Fault, InputError } from "../ledger/fault.ts";
import { type ParsedLedger, parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import { recordPlaces } from "../ledger/record-places.ts";
import type { Unread } from "../ledger/records.ts";
import type { Ledger } from "../ledger/schema.ts";
import { soundPart, withoutRecords } from "../ledger/sound-part.ts";
import { readChanges } from "../page/changes.ts";
import { doubtedFindings } from "../page/checks/doubted-findings.ts";
import { findingsOf, rewrittenFindings, unaccepted } from "../page/checks/findings.ts";
import { checkPage } from "../page/checks/page-parts.ts";
import { shapeFaults } from "../page/checks/page-shape.ts";
import { type Gaps, noGaps } from "../page/checks/violation.ts";
import { makeNotebook, type Notebook } from "../page/notebook.ts";
import { type Page, readPages } from "../page/pages.ts";
import { makeSite, type NotebookOptions } from "../page/site.ts";
import { tokenPattern } from "../page/tokens.ts";
import { choiceViolations } from "../tables/choices.ts";
import { derivationViolations } from "../tables/derived.ts";
import { judgementFaults } from "../tables/judgement-faults.ts";
import { cellFaults } from "./cells/cell-faults.ts";
import { readFindings } from "./findings.ts";
import { hashOf, type Kept } from "./kept.ts";
import { linkFaults } from "./page-links.ts";
import { readOptions } from "./project.ts";
import { type ReadStory, readStory } from "./story.ts";
import { storyCode, supersededInStory } from "./superseded-in-story.ts";

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
  const [options, story] = await Promise.all([readOptions(root), readStory(root)]);
  return inspect(root, options, story, { kept });
}

interface InspectOptions {
  /** The ledger, where it is not that of the project's files. */
  parsed?: ParsedLedger | undefined;
  /** What earlier builds have found of the same texts. */
  kept?: Kept | undefined;
}

/** The same of a config and a story that are read already. */
export function inspect(
  root: string,
  options: NotebookOptions,
  story: ReadStory,
  { parsed, kept }: InspectOptions = {}
): Inspected {
  const ofLedger = parsed ? inspectLedger(parsed) : ledgerOf(root, kept);
  const { ledger, unread, omitted } = ofLedger;
  const { pages, templates, misread, faults: frontMatter } = readPages(root);
  const { changes, faults: ofChanges } = readChanges(root, [...pages, ...misread]);
  const notebook = makeNotebook(ledger, story, makeSite(options, pages, templates, changes));
  const gaps: Gaps = {
    unread: withoutMembers(unread, ledger, notebook),
    whole: omitted.length === 0,
    story: story.faults.length === 0
  };
  const others = withoutProse(notebook);
  const madeOf = once(() => hashOf([story.hash, JSON.stringify(ledger), ...textsOf(others), ...sourceTexts(root)]));
  // A figure that lacks records left out above would doubt what the data do bear out.
  const read = once(() => parsed ?? parseLedger(readLedgerFiles(root)));
  const placeOf = once(() => recordPlaces(read()));
  const doubts: Inspected["faultsOf"] = (page) =>
    gaps.whole && gaps.story ? doubtedFindings(page, others, (id) => placeOf()(id)) : [];
  const textFaults: Inspected["faultsOf"] = (page) => [
    ...checkPage(page.file, page.text, others, gaps),
    ...shapeFaults(page, others, gaps),
    ...linkFaults(page, others, root, misread),
    ...cellFaults(page.file, page.text, root)
  ];
  const isSound =
    misread.length === 0 && gaps.whole && gaps.story && gaps.unread.ids.size + gaps.unread.wholes.size === 0;
  /** Of each file, once. */
  const ofFiles = (files: Page[], what: string, faultsOf: Inspected["faultsOf"], name = ""): (() => Fault[])[] =>
    files.map((page) =>
      once(() =>
        kept && isSound ? kept.made([what, madeOf(), name, page.file, page.text], () => faultsOf(page)) : faultsOf(page)
      )
    );
  // They name lines of the ledger.
  const inDoubt = ofFiles([...pages, ...templates], "doubts", doubts, JSON.stringify(readLedgerFiles(root)));
  const inText = ofFiles([...pages, ...templates, ...misread], "faults", textFaults);
  const accepted = readFindings(root);
  const findings = once(() => findingsOf(notebook));
  const rewritten = once((): readonly Fault[] => {
    // A figure or a finding that lacks records left out above would seem rewritten.
    if (!accepted || !gaps.whole || !gaps.story) return [];
    const code = storyCode(story.files, root).map(({ text }) => text);
    return pages.flatMap((page) => rewrittenFindings(page, notebook, findings(), accepted, code.join("\n")));
  });
  const gapFaults = once((): readonly Fault[] => [...ofLedger.faults(), ...story.faults, ...frontMatter, ...ofChanges]);
  const overtaken = once((): readonly Fault[] => [
    ...ofLedger.overtaken(),
    ...supersededInStory(story.files, root, notebook),
    // So do findings that a guess rewrites.
    ...(draftedRecords(ledger).length === 0 ? [...inDoubt.flatMap((look) => look()), ...rewritten()] : [])
  ]);
  const faults = once((): readonly Fault[] => [...gapFaults(), ...overtaken(), ...inText.flatMap((look) => look())]);
  return {
    ledger,
    notebook,
    get madeOf() {
      return madeOf();
    },
    faultsOf: (page) => [...textFaults(page), ...doubts(page)],
    get faults() {
      return faults();
    },
    search: [gapFaults, ...inDoubt, ofLedger.overtaken, findings, overtaken, ...inText, faults],
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

/** What was not read, with comparisons that have lost what they compare: they are there, but make no row. */
function withoutMembers({ ids, wholes }: Unread, { comparisons }: Ledger, { tables }: Notebook): Unread {
  const made = new Set(tables.comparisons.rows.map(({ id }) => id));
  return { wholes, ids: new Set([...ids, ...comparisons.flatMap(({ id }) => (made.has(id) ? [] : [id]))]) };
}

interface InspectedLedger extends Pick<ReturnType<typeof withoutRecords>, "ledger" | "unread" | "omitted"> {
  faults(): Fault[];
  /** Verdicts and comparisons that the data have overtaken. */
  overtaken(): Fault[];
}

/** The sound part of a ledger, and what is wrong with the rest. */
function inspectLedger(parsed: ParsedLedger): InspectedLedger {
  const sound = soundPart(parsed);
  const violations = derivationViolations(sound.ledger);
  const left = withoutRecords(
    sound,
    violations.map(({ record }) => record)
  );
  return {
    ...left,
    faults: once(() => [
      ...checkLedger(parsed),
      ...[...violations, ...choiceViolations(left.ledger)].map((violation) => locate(violation, parsed.locations))
    ]),
    overtaken: once(() => {
      // What nobody has looked at yet may be of another metric or place: it is judged once it is settled.
      const drafted = draftedRecords(sound.ledger);
      return judgementFaults(drafted.length === 0 ? sound : withoutRecords(sound, drafted));
    })
  };
}

/** The ledger of the project at `root`; the very same while its files are. One without a fault is kept under their text. */
function ledgerOf(root: string, kept: Kept | undefined): InspectedLedger {
  const files = readLedgerFiles(root);
  const text = JSON.stringify(files);
  if (last?.text === text) return last.ledger;
  const known = kept?.found<Ledger>(["ledger", text]);
  const ledger: InspectedLedger = known
    ? { ledger: known, ...noGaps, omitted: [], faults: () => [], overtaken: () => [] }
    : inspectLedger(parseLedger(files));
  if (kept && !known && ledger.faults().length + ledger.overtaken().length === 0)
    kept.keep(["ledger", text], ledger.ledger);
  last = { text, ledger };
  return ledger;
}

/** The ledger as it was read last: most edits of a preview are of something else. */
let last: { text: string; ledger: InspectedLedger } | undefined;

/** A result that is made when it is first asked for. */
function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
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
