/** A paragraph that is no part of an article, and why. */
export interface Passage {
  paragraph: number;
  reason: string;
}

/** A paragraph that repeats others. */
export interface Copy {
  paragraph: number;
  of: number[];
}

export const isSentence = (words: string): boolean => /[.!?…»”"')]\s*$/.test(words) && words.split(/\s+/).length > 5;

/** What marks a line as no part of an article, and why. */
const marksOfOutside: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:https?:\/\/|www\.)\S+\s*$/i, "Web address as page metadata."],
  [/^\s*(?:date\s+)?\d{4}-\d{2}-\d{2}(?:[T\s][\d:+.Z]*)?(?:\s+https?:\S+)?\s*$/i, "Date as page metadata."],
  [/^\s*(?:\d{4}|\d{1,2}:\d{2})\s*$/, "Date as page metadata."],
  [/(?:^|[·|•]\s*)\d+[\s-]*min(?:ute)?s?[\s-]read\b|^\s*\d+ мин(?:ут\p{L}*)? (?:чтения|на чтение)/iu, "Byline."],
  [/^\s*(?:by|text|author|автор|текст)\s*:?\s+\p{Lu}[^.!?]{2,80}$/iu, "Byline."],
  [/^[^|]*(?:\|[^|]*)+$/, "Row of a table, to be recorded by hand where it is needed."],
  [/^\s*[\w.+-]+@[\w-]+\.[\w.]+\s*$/, "Address of the publisher."],
  [/^\s*\+?[\d\s()-]{7,}\s*$/, "Telephone number of the publisher."],
  [
    /^\s*(?:(?:press|media|investor|editorial|for (?:more|further)) (?:contacts?|enquir|inquir|information)|contacts?\b|контакт\p{L}*(?: для (?:СМИ|прессы))?|пресс-служба|телефон\p{L}*)\s*[:—-].*/iu,
    "Whom to ask."
  ],
  [/^\s*[a-z]{2}[_-][A-Z]{2}\s*$/, "Language as page metadata."],
  [
    /^\s*(?:\d+\s+comments?|leave a (?:reply|comment).*|comments?|post a comment|комментари\p{L}*.*|\d+ комментари\p{L}*)\s*$/iu,
    "Form for comments."
  ],
  [
    /^\s*(?:share(?: (?:this|on).*)?|tweet|print|e-?mail|copy link|поделиться.*|печать|в закладки)\s*$/iu,
    "Navigation."
  ],
  [
    /^\s*(?:subscribe|sign up|newsletter|advertisement|sponsored|cookies?|accept all|log ?in|menu|search|skip to .*|подпи\p{L}+.*|реклама.*|войти|меню)\b.{0,80}$/iu,
    "Navigation."
  ],
  [
    /\bcookies?\b.{0,80}\b(?:accept|consent|settings|partners|experience|agree)|\bpartners\b.{0,60}\bcookies?\b/iu,
    "Navigation."
  ],
  [/^\s*(?:©|\(c\)|copyright|all rights reserved|все права защищены).*/iu, "Notice of rights."],
  [
    /^\s*(?:photo|image|picture|credit|caption|illustration|фото|иллюстрация)\s*(?:by|credit)?\s*[:/©].*/iu,
    "Caption of a picture."
  ],
  [
    /^\s*(?:read (?:more|also|next)|related(?: (?:articles?|stories|news|posts))?|see also|more (?:on|from)|most (?:read|popular)|читайте также|по теме|ещ[её] по теме|другие новости|похожие)\b.{0,100}$/iu,
    "Link to another article."
  ],
  [/^\s*(?:tags?|keywords?|topics?|теги|темы|ключевые слова)\s*:.*/iu, "Keywords as page metadata."],
  [/^\s*#\p{L}[\p{L}\d_]*(?:\s+#\p{L}[\p{L}\d_]*)*\s*$/u, "Keywords as page metadata."]
];

/** Paragraphs that are navigation, metadata, captions, keywords or links to other articles. */
export function outsideOf(paragraphs: readonly string[]): Passage[] {
  const outside = new Map<number, string>();
  paragraphs.forEach((words, i) => {
    const mark = marksOfOutside.find(([pattern]) => pattern.test(words));
    if (mark) outside.set(i + 1, mark[1]);
    const phrases = words.split(",");
    if (phrases.length > 4 && !/[.!?]/.test(words) && words === words.toLowerCase())
      outside.set(i + 1, "Keywords as page metadata.");
    // What a list of references names was written by others.
    if (
      /^\s*(?:\d+\.?\s+)?(?:references|bibliography|works cited|(?:список )?(?:использованной )?литератур[аы]|список источников)\s*:?\s*$/iu.test(
        words
      )
    )
      for (let j = i; j < paragraphs.length; j++) outside.set(j + 1, "List of references.");
    if (/^(?:related|read (?:more|also)|see also|читайте также|по теме)/iu.test(words.trim()))
      for (const [j, link] of paragraphs.slice(i + 1).entries()) {
        if (isSentence(link)) break;
        outside.set(i + j + 2, "Link to another article.");
      }
  });
  // Tags stand one a line, several together, in small letters.
  const isTag = (words: string): boolean =>
    words.trim() === words.trim().toLowerCase() &&
    words.trim().split(/\s+/).length <= 3 &&
    !/[.!?:]$/.test(words.trim());
  let tags: number[] = [];
  for (const [i, words] of [...paragraphs, "."].entries()) {
    if (isTag(words)) tags.push(i + 1);
    else {
      for (const tag of tags.length < 3 ? [] : tags) outside.set(tag, outside.get(tag) ?? "Keywords as page metadata.");
      tags = [];
    }
  }
  return [...outside].map(([paragraph, reason]) => ({ paragraph, reason })).sort((a, b) => a.paragraph - b.paragraph);
}

/** Runs of five words, by which copies are known even where sentences were run together. */
function runsOf(words: string): string[] {
  const list = words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  return list.length < 5 ? [] : list.slice(4).map((_, i) => list.slice(i, i + 5).join(" "));
}

/** Paragraphs that repeat others: a pull quote, a headline given twice, a body run together as metadata. */
export function copiesAmong(paragraphs: readonly string[]): Copy[] {
  const lines = paragraphs.map((words, i) => ({ i, runs: runsOf(words) }));
  type Line = (typeof lines)[number];
  const places = new Map<string, Set<Line>>();
  for (const line of lines) for (const run of line.runs) places.set(run, (places.get(run) ?? new Set()).add(line));
  const copies = new Map<Line, Line[]>();
  /** How many runs each other paragraph shares with this one. */
  const sharedWith = (line: Line): [Line, number][] => {
    const shared = new Map<Line, number>();
    for (const run of line.runs)
      for (const other of places.get(run) ?? [])
        if (other !== line && !copies.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .filter(([other, count]) => count >= Math.min(4, other.runs.length))
      .sort(([a], [b]) => a.i - b.i);
  };
  // First what was run together out of most: what it repeats is then known to be the text itself.
  const order = lines.toSorted((a, b) => sharedWith(b).length - sharedWith(a).length || a.i - b.i);
  for (const line of order) {
    const own = line.runs;
    const shared = sharedWith(line);
    if (own.length === 0 || shared.length === 0) continue;
    const covered = own.filter((run) => shared.some(([other]) => places.get(run)?.has(other))).length / own.length;
    const isRunTogether = shared.length > 2;
    if (covered < (isRunTogether ? 0.5 : 0.8)) continue;
    const of = isRunTogether
      ? shared.map(([other]) => other)
      : [shared.reduce((most, one) => (one[1] >= most[1] ? one : most))[0]];
    // Of two that are alike the last stays; a part of a longer paragraph is the copy.
    const length = of.reduce((sum, other) => sum + other.runs.length, 0);
    if (isRunTogether || length > own.length || of.every((other) => other.i > line.i)) copies.set(line, of);
  }
  return [...copies]
    .map(([line, of]) => ({
      paragraph: line.i + 1,
      of: of
        .filter((other) => !copies.has(other))
        .map((other) => other.i + 1)
        .sort((a, b) => a - b)
    }))
    .sort((a, b) => a.paragraph - b.paragraph);
}
