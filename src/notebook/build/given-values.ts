import { isDate } from "../ledger/checks/every-date-exists.ts";
import { refuse } from "./command.ts";

/** What a command is given by option or word, refused before anything is written where it is not of its kind. */

/** A day, month or year of the calendar. */
export function givenDate(name: string, words: string): string {
  return isDate(words)
    ? words
    : refuse(name, `"${words}" is no date`, `write it as 2026, 2026-01 or 2026-01-31: ${name} 2026-01-31`);
}

export function givenUrl(name: string, words: string): string {
  const url = URL.canParse(words) ? new URL(words) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes(".")
    ? words
    : refuse(name, `"${words}" is no web address`, `write it whole: ${name} https://example.org/article`);
}

export function givenId(name: string, words: string): string {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(words)
    ? words
    : refuse(name, `"${words}" is no id`, `give lower-case words joined by hyphens: ${name} the-gazette`);
}
