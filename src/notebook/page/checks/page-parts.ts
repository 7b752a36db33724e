import MarkdownIt from "markdown-it";
import { type Fault, nearest, suggest } from "../../ledger/fault.ts";
import { placesIn } from "../../ledger/parse-document.ts";
import { isUnread } from "../../ledger/unread.ts";
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
import { blockViolations } from "./page-blocks.ts";
import { typedNumbers } from "./typed-numbers.ts";
import { blanked, type Gaps, noGaps, numberViolations, type Violation, withoutCode } from "./violation.ts";

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
    // A record that was left out may well have one.
    return form === "year" && fact && !(fact.kind === "figure" && fact.row.period)
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

/** Braces that are no token would be read as they stand: those of two, and those of one around a name of the notebook. */
function brokenTokens(text: string, notebook: Notebook): Violation[] {
  const tokens = new Set(findTokens(text).map(({ start }) => start));
  const source = withoutCode(text);
  const doubled = [...source.matchAll(/\{\{[^}\n]*\}{0,2}/g)].filter(({ index }) => !tokens.has(index));
  const single = [...source.matchAll(/(?<![{$])\{(?!\{)[^{}\n]+\}+/g)].filter(({ 0: braces }) =>
    meant(braces, notebook)
  );
  return [...doubled, ...single].map(({ index, 0: braces }) => ({
    offset: index,
    message: `"${braces}" is no token`,
    remedy: `write ${meant(braces, notebook) ?? "{{id}} or {{id|form}}"}`
  }));
}

/** The token that was meant with other braces, if what stands in them names something. */
function meant(braces: string, { fact, terms }: Notebook): string | undefined {
  const [, inside = "", id = ""] = /^\{+\s*(([^{}|\s]+)(?:\|[^{}|\n]+)?)\s*\}*$/.exec(braces) ?? [];
  const known = fact(id);
  const isKnown =
    (known && known.kind !== "position") || terms.some((term) => term.id === id) || countTokens.includes(id);
  return isKnown ? `{{${inside.trim()}}}` : undefined;
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
    ...brokenTokens(text, notebook),
    ...unreadTokens(text),
    ...blockViolations(text, notebook, gaps),
    ...typedNumbers(text, notebook)
  ]);
}

function located(file: string, text: string, violations: readonly Violation[]): Fault[] {
  const placeOf = placesIn(text);
  return violations.map(({ offset, message, remedy }) => ({ file, ...placeOf(offset), message, remedy }));
}
