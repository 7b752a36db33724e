const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const numbered = `version|Figure|Table|Chapter|section|footnote|pages?|pp?\\.|paragraph|heading|HTS|MCS|Series|Summaries|Yearbook|${months}`;
const pair = new RegExp(`\\b(${numbered}) (?=\\d)`, "g");
const dayOfMonth = new RegExp(`\\b(\\d\\d?) (?=(?:${months})\\b)`, "g");
const firstParagraph = /(\d{4}|\)|later), (?=¶)/g;
/** The last word of a paragraph, unless it is long, with what stands before it. */
const lastWord = /(>[^<>]*[^<>\s]) ([^\s<>]{1,12})(?=<\/p>)/g;
const text = /<(pre|textarea|svg)\b[\s\S]*?<\/\1>|>[^<]+/g;

/**
 * A page's HTML in which no line ends between a word and its number ("version 1.3", "Figure 2.1", "1 record"), in a date,
 * between a date and its paragraph, in "CC BY 4.0", or within "¶9–14", and no paragraph ends in a word alone.
 */
export const holdTogether = (html: string): string =>
  html
    .replace(text, (found, tag) =>
      tag
        ? found
        : found
            .replace(pair, "$1\u00a0")
            .replace(dayOfMonth, "$1\u00a0")
            .replace(firstParagraph, "$1,\u00a0")
            .replace(/(\d) (?=records?\b)/g, "$1\u00a0")
            .replace(/(¶\d+–)(?=\d)/g, "$1\u2060")
            .replace(/\bCC BY (?=\d)/g, "CC\u00a0BY\u00a0")
    )
    .replace(lastWord, "$1\u00a0$2");

const boxed = /(<span class="drag"[^>]*>[^<]*<\/span>)([,.;:!?)%’”]+)/g;

/** A number that can be set is a box to the browser, which may break the line after it: its comma stays with it. */
export const keepPunctuation = (html: string): string => html.replace(boxed, '<span class="nb">$1$2</span>');

/** Without what only tells browsers where no line may end: other programs find no word beside it. */
export const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "");
