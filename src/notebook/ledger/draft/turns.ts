import { lexicons } from "../text/lexicons.ts";
import { pattern } from "../text/patterns.ts";

const titles = lexicons.map((one) => `${one.courtesy}|${one.titles}`).join("|");

/** A name of two words, as persons have them, without what they are called by before it. */
export const fullName = pattern(
  // «Студент Антон Белов»: of three words that begin a sentence the first is what somebody is, unless the next is a patronymic.
  `(?<![\\p{L}’'-])(?!(?:${titles})\\.?\\s)(?!(?<=(?:^|[.!?…]["»”]?\\s))[А-ЯЁ][а-яё]+\\s+[А-ЯЁ][а-яё]+(?<!вич|вна|чна)\\s+[А-ЯЁ][а-яё])\\p{Lu}\\p{Ll}[\\p{L}’'-]*\\s+\\p{Lu}\\p{Ll}[\\p{L}’'-]+`,
  "gu"
);

/** Who has the word in each paragraph: by the labels of a transcript, or by turns in an interview; null where nobody has. */
export function turnsOf(paragraphs: readonly string[], isGuest: RegExp): (string | null)[] {
  const own = paragraphs.map(
    (words) => /^\s*(\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){0,2})\s*:\s+\S/u.exec(words)?.[1] ?? null
  );
  const counts = new Map<string, number>();
  for (const name of own) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isTranscript = [...counts.values()].filter((count) => count > 1).length > 1;
  if (!isTranscript) return answersOf(paragraphs);
  const first = own.findIndex((name) => name !== null);
  let last: string | null = null;
  return own.map((name) => {
    // "A:" is whoever is introduced above.
    if (name !== null) last = isGuest.test(name) ? (introducedIn(paragraphs.slice(0, first)) ?? name) : name;
    return last;
  });
}

/** Whom the lines above an interview name first in full; who wrote it is not meant, nor a company in quotation marks. */
const introducedIn = (paragraphs: readonly string[]): string | undefined =>
  paragraphs
    .filter((words) => !isByline(words))
    .flatMap((words) => words.replace(/["“«][^"“”«»]*["”»]/gu, ", ").match(fullName) ?? [])
    .find((one) => !/^(?:The|A|An|In|On|At|This|Our)\s/.test(one));

const isByline = (words: string): boolean =>
  /^\s*(?:by|interview(?:ed)? by|text|автор|текст|беседовал[аи]?)\b/iu.test(words) && words.split(/\s+/).length < 8;

/** In an interview whose questions bear no name, the answers are of the person whom it first names in full. */
function answersOf(paragraphs: readonly string[]): (string | null)[] {
  const isQuestion = (words: string): boolean =>
    /\?\s*$/.test(words) && !/^\s*["“«]/.test(words) && words.split(/\s+/).length <= 40;
  const questions = paragraphs.flatMap((words, i) => (isQuestion(words) ? [i] : []));
  const [first] = questions;
  const answers = paragraphs.filter((words, i) => questions.includes(i - 1) && !isQuestion(words));
  const nobody = paragraphs.map(() => null);
  if (first === undefined || answers.length < 3) return nobody;
  const name = introducedIn(paragraphs.slice(0, first));
  if (name === undefined) return nobody;
  // Where each question takes the turn after an answer of one paragraph, one that asks nothing is the host's as well.
  const takesTurns = questions.every((i) => (i - first) % 2 === 0);
  const isHost = (words: string, i: number): boolean => (takesTurns ? (i - first) % 2 === 0 : isQuestion(words));
  return paragraphs.map((words, i) => (i < first || isHost(words, i) ? null : name));
}

/**
 * Lines of a list, which a dash opens as it does speech: three or more in a row that begin with the same mark, and in
 * which nobody asks or, by `putsDown`, says anything.
 */
export function listLines(paragraphs: readonly string[], putsDown: RegExp): ReadonlySet<number> {
  const listed = new Set<number>();
  for (let i = 0; i < paragraphs.length; i++) {
    const mark = /^\s*([—–•*-])\s/u.exec(paragraphs[i] ?? "")?.[1];
    let end = i;
    while (mark !== undefined && paragraphs[end]?.trimStart().startsWith(`${mark} `)) end++;
    const lines = paragraphs.slice(i, end);
    if (lines.length > 2 && lines.every((line) => !/\?/.test(line) && !putsDown.test(line)))
      for (let j = i; j < end; j++) listed.add(j);
    i = Math.max(i, end - 1);
  }
  return listed;
}
