import { cueSource, stemOf } from "../text/cues.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern, plain } from "../text/patterns.ts";
import type { Bearers, Named } from "./bearers.ts";
import type { Sayer } from "./sayers.ts";
import { wholeNameReader } from "./whole-names.ts";

/** A quotation whose words are blanked out, as sentences are looked through. */
const blank = String.raw`["“«]\u2002+["”»]`;
const person = String.raw`\s+\p{Lu}\p{Ll}[\p{L}’'-]*\s+\p{Lu}\p{Ll}`;
const capitals = String.raw`\p{Lu}[\p{L}\d&’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\d&’'-]*){0,4}`;
/** What is quoted because it is a name: short, in capitals at its start, and no sentence. */
const isName = (words: string): boolean => /^\p{Lu}[^.,!?:;…]{1,60}$/u.test(words) && words.split(/\s+/).length <= 6;

/** Whether words name somebody otherwise than as where they were printed: "(Herald)", "told the Herald". */
const isSubject = (words: string, name: string): boolean => {
  const at = words.indexOf(name);
  return (
    at >= 0 &&
    !/[([]$|\b(?:told|tells) (?:the )?$/i.test(words.slice(0, at)) &&
    /^,?\s\p{L}/u.test(words.slice(at + name.length))
  );
};

/**
 * Finds the organisations that say something under a name in quotation marks, as Russian texts print them, or under no
 * name at all: «по оценке агентства «Прогноз»», "according to the county's health department".
 */
export function organisationFinder(
  lexicon: Lexicon,
  bearers: Pick<Bearers, "known" | "endsInBody">,
  publisher: string | null,
  paragraphs: readonly string[]
) {
  const { known } = bearers;
  const { nominative } = wholeNameReader(lexicon, bearers);
  const firmNoun = pattern(`^(?:${lexicon.firmNouns})$`, "iu");
  const stateNoun = pattern(`^(?:${lexicon.stateNouns})$`, "iu");
  const stateName = pattern(lexicon.stateNames, "gu");
  const firmName = pattern(lexicon.firmNames, "gu");
  // A release speaks of its publisher by name.
  const isOfItself = publisher !== null && paragraphs.slice(0, 4).some((words) => isSubject(words, publisher));
  const either = lexicon.accordingTo.replace(
    /(^|\|)(\p{L})/gu,
    (_, bar, letter) => `${bar}[${letter}${letter.toUpperCase()}]`
  );
  const noun = String.raw`[\p{L}-]+\s+`;
  const quotedIn = [
    // Of «the director of “Alpha” Jo Lund» it is the director who speaks.
    `(?:${either})\\s+(?:[\\p{Ll}\\d-]+\\s+){0,8}?(${blank})(?!${person})`,
    `(?<!\\p{L})${noun}(${blank})\\s+(?:\\p{Ll}+\\s+){0,2}?(?:${lexicon.says})(?!\\p{L})`,
    `${lexicon.beforeSays}(?:${lexicon.says})\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){1,4}(${blank})(?!${person})`,
    `(?:${lexicon.says})\\s+(?:${lexicon.placedBy})\\s+(?:\\p{Ll}+\\s+){0,3}?(${blank})(?!${person})`
  ].map((source) => pattern(source, "gu"));
  const unnamed = pattern(
    `(?:${either})\\s+(?:the |an? |its |their )?((?:(?!(?:${lexicon.thatFollows})\\s)[\\p{Ll}’'-]+\\s+){0,3}?(?:${lexicon.institutions})(?!\\p{L}))((?:\\s+\\p{L}+){0,3}(?=[,.;:]))?(?!${person}|\\s+["“«])`,
    "gu"
  );

  /** Those in quotation marks; `text` is `whole` with what is quoted blanked out. */
  const quoted = (whole: string, text: string): Sayer[] =>
    quotedIn.flatMap((source) =>
      [...text.matchAll(source)].flatMap(({ index, 0: match, 1: marks = "" }): Sayer[] => {
        const at = index + match.indexOf(marks);
        const name = whole.slice(at + 1, at + marks.length - 1);
        return isName(name) ? [{ at, name, id: known(name) }] : [];
      })
    );

  const withoutName = (text: string): Sayer[] =>
    [...text.matchAll(unnamed)].map(({ index, 1: body = "", 2: tail = "" }) => {
      // «Администрации района» says more of whose it is than «администрации».
      const name = `${body}${lexicon.hasCases ? tail : ""}`.trim();
      const isMore = /\s/.test(name);
      return { at: index, name, id: isMore ? known(name) : null, ...(isMore ? { isUnnamed: true } : { isBody: true }) };
    });

  /** Names of a text that hold a noun for what they are, or a mark of a firm; quotation marks are left out. */
  function namesIn(text: string, noun: string): string[] {
    const isFirm = firmNoun.test(noun);
    const state = stateNoun.test(noun) ? [...text.matchAll(stateName)] : [];
    const own = text.matchAll(pattern(`${capitals}\\s+(?:${cueSource(stemOf(noun))})\\p{Ll}*`, "gu"));
    const bodies = lexicon.hasCases
      ? text.matchAll(
          pattern(`(?<!\\p{L})(?=\\p{Lu})(?:${cueSource(stemOf(noun))})\\p{Ll}{0,3}${lexicon.ofWhat}`, "gu")
        )
      : [];
    const firms = isFirm ? [...text.matchAll(firmName)] : [];
    return [...own, ...bodies, ...state, ...firms]
      .sort((a, b) => a.index - b.index)
      .map(({ 0: name, 1: inMarks }) => nominative((inMarks ?? name).replace(/^[Tt]he\s+/, "").trim()));
  }

  return {
    sayersIn: (whole: string, text: string): Sayer[] => [...quoted(whole, text), ...withoutName(text)],
    isFirm: (noun: string): boolean => firmNoun.test(noun.replace(/^.*\s/su, "")),
    /** Which organisation a noun alone means ("the company"), by what the text before it names; else the publisher's own. */
    meantBy(noun: string, before: string): Named | undefined {
      const word = noun.split(/\s+/).at(-1) ?? noun;
      const last = namesIn(plain(before), word).at(-1);
      const own = publisher !== null && (namesIn(publisher, word).length > 0 || isOfItself) ? publisher : undefined;
      const name = isOfItself && firmNoun.test(word) ? own : (last ?? own);
      return name === undefined ? undefined : { name, id: known(name) };
    }
  };
}
