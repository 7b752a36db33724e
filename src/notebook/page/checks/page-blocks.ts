import { ZodError } from "zod";
import { suggest } from "../../ledger/fault.ts";
import { parseLedgerDocument } from "../../ledger/parse-document.ts";
import { isUnread } from "../../ledger/unread.ts";
import { blockNames, keyNumberList } from "../blocks.ts";
import { drawingDocument } from "../drawing.ts";
import { exploreBlock } from "../explore-block.ts";
import type { Notebook } from "../notebook.ts";
import { type Fence, fencesIn, lineStart } from "./markdown-source.ts";
import { type Gaps, numberViolations, type Violation } from "./violation.ts";

/** Verdicts that a fence names and the ledger does not hold; a fence that names none would show nothing. */
function verdictViolations({ words, offset }: Fence, notebook: Notebook, { unread }: Gaps): Violation[] {
  const known = notebook.tables.verdicts.rows.map(({ id }) => id.replace("verdict.", ""));
  if (words.length === 0)
    return [{ offset, message: "this fence names no verdict", remedy: "write its name after `verdict`" }];
  let from = offset + "```verdict".length;
  return words.flatMap((name) => {
    const place = from + 1;
    from = place + name.length;
    return known.includes(name) || isUnread(unread, `verdict.${name}`, "verdicts")
      ? []
      : [
          {
            offset: place,
            message: `no verdict is called "${name}"`,
            remedy: suggest(name, known, "data/ledger/verdicts.yaml")
          }
        ];
  });
}

/** Fences that name no block, figure or record or are not closed, what they hold, what stands twice. */
export const blockViolations = (text: string, notebook: Notebook, gaps: Gaps): Violation[] => [
  ...openFence(text),
  ...unsoundBlocks(text, notebook, gaps),
  ...repeatedBlocks(text),
  ...keyNumberViolations(text, notebook, gaps)
];

/** A fence that nothing closes: Markdown would take all that follows for its text. */
function openFence(text: string): Violation[] {
  const marks = [...text.matchAll(/^```/gm)];
  const last = marks.at(-1);
  return last && marks.length % 2 === 1
    ? [{ offset: last.index, message: "this fence opens or closes nothing", remedy: "add the other of its two lines" }]
    : [];
}

/** A figure, a model and a comparison stand once on a page: they and their parts have addresses. */
function repeatedBlocks(text: string): Violation[] {
  const seen = new Set<string>();
  return fencesIn(text).flatMap(({ block, words: [name = ""], offset }) => {
    if (!/^(?:figure|model|comparison)$/.test(block)) return [];
    const isFirst = !seen.has(`${block} ${name}`);
    seen.add(`${block} ${name}`);
    return isFirst
      ? []
      : [{ offset, message: `the ${block} "${name}" stands twice on this page`, remedy: "drop one of the two" }];
  });
}

/** What Framework runs of a page. */
const cellLanguages = "js ts jsx tsx tex html sql svg dot mermaid".split(" ");

function unsoundBlocks(text: string, notebook: Notebook, gaps: Gaps): Violation[] {
  return fencesIn(text).flatMap((fence) => {
    const { block, offset } = fence;
    const [name = ""] = fence.words;
    if (block === "figure" || block === "model") return drawingViolations(block, name, offset, notebook, gaps);
    if (block === "comparison") return comparisonViolations(name, offset, notebook, gaps);
    if (block === "speakers" && name !== "") return placeViolations(name, offset, notebook, gaps);
    if (block === "verdict") return verdictViolations(fence, notebook, gaps);
    if (block === "timeline" && name !== "") return timelineViolations(text, fence);
    if (block === "explore" && gaps.whole) return exploreViolations(fence, notebook);
    const languages = [...blockNames, ...cellLanguages, "md", "yaml", "sh", "json", "csv", "text"];
    return languages.includes(block.replace(/\{.*$/, ""))
      ? []
      : [{ offset, message: `no block is called "${block}"`, remedy: suggest(block, languages) }];
  });
}

/** The figure of the page that each month of a timeline leads back to. */
function timelineViolations(text: string, { words: [name = ""], offset }: Fence): Violation[] {
  const figures = fencesIn(text).flatMap(({ block, words }) => (block === "figure" ? words.slice(0, 1) : []));
  return figures.includes(name)
    ? []
    : [{ offset, message: `this page has no figure "${name}" to lead back to`, remedy: suggest(name, figures) }];
}

/** What a fence says of the chart that its page opens with. */
function exploreViolations({ content, inside, offset }: Fence, notebook: Notebook): Violation[] {
  const document = parseLedgerDocument("", content);
  const [fault] = document.faults;
  if (fault)
    return [{ offset: inside + lineStart(content, fault.line - 1), message: fault.message, remedy: fault.remedy }];
  try {
    exploreBlock(document.data ?? null, { notebook, document: drawingDocument() });
    return [];
  } catch (error) {
    const message = error instanceof ZodError ? "the fence describes no chart" : (error as Error).message;
    return [{ offset, message, remedy: "write a view’s address as `name: value`, as the page offers it" }];
  }
}

/** The place whose positions a table of speakers counts. */
function placeViolations(name: string, offset: number, { tables }: Notebook, { unread }: Gaps): Violation[] {
  const known = tables.places.rows.map(({ id }) => id);
  return known.includes(name) || isUnread(unread, name, "places")
    ? []
    : [{ offset, message: `no place is called "${name}"`, remedy: suggest(name, known, "data/ledger/places.yaml") }];
}

function comparisonViolations(name: string, offset: number, { tables }: Notebook, { unread }: Gaps): Violation[] {
  const known = tables.comparisons.rows.map(({ id }) => id.replace("comparison.", ""));
  return known.includes(name) || isUnread(unread, `comparison.${name}`, "comparisons")
    ? []
    : [
        {
          offset,
          message: `no comparison is called "${name}"`,
          remedy: suggest(name, known, "data/ledger/comparisons.yaml")
        }
      ];
}

/** What is to be drawn has to be there; whether it can be is asked of the story's own files. */
function drawingViolations(
  what: "figure" | "model",
  name: string,
  offset: number,
  { figures, models }: Notebook,
  { unreadCode }: Gaps
): Violation[] {
  const names = (what === "figure" ? figures : models).map((known) => known.name);
  return names.includes(name) || unreadCode.has(`src/${what}s/${name}.ts`)
    ? []
    : [{ offset, message: `no ${what} is called "${name}"`, remedy: suggest(name, names, `src/${what}s/`) }];
}

/** Key numbers that are no list of `number` and `text`, or whose number the ledger does not hold. */
function keyNumberViolations(text: string, notebook: Notebook, gaps: Gaps): Violation[] {
  return fencesIn(text).flatMap(({ block, content, inside }) => {
    if (block !== "key-numbers") return [];
    const document = parseLedgerDocument("", content);
    const list = keyNumberList.safeParse(document.data);
    if (!list.success)
      return [
        {
          offset: inside,
          message: document.faults[0]?.message ?? "the key numbers are no list of records",
          remedy: "write each as `- number: <id>` and, indented below it, `text: <words>`"
        }
      ];
    return list.data.flatMap(({ number }) => numberViolations(number, text.indexOf(number, inside), notebook, gaps));
  });
}
