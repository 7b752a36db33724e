import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { inspect } from "../../src/notebook/build/check-notebook.ts";
import { makeReaderSite } from "../../src/notebook/build/reader-state.ts";
import { type ReadStory, readStory } from "../../src/notebook/build/story.ts";
import { type Fault, InputError } from "../../src/notebook/ledger/fault.ts";
import { minimalFiles } from "../notebook/ledger/minimal-ledger.ts";
import { type Mutation, mutationOfLedger, mutationOfPage } from "./mutations.ts";

const pages: Readonly<Record<string, string>> = {
  "src/index.md": `---
title: How much there is
about: The minister's number is {{gazette.reserves}}.
---

# The Gazette prints {{gazette.reserves}}, the survey {{relay.reserves|number}}

\`\`\`key-numbers
- number: relay.share
  text: of what the world makes, says the Relay
\`\`\`

\`\`\`chapters
\`\`\`

\`\`\`sources
\`\`\`
`,
  "src/output.md": `---
title: The output
chapter: 1
finding: "It would last {{derived.reserve-life}}."
bar: true
---

# Output is {{gazette.production}}

A link [home](/), a year {{gazette.production|year}}, {{survey@latest.reserves.world.latest}} of gallium, {{own.3|we counted them}} reasons.

\`\`\`verdict production
\`\`\`

\`\`\`comparison reserves
\`\`\`

\`\`\`disagreements
\`\`\`

\`\`\`speakers
\`\`\`

\`\`\`js
const rows = await FileAttachment("data/figures.json").json();
display(rows.length);
\`\`\`
`,
  "src/source-[id].md": "---\ntitle: A source\n---\n\n```source-records\n```\n",
  "src/changes.md": "---\ntitle: Changes\naside: true\n---\n\n# Changes\n\n```changes\n```\n",
  "docs/changes.md":
    "# Changes\n\n## 2026-01-31\n\n- A page.\n\n## Corrections\n\n- 2026-01-30 `src/output.md` Shown: 3. Right: 2.\n"
};

/** A project to put slips into: its files by path, and its figures and models. */
export interface Subject {
  files: Readonly<Record<string, string>>;
  story: ReadStory;
}

/** A notebook that has one record of everything, and no figure. */
const small: Subject = {
  files: {
    ...Object.fromEntries(minimalFiles().map(({ path, text }) => [path, text])),
    ...pages,
    "src/data/figures.json": "[]\n"
  },
  story: { figures: [], models: [], files: [], unread: [], faults: [], hash: "" }
};

const coffeeFolder = "test/subjects/coffee";

/** A notebook with figures and a model. */
const coffee: Subject = {
  files: Object.fromEntries(
    readdirSync(coffeeFolder, { recursive: true, encoding: "utf8" })
      .filter((name) => /^data\/ledger\/.*\.yaml$|^src\/(?!\.).*\.(?:md|ts)$/.test(name))
      .map((name) => [name, readFileSync(join(coffeeFolder, name), "utf8")])
  ),
  story: await readStory(coffeeFolder)
};

export const subjects = { small, coffee } as const;

/** One or two files of a notebook, each with a slip. */
export interface Case {
  subject: keyof typeof subjects;
  slips: readonly { path: string; mutation: Mutation }[];
}

export function casesOf(subject: keyof typeof subjects): fc.Arbitrary<Case> {
  const paths = Object.keys(subjects[subject].files);
  const slipIn = (pattern: RegExp, mutation: fc.Arbitrary<Mutation>) =>
    fc.record({ path: fc.constantFrom(...paths.filter((path) => pattern.test(path))), mutation });
  const slip = fc.oneof(
    { weight: 3, arbitrary: slipIn(/\.yaml$/, mutationOfLedger) },
    { weight: 2, arbitrary: slipIn(/\.md$/, mutationOfPage) }
  );
  return fc
    .oneof({ weight: 3, arbitrary: fc.tuple(slip) }, { weight: 1, arbitrary: fc.tuple(slip, slip) })
    .map((slips) => ({ subject, slips }));
}

export const cases = fc.oneof({ weight: 4, arbitrary: casesOf("small") }, { weight: 1, arbitrary: casesOf("coffee") });

/** The slips of a case. */
export const nameOf = ({ subject, slips }: Case): string =>
  `${subject}: ${slips.map(({ path, mutation }) => `${mutation.kind} in ${path}`).join(", ")}`;

/** The same with what the slips make of the files, from the first place on that differs. */
export function inputOf(one: Case): string {
  const { files } = subjects[one.subject];
  const changes = [...changed(files, one.slips)].map(([path, text]) => {
    const [before, after] = [Buffer.from(files[path] ?? ""), Buffer.from(text)];
    const from = before.findIndex((byte, index) => byte !== after[index]);
    const shown = after.subarray(Math.max(from - 60, 0), from < 0 ? after.length : from + 200).toString("utf8");
    return `${path} from byte ${from} on: ${JSON.stringify(shown.slice(0, 300))}`;
  });
  return [nameOf(one), ...changes].join("\n    ");
}

/** The files that have slips, as they make them. */
function changed(files: Subject["files"], slips: Case["slips"]): Map<string, string | Uint8Array> {
  const texts = new Map<string, string | Uint8Array>();
  for (const { path, mutation } of slips) {
    const before = texts.get(path) ?? files[path] ?? "";
    texts.set(path, typeof before === "string" ? mutation.change(before) : before);
  }
  return texts;
}

/** A notebook in a folder of its own, which gets other slips each time. */
export class Notebook {
  readonly root = mkdtempSync(join(tmpdir(), "fuzz-"));
  private changed: string[] = [];

  constructor(readonly subject: Subject) {
    for (const [path, text] of Object.entries(subject.files)) this.write(path, text);
  }

  private write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Undoes the slips of the time before, and makes these. */
  make(slips: Case["slips"]): void {
    const { files } = this.subject;
    for (const path of this.changed) this.write(path, files[path] ?? "");
    const texts = changed(files, slips);
    for (const [path, text] of texts) this.write(path, text);
    this.changed = [...texts.keys()];
  }

  /** The files that are there now. */
  files = (): string => readdirSync(this.root, { recursive: true, encoding: "utf8" }).sort().join("\n");

  remove = (): void => rmSync(this.root, { recursive: true });
}

/**
 * Checks a notebook with slips, and makes what readers would have of it where the check finds nothing. Throws where a
 * promise is broken: a fault that is no located line with a remedy, an error of another kind, a sound notebook that
 * cannot be made, a file that was written.
 */
export async function outcomeOf(notebook: Notebook, slips: Case["slips"]): Promise<"sound" | "faults"> {
  notebook.make(slips);
  const before = notebook.files();
  const outcome = await checked(notebook);
  if (notebook.files() !== before) throw new Error("a file was written");
  return outcome;
}

async function checked({ root, subject }: Notebook): Promise<"sound" | "faults"> {
  let faults: readonly Fault[];
  try {
    const inspected = inspect(root, { title: "A notebook" }, subject.story);
    ({ faults } = inspected);
    if (faults.length === 0) {
      const { bodies } = await makeReaderSite(root, inspected);
      const failed = bodies.find(({ content }) => content.includes("nb-fault"));
      if (failed) throw new Error(`no fault, and ${failed.path} could not be made`);
      return "sound";
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    ({ faults } = error);
  }
  if (faults.length === 0) throw new Error("refused without a fault");
  for (const line of new InputError(faults).message.split("\n")) checkLine(line);
  const count = new InputError(faults).message.split("\n").length;
  if (count > 101) throw new Error(`${count} lines`);
  for (const { line, column } of faults)
    if (!(line >= 1 && column >= 1)) throw new Error(`a fault at ${line}:${column}`);
  return "faults";
}

function checkLine(line: string): void {
  if (line.length > 300) throw new Error(`a message of ${line.length} characters: ${line.slice(0, 200)}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
  if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/.test(line))
    throw new Error(`a message with control characters: ${JSON.stringify(line)}`);
  if (!/^(?:data|src|docs)[^:]*:\d+:\d+ \S.*; \S|^and \d+ more/.test(line))
    throw new Error(`no located message: ${line}`);
}
