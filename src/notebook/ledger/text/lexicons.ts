import type { Lexicon } from "./lexicon.ts";
import { english } from "./words-en.ts";
import { russian } from "./words-ru.ts";

/** The languages whose numbers and attributions are understood. */
export const lexicons: readonly Lexicon[] = [english, russian];

/** The words of a language; those of English where it is not one that is understood. */
export const lexiconOf = (language: string): Lexicon =>
  lexicons.find((lexicon) => lexicon.language === language) ?? english;

export const isUnderstood = (language: string): boolean => lexicons.some((lexicon) => lexicon.language === language);
