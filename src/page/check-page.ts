import { LineCounter } from "yaml";
import { charts } from "../charts/charts.ts";
import type { Fault } from "../ledger/fault.ts";
import { suggest } from "../ledger/nearest.ts";
import { parseLedgerDocument } from "../ledger/parse-document.ts";
import { printedNumbers } from "../ledger/printed-numbers.ts";
import { blockNames } from "./blocks.ts";
import { keyNumberList } from "./key-numbers.ts";
import type { Notebook } from "./notebook.ts";
import { findTokens, isTokenForm, tokenForms } from "./token.ts";

/** A problem and the place in the text that it begins at. */
interface Finding {
  offset: number;
  message: string;
  remedy: string;
}

/**
 * What is wrong with a page's source: tokens and blocks that name nothing, and numbers typed by hand that the ledger knows,
 * which would have no evidence and would not follow an update.
 */
export function checkPage(file: string, text: string, notebook: Notebook): Fault[] {
  return located(file, text, [
    ...tokenFindings(text, notebook),
    ...brokenTokens(text),
    ...blockFindings(text, notebook),
    ...keyNumberFindings(text, notebook),
    ...typedNumbers(text, notebook)
  ]);
}

/** What is wrong with the tokens of a source file whose strings become part of pages. */
export function checkTokens(file: string, text: string, notebook: Notebook): Fault[] {
  return located(file, text, tokenFindings(text, notebook));
}

function located(file: string, text: string, findings: readonly Finding[]): Fault[] {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return findings.map(({ offset, message, remedy }) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, message, remedy };
  });
}

/** Tokens that name no number of the ledger, or a form that there is not. */
function tokenFindings(text: string, notebook: Notebook): Finding[] {
  const numbers = numberIds(notebook);
  return findTokens(text).flatMap(({ id, form, start }) => {
    if (!numbers.includes(id))
      return [{ offset: start, message: `no number is called "${id}"`, remedy: suggest(id, numbers, "data/ledger/") }];
    if (!isTokenForm(form))
      return [
        {
          offset: start,
          message: `no form is called "${form}"`,
          remedy: `use ${tokenForms.join(", ")}`
        }
      ];
    return [];
  });
}

/** Braces that are no token would be read as they stand. */
function brokenTokens(text: string): Finding[] {
  const tokens = new Set(findTokens(text).map(({ start }) => start));
  return [...withoutCode(text).matchAll(/\{\{[^}\n]*\}{0,2}/g)]
    .filter(({ index }) => !tokens.has(index))
    .map(({ index, 0: braces }) => ({
      offset: index,
      message: `"${braces}" is no token`,
      remedy: "write {{id}} or {{id|form}}"
    }));
}

const numberIds = (notebook: Notebook): string[] =>
  notebook.factIds.filter((id) => notebook.fact(id)?.kind !== "position");

/** Fences that name no block or figure, and figures whose finding the ledger no longer bears out. */
function blockFindings(text: string, notebook: Notebook): Finding[] {
  return [...text.matchAll(/^```(\S+)[ \t]*(\S*)/gm)].flatMap(({ index, 1: block = "", 2: name = "" }) => {
    if (block === "figure") return figureFindings(name, index, notebook);
    if (block === "verdict") return verdictFindings(text, index, notebook);
    const languages = [...blockNames, "js", "ts", "html", "md", "yaml", "sh", "json", "csv", "text"];
    return languages.includes(block)
      ? []
      : [
          {
            offset: index,
            message: `no block is called "${block}"`,
            remedy: suggest(block, languages, "src/page/blocks.ts")
          }
        ];
  });
}

function figureFindings(name: string, offset: number, notebook: Notebook): Finding[] {
  const chart = charts.find((candidate) => candidate.name === name);
  if (!chart) {
    const names = charts.map((known) => known.name);
    return [{ offset, message: `no figure is called "${name}"`, remedy: suggest(name, names, "src/charts/") }];
  }
  try {
    chart.words(chart.select(notebook.tables));
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ offset, message, remedy: `mend the record, or what src/charts/${name}.ts says of it` }];
  }
}

/** Verdicts of a fence that the ledger does not hold. */
function verdictFindings(text: string, offset: number, notebook: Notebook): Finding[] {
  const [info = ""] = text.slice(offset).split("\n", 1);
  const known = notebook.tables.verdicts.rows.map(({ id }) => id.replace("verdict.", ""));
  return [...info.matchAll(/(?<=\s)\S+/g)].flatMap(({ index, 0: name }) =>
    known.includes(name)
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

/** Key numbers that are no list of `number` and `text`, or whose number the ledger does not hold. */
function keyNumberFindings(text: string, notebook: Notebook): Finding[] {
  const numbers = numberIds(notebook);
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
        numbers.includes(number)
          ? []
          : [
              {
                offset: start + content.indexOf(number),
                message: `no number is called "${number}"`,
                remedy: suggest(number, numbers, "data/ledger/")
              }
            ]
      );
    }
  );
}

const code = [/^```(?:js|ts|html|md|yaml|sh|json|csv|text)\b[\s\S]*?^```/gm, /`[^`\n]*`/g, /<!--[\s\S]*?-->/g];

/** Tags, addresses and tokens hold numbers that no reader takes for a figure; so does code. */
const notProse = [/<[^>]*>/g, /\]\([^)]*\)/g, /https?:\S+/g, /\{\{[^}]*\}\}/g];

/** A text with what the patterns find blanked out, so that every place stays where it is. */
const blanked = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, (match) => " ".repeat(match.length)), text);

const withoutCode = (text: string): string => blanked(text, code);

/** The unit that a word after a number stands for. */
const unitsAfter: readonly { word: RegExp; units: readonly string[] }[] = [
  { word: /^[\s\u00a0-]*(?:%|per cent\b|percent\b)/i, units: ["%"] },
  { word: /^[\s\u00a0-]*times\b/i, units: ["1"] },
  { word: /^[\s\u00a0-]*years?\b/i, units: ["yr"] },
  {
    word: /^[\s\u00a0-]*(?:(?:thousand|million|billion)[\s\u00a0-]*)?(?:tonnes?|tons?|t|kt|Mt)\b/i,
    units: ["t", "t/yr"]
  }
];

/**
 * Numerals that the ledger knows; with a unit after them, in that unit only. Number words count where a unit follows:
 * "seven tonnes" is a figure, "seven chapters" is not.
 */
function typedNumbers(text: string, notebook: Notebook): Finding[] {
  const prose = blanked(withoutCode(text), notProse);
  const known = knownNumbers(notebook);
  return printedNumbers(prose).flatMap(({ value, start, end }) => {
    const typed = prose.slice(start, end);
    const units = unitsAfter.find(({ word }) => word.test(prose.slice(end)))?.units;
    if (!units && !/^\d/.test(typed)) return [];
    const ids = (known.get(value) ?? []).filter(({ unit }) => !units || units.includes(unit)).map(({ id }) => id);
    if (ids.length === 0) return [];
    return [
      {
        offset: start,
        message: `"${typed}" is typed by hand, but the ledger knows it`,
        remedy: `write {{${ids[0]}}}${ids.length > 1 ? ` or another of ${ids.slice(1, 4).join(", ")}` : ""}`
      }
    ];
  });
}

/** Every number that a figure or derived quantity holds, also in thousands and millions, with what holds it. */
function knownNumbers(notebook: Notebook): Map<number, { id: string; unit: string }[]> {
  const known = new Map<number, { id: string; unit: string }[]>();
  const add = (value: number, { id, unit }: { id: string; unit: string }) => {
    const holders = known.get(value) ?? [];
    if (!holders.some((holder) => holder.id === id)) known.set(value, [...holders, { id, unit }]);
  };
  // The cells of tables are so many that any number would be one of them.
  for (const row of notebook.tables.figures.rows.filter(({ series }) => series === null))
    for (const end of [row.low, row.value, row.high])
      if (end !== null) for (const scale of [1, 1e3, 1e6, 1e9]) if (end >= scale) add(end / scale, row);
  for (const row of notebook.tables.derived.rows)
    for (const end of [row.low, row.value, row.high]) if (end !== null) add(Number(end.toPrecision(row.digits)), row);
  return known;
}
