import { htmlEscape } from "escape-goat";
import type { Term } from "../ledger/schema.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { displayUnit, scaleWord, type UnitWords } from "../words/units.ts";
import {
  capitalised,
  noBreakSpace,
  numberWord,
  type Quantity,
  quantityInProse,
  quantityText,
  quantityWithUnit
} from "../words/words.ts";
import { evidenceId, sourceOfRecord } from "./addresses.ts";
import { Data, Part } from "./contract.ts";
import type { Fact, Notebook } from "./notebook.ts";

/**
 * A number that opens its evidence. It is a link, which every reader keeps: reader views, mails and texts made of pages drop
 * buttons and labels, words and all. Its text can be selected from within, so it cannot be dragged. Numbers that follow a
 * choice, which are our arithmetic and the years of models, say in which form they are written.
 */
export function evidenceTrigger(factId: string, text: string, form: TokenForm = "full"): string {
  const follows = sourceOfRecord(factId) === undefined || form === "year";
  const written = follows && form !== "full" ? ` ${Data.form}="${form}"` : "";
  return opener(Part.number, evidenceId(factId), htmlEscape(text), ` ${Data.fact}="${htmlEscape(factId)}"${written}`);
}

/** A link that opens a dialog of the page: over the page with scripts, and by its address without. */
export const opener = (part: Part, dialog: string, text: string, attributes = ""): string =>
  `<a class="${part}" href="#${dialog}" draggable="false" aria-haspopup="dialog"${attributes}>${text}</a>`;

/** Closes a dialog. Without scripts its address leads back to what opened the dialog, which is known once the page is whole. */
export const closer = (leadsTo: string): string =>
  `<a class="${Part.close}" href="#${leadsTo}" aria-label="Close">×</a>`;

/**
 * A number in a page's prose: `{{figure-id}}`, or `{{figure-id|form}}` for another way of writing it; or a term of the
 * glossary, `{{term.cherry}}`, with the words that stand in the sentence, `{{term.cherry|cherries}}`; or a number of the page's
 * own with its reason, `{{own.41|we counted the rooms}}`.
 */
interface Token {
  id: string;
  form: string;
  start: number;
  end: number;
}

/**
 * How a token is written: `full` "about 45,000 tonnes"; `number` "45,000"; `thousands` "45"; `short` "45,000 t";
 * `printed` as the publication prints it; `year` the time that it is about.
 */
export const tokenForms = ["full", "number", "thousands", "short", "printed", "year"] as const;
export type TokenForm = (typeof tokenForms)[number];

export const tokenPattern = /\{\{\s*([^{}|\s]+)\s*(?:\|\s*([^{}|\s](?:[^{}|\n]*[^{}|\s])?)\s*)?\}\}/g;

/** Every token of a text, in order. The form is unchecked: `isTokenForm` tells whether there is such a form. */
export function findTokens(text: string): Token[] {
  return [...text.matchAll(tokenPattern)].map(({ index, 0: { length }, 1: id = "", 2: form = "full" }) => ({
    id,
    form,
    start: index,
    end: index + length
  }));
}

/** Whether a token names a term, known or not. */
export const isTermToken = (id: string): boolean => id.startsWith("term.");

export const termOf = (id: string, { terms }: Pick<Notebook, "terms">): Term | undefined =>
  isTermToken(id) ? terms.find((term) => term.id === id) : undefined;

/**
 * The number of a token `{{own.41|we counted the rooms}}`: one that is the page's own, with why, which readers see beside it.
 * Undefined for any other token.
 */
export const ownNumber = (id: string): string | undefined => /^own\.(?=.*\d)(.+)$/.exec(id)?.[1];

/** A page's own number as it stands in a sentence: with its reason, so that nobody looks for its source. */
export const ownNumberText = (number: string, reason: string): string =>
  `${htmlEscape(number)}<small class="own"> (ours: ${htmlEscape(reason)})</small>`;

/** A term as it stands in a sentence: the words of its token, else its name. */
export const termWords = ({ term }: Term, form: string): string => (form === "full" ? term : form);

/** What a page may count: how many there are now, in words. */
const counts: Readonly<Record<string, (tables: Notebook["tables"]) => number>> = {
  publications: ({ sources }) => sources.rows.filter(({ reading }) => reading === "text").length,
  releases: ({ sources }) => sources.rows.filter(({ edition }) => edition !== null).length,
  figures: ({ figures }) => figures.rows.length,
  positions: ({ positions }) => positions.rows.length,
  speakers: ({ speakers }) => speakers.rows.filter(({ positions }) => positions > 0).length,
  verdicts: ({ verdicts }) => verdicts.rows.length
};

/** Other words for what tokens count. */
const alsoCalled = new Map([
  ["texts", "publications"],
  ["articles", "publications"],
  ["voices", "speakers"]
]);

/** The token that counts things of a name, in the plural; undefined where none does. */
export function countedBy(things: string): string | undefined {
  const token = `count.${alsoCalled.get(things) ?? things}`;
  return countTokens.includes(token) ? token : undefined;
}

/** What a token counts now. */
export const countOf = (token: string, { tables }: Pick<Notebook, "tables">): number | undefined =>
  countTokens.includes(token) ? counts[token.slice("count.".length)]?.(tables) : undefined;

/** The tokens that count, each of which may be `|capitalised`. */
export const countTokens = Object.keys(counts).map((name) => `count.${name}`);

/** Whether a token counts something, known or not. */
export const isCountToken = (id: string): boolean => id.startsWith("count.");

/** A count as it stands in a sentence: "five", "Five" or "1,386"; undefined for what cannot be counted so. */
export function countWords(id: string, form: string, { tables }: Pick<Notebook, "tables">): string | undefined {
  const count = countOf(id, { tables });
  if (count === undefined || !["full", "capitalised"].includes(form)) return undefined;
  const word = numberWord(count);
  return form === "capitalised" ? capitalised(word) : word;
}

export const isTokenForm = (form: string): form is TokenForm => (tokenForms as readonly string[]).includes(form);

/**
 * A fact's number in a form. A figure without an amount is written as printed, in quotation marks, and so is a rank, which
 * would read as a count; a derived quantity with no more digits than its inputs bear. Throws for a position, which has no
 * number.
 */
export function numberText(fact: Fact, form: TokenForm, notebook: Units): string {
  if (fact.kind === "position") throw new Error(`${fact.row.id} is a position and has no number`);
  if (fact.kind === "derived") return inForm(fact.row, notebook.unit(fact.row.unit), form, fact.row.digits);
  const { row } = fact;
  if (form === "printed") return row.printed;
  if (form === "year") return row.period ?? "";
  const asPrinted = row.comparator === "unquantified" || (notebook.isOrdinal(row.metric) && form !== "number");
  if (asPrinted) return `“${row.printed}”`;
  return inForm(row, notebook.unit(row.unit), form);
}

/**
 * A fact's number as a sentence has it. A table's cell, which may have many digits, is rounded to three, or to whole units
 * below ten thousand of them; its evidence has them all. What a publication printed in a sentence stays as printed.
 */
export function numberInSentence(fact: Fact, form: TokenForm, notebook: Units): string {
  const isCell = fact.kind === "figure" && fact.row.series !== null && fact.row.comparator !== "unquantified";
  if (!isCell || form === "printed" || form === "year" || notebook.isOrdinal(fact.row.metric))
    return numberText(fact, form, notebook);
  const words = notebook.unit(fact.row.unit);
  const { low, value, high } = fact.row;
  const shown =
    Math.abs(value ?? low ?? high ?? 0) / (form === "thousands" ? 1e3 : displayUnit(fact.row, words).factor);
  return inForm(fact.row, words, form, shown >= 1e3 && shown < 1e4 ? 4 : 3);
}

/** What a figure's words come to as a number, if to any. */
export const asData = (row: QuantityRow, notebook: Units): string =>
  row.comparator === "unquantified"
    ? "no number"
    : numberText({ kind: "figure", row }, notebook.isOrdinal(row.metric) ? "number" : "full", notebook);

/** What a notebook says of units and metrics, by which numbers are written. */
type Units = Pick<Notebook, "unit" | "isOrdinal">;

function inForm(quantity: Quantity, words: UnitWords, form: TokenForm, digits?: number): string {
  const unit = displayUnit(quantity, words);
  const options = digits === undefined ? {} : { digits };
  // A bound without its comparator would be another number.
  const bare: Quantity = quantity.value === null ? quantity : { ...quantity, comparator: "=" };
  switch (form) {
    case "thousands":
      return quantityText(bare, { factor: 1e3, sign: "", name: "" }, options);
    case "number": {
      const number = quantityText(bare, unit, options);
      const scale = scaleWord(unit, words);
      return scale ? `${number}${noBreakSpace}${scale}` : number;
    }
    case "short":
      return quantityWithUnit(quantity, unit, options);
    default:
      return quantityInProse(quantity, unit, options);
  }
}

/**
 * A text with each token replaced by what `write` makes of its fact's number. The check has said what is wrong with an unknown
 * token; a preview shows it as it stands.
 */
export function expandTokens(
  text: string,
  notebook: Notebook,
  write: (number: string, factId: string, form: TokenForm) => string = (number) => number
): string {
  let expanded = "";
  let from = 0;
  for (const { id, form, start, end } of findTokens(text)) {
    const term = termOf(id, notebook);
    const plain = term ? termWords(term, form) : countWords(id, form, notebook);
    if (plain !== undefined) {
      expanded += text.slice(from, start) + plain;
      from = end;
      continue;
    }
    const own = ownNumber(id);
    if (own !== undefined) {
      expanded += text.slice(from, start) + own;
      from = end;
      continue;
    }
    const fact = notebook.fact(id);
    if (!fact || fact.kind === "position" || !isTokenForm(form)) continue;
    expanded += text.slice(from, start) + write(numberInSentence(fact, form, notebook), fact.row.id, form);
    from = end;
  }
  return expanded + text.slice(from);
}
