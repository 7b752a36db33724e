import MarkdownIt from "markdown-it";
import { startValues } from "../../kit/model.ts";
import { type Fault, nearest, suggest } from "../../ledger/fault.ts";
import { parseLedgerDocument, placesIn } from "../../ledger/parse-document.ts";
import { isUnread } from "../../ledger/records.ts";
import { blockNames, keyNumberList } from "../blocks.ts";
import { drawingDocument } from "../drawing.ts";
import { drawFigure } from "../figure-block.ts";
import type { Notebook } from "../notebook.ts";
import {
  countTokens,
  countWords,
  findTokens,
  isCountToken,
  isTermToken,
  isTokenForm,
  ownNumber,
  tokenForms
} from "../tokens.ts";
import { typedNumbers } from "./typed-numbers.ts";
import { blanked, type Gaps, noGaps, numberViolations, type Violation, withoutCode } from "./violation.ts";

/** Verdicts that a fence names and the ledger does not hold; `offset` is where the fence begins. */
function verdictViolations(text: string, offset: number, notebook: Notebook, { unread }: Gaps): Violation[] {
  const [info = ""] = text.slice(offset).split("\n", 1);
  const known = notebook.tables.verdicts.rows.map(({ id }) => id.replace("verdict.", ""));
  return [...info.matchAll(/(?<=\s)\S+/g)].flatMap(({ index, 0: name }) =>
    known.includes(name) || isUnread(unread, `verdict.${name}`, "verdicts")
      ? []
      : [
          {
            offset: offset + index,
            message: `no verdict is called "${name}"`,
            remedy: suggest(name, known, "data/ledger/verdicts.yaml")
          }
        ]
  );
}

/** Fences that name no block or figure or are not closed, figures that the ledger no longer bears out, what stands twice. */
export const blockViolations = (text: string, notebook: Notebook, gaps: Gaps): Violation[] => [
  ...openFence(text),
  ...unsoundBlocks(text, notebook, gaps),
  ...repeatedBlocks(text)
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
  return [...text.matchAll(/^```(figure|model|comparison)[ \t]+(\S+)/gm)].flatMap(({ index, 1: block, 2: name }) => {
    const isFirst = !seen.has(`${block} ${name}`);
    seen.add(`${block} ${name}`);
    return isFirst
      ? []
      : [{ offset: index, message: `the ${block} "${name}" stands twice on this page`, remedy: "drop one of the two" }];
  });
}

/** What Framework runs of a page. */
const cellLanguages = "js ts jsx tsx tex html sql svg dot mermaid".split(" ");

function unsoundBlocks(text: string, notebook: Notebook, gaps: Gaps): Violation[] {
  return [...text.matchAll(/^```(\S+)[ \t]*(\S*)/gm)].flatMap(({ index, 1: block = "", 2: name = "" }) => {
    if (block === "figure") return figureViolations(name, index, notebook, gaps);
    if (block === "model") return modelViolations(name, index, notebook, gaps);
    if (block === "comparison") return comparisonViolations(name, index, notebook, gaps);
    if (block === "speakers" && name !== "") return placeViolations(name, index, notebook, gaps);
    if (block === "verdict") return verdictViolations(text, index, notebook, gaps);
    const languages = [...blockNames, ...cellLanguages, "md", "yaml", "sh", "json", "csv", "text"];
    return languages.includes(block)
      ? []
      : [
          {
            offset: index,
            message: `no block is called "${block}"`,
            remedy: suggest(block, languages)
          }
        ];
  });
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

function figureViolations(name: string, offset: number, notebook: Notebook, { whole, story }: Gaps): Violation[] {
  const { figures } = notebook;
  const figure = figures.find((candidate) => candidate.name === name);
  if (!figure) {
    if (!story) return [];
    const names = figures.map((known) => known.name);
    return [{ offset, message: `no figure is called "${name}"`, remedy: suggest(name, names, "src/figures/") }];
  }
  if (!whole) return [];
  try {
    const rows = figure.select(notebook.tables);
    figure.words(rows);
    drawFigure({ figure, rows }, drawingDocument());
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ offset, message, remedy: `mend the record, or what src/figures/${name}.ts says of it` }];
  }
}

function modelViolations(
  name: string,
  offset: number,
  { tables, models }: Notebook,
  { whole, story }: Gaps
): Violation[] {
  const model = models.find((candidate) => candidate.name === name);
  if (!model) {
    if (!story) return [];
    const names = models.map((known) => known.name);
    return [{ offset, message: `no model is called "${name}"`, remedy: suggest(name, names, "src/models/") }];
  }
  if (!whole) return [];
  try {
    model.results(startValues(model, tables));
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ offset, message, remedy: `mend the record, or what src/models/${name}.ts starts from` }];
  }
}

/** Key numbers that are no list of `number` and `text`, or whose number the ledger does not hold. */
function keyNumberViolations(text: string, notebook: Notebook, gaps: Gaps): Violation[] {
  return [...text.matchAll(/^```key-numbers[^\n]*\n([\s\S]*?)^```/gm)].flatMap(
    ({ index, 0: fence, 1: content = "" }) => {
      const start = index + fence.indexOf("\n") + 1;
      const document = parseLedgerDocument("", content);
      const list = keyNumberList.safeParse(document.data);
      if (!list.success)
        return [
          {
            offset: start,
            message: document.faults[0]?.message ?? "the key numbers are no list of records",
            remedy: "write each as `- number: <id>` and, indented below it, `text: <words>`"
          }
        ];
      return list.data.flatMap(({ number }) =>
        numberViolations(number, start + content.indexOf(number), notebook, gaps)
      );
    }
  );
}

/** Tokens that name no number of the ledger, or a form that there is not. */
function tokenViolations(text: string, notebook: Notebook, gaps: Gaps): Violation[] {
  return findTokens(text).flatMap(({ id, form, start }) => {
    if (isTermToken(id)) return unknownTerm(id, start, notebook, gaps);
    if (ownNumber(id) !== undefined) return form === "full" ? [ownWithoutReason(id, start)] : [];
    if (isCountToken(id)) return unknownCount(id, form, start, notebook);
    const wrong = numberViolations(id, start, notebook, gaps);
    if (wrong.length > 0) return wrong;
    if (!isTokenForm(form)) return [{ offset: start, message: `no form is called "${form}"`, remedy: formsFor(form) }];
    const fact = notebook.fact(id);
    return form === "year" && !(fact?.kind === "figure" && fact.row.period)
      ? [{ offset: start, message: `"${id}" is about no year`, remedy: "write the year, or another form" }]
      : [];
  });
}

/** The form that was meant, or all that there are; a count alone may begin a sentence, and a number is rounded as it stands. */
function formsFor(form: string): string {
  if (form === "capitalised") return "only a count is capitalised: {{count.publications|capitalised}}; begin otherwise";
  if (form === "rounded") return "leave it out: a sentence rounds what a table gives, and keeps what was printed";
  return nearest(form, tokenForms) ? suggest(form, tokenForms) : `use ${tokenForms.join(", ")}`;
}

/** Readers are told why a page's own number has no source. */
const ownWithoutReason = (id: string, offset: number): Violation => ({
  offset,
  message: `{{${id}}} does not say why the number is the page’s own`,
  remedy: `write {{${id}|and why}}, which readers see beside it`
});
/** A token that counts what cannot be counted, or in another form. */
function unknownCount(id: string, form: string, offset: number, notebook: Notebook): Violation[] {
  if (countWords(id, form, notebook) !== undefined) return [];
  return countTokens.includes(id)
    ? [{ offset, message: `no form of a count is called "${form}"`, remedy: "use capitalised, or none" }]
    : [
        {
          offset,
          message: `nothing is counted as "${id}"`,
          remedy: suggest(id, countTokens)
        }
      ];
}

/** A token that names no term of the glossary, or of what the notebook lacks. */
function unknownTerm(id: string, offset: number, { terms }: Notebook, { unread }: Gaps): Violation[] {
  if (terms.some((term) => term.id === id) || isUnread(unread, id, "terms")) return [];
  const known = terms.map((term) => term.id);
  return [{ offset, message: `no term is called "${id}"`, remedy: suggest(id, known, "data/ledger/glossary.yaml") }];
}

/** Braces that are no token would be read as they stand. */
function brokenTokens(text: string): Violation[] {
  const tokens = new Set(findTokens(text).map(({ start }) => start));
  return [...withoutCode(text).matchAll(/\{\{[^}\n]*\}{0,2}/g)]
    .filter(({ index }) => !tokens.has(index))
    .map(({ index, 0: braces }) => ({
      offset: index,
      message: `"${braces}" is no token`,
      remedy: "write {{id}} or {{id|form}}"
    }));
}

const markdown = MarkdownIt({ html: true });
const notMarkdown = [/^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m, /<(code|pre)\b[\s\S]*?<\/\1>/g];

/** Tokens within raw HTML: Markdown reads none there, and would print them. */
function unreadTokens(text: string): Violation[] {
  const source = blanked(withoutCode(text), notMarkdown);
  const lines = source.split("\n");
  return markdown.parse(source, {}).flatMap(({ type, map }) => {
    if (type !== "html_block" || !map) return [];
    const [from, to] = map;
    const before = lines.slice(0, from).reduce((length, line) => length + line.length + 1, 0);
    return findTokens(lines.slice(from, to).join("\n")).map(({ start, end }) => ({
      offset: before + start,
      message: `${source.slice(before + start, before + end)} stands in raw HTML, where no token is read`,
      remedy: "write it in Markdown, with an empty line before and after it"
    }));
  });
}

/**
 * What is wrong with a page's source: tokens and blocks that name nothing, and numbers
 * typed by hand that the ledger knows, which would have no evidence and would not follow an update. `gaps` tells what the
 * notebook lacks for faults of its own.
 */
export function checkPage(file: string, text: string, notebook: Notebook, gaps = noGaps): Fault[] {
  return located(file, text, [
    ...tokenViolations(text, notebook, gaps),
    ...brokenTokens(text),
    ...unreadTokens(text),
    ...blockViolations(text, notebook, gaps),
    ...keyNumberViolations(text, notebook, gaps),
    ...typedNumbers(text, notebook)
  ]);
}

function located(file: string, text: string, violations: readonly Violation[]): Fault[] {
  const placeOf = placesIn(text);
  return violations.map(({ offset, message, remedy }) => ({ file, ...placeOf(offset), message, remedy }));
}
