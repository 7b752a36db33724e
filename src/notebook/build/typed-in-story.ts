import type { Fault } from "../ledger/fault.ts";
import { placesIn } from "../ledger/parse-document.ts";
import { typedNumbers } from "../page/checks/typed-numbers.ts";
import { drawingsOf } from "../page/model-block.ts";
import type { Notebook } from "../page/notebook.ts";
import { storyCode } from "./records-in-story.ts";

/**
 * Numbers that are typed by hand in what a figure or a model says, at their places in the code: they have no record, and would
 * stay as they are when it changes. Only what readers are shown is looked at.
 */
export function typedInStory(files: readonly string[], root: string, notebook: Notebook): Fault[] {
  const shown = shownWords(notebook);
  return storyCode(files, root).flatMap(({ file, text }) => {
    const pieces = quotedPieces(text).filter(({ words }) => /\d/.test(words) && shown.includes(plain(words)));
    if (pieces.length === 0) return [];
    const placeOf = placesIn(text);
    return typedNumbers(onlyThese(pieces, text), notebook).map(({ offset, message, remedy }) => {
      const [, id] = /\{\{([a-z0-9@-]+\.[^}|]+)/.exec(remedy.replace(/\{\{own\./, "")) ?? [];
      return {
        file,
        ...placeOf(offset),
        message,
        remedy: `take it from ${id ?? "a record"}, and write it with quantityText or plainNumber`
      };
    });
  });
}

/** All that figures and models say in words; nothing of those that cannot. */
function shownWords(notebook: Notebook): string {
  const ofDrawings = drawingsOf(notebook).flatMap(({ drawn }) => {
    try {
      const { figure, rows } = drawn();
      const { title, subtitle, howToRead = "", notes, description } = figure.words(rows);
      return [title, subtitle, howToRead, ...notes, description];
    } catch {
      return [];
    }
  });
  return plain(ofDrawings.join("\n"));
}

const plain = (words: string): string => words.replace(/[\s\u2060]+/g, " ").trim();

interface Piece {
  words: string;
  offset: number;
}

/** Quoted texts of code, templates without their expressions. */
function quotedPieces(text: string): Piece[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}])\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
  const plainTexts = [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(({ index, 1: words = "" }) => ({
    words,
    offset: index + 1
  }));
  // Between the marks of a template and its expressions: what is no words is among no figure's words.
  const inTemplates = [...code.matchAll(/(?<=[`}])[^`{}]*\d[^`{}]*(?=`|\$\{)/g)].map(({ index, 0: words }) => ({
    words,
    offset: index
  }));
  return [...plainTexts, ...inTemplates];
}

/** A text with all but these pieces blanked out, so that every place stays where it is. */
function onlyThese(pieces: readonly Piece[], text: string): string {
  const blank = [...text.replace(/[^\n]/g, " ")];
  for (const { words, offset } of pieces) for (const [at, sign] of words.split("").entries()) blank[offset + at] = sign;
  return blank.join("");
}
