import type { Speaker } from "../schema.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern, plain } from "../text/patterns.ts";
import { folded, isSameWord, speakerFinder, tokensOf } from "./names.ts";

/** Who a statement is put down to in the text: a known speaker by id, or a name that no record has yet. */
export interface Attribution {
  speaker: string | null;
  name: string | null;
  voice: "quoted" | "reported" | "authorial";
  /** Outlets that the sentence names besides the speaker. */
  chain: string[];
}

interface Sentence {
  start: number;
  end: number;
  words: string;
}

/** The sentences of a paragraph, with their places; a point after an initial or within a number ends none. */
export function sentencesIn(paragraph: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(
    /(?<!\b[A-ZА-Я]|\b(?:Mr|Mrs|Ms|Dr|St|Inc|Ltd|Co|U\.S|approx|тыс|млн|млрд|руб|долл|г|гг|им))[.!?…]+["”»’)]*(?:\s+|(?=[\p{Lu}]))(?=["“«(\p{Lu}\d-])/gu
  )) {
    const end = match.index + match[0].length;
    sentences.push({ start, end, words: paragraph.slice(start, end) });
    start = end;
  }
  if (start < paragraph.length) sentences.push({ start, end: paragraph.length, words: paragraph.slice(start) });
  return sentences;
}

const capital = String.raw`\p{Lu}[\p{L}\d&'’.-]*`;
/** A name: capitals in a row, with the small words that names hold. */
const nameSource = `(?:(?:the|The)\\s+)?${capital}(?:\\s+(?:of|for|and|the|&|de|von|по|и)?\\s*${capital}){0,6}`;
const ofState = /^\p{Lu}\p{L}+['’]s\s+(?=\p{Lu})/u;
const noName =
  /^(?:The|A|An|In|On|At|By|For|This|That|These|Those|It|He|She|They|We|But|And|However|Meanwhile|According|As|If|While|When|Although|Despite|Experts?|Analysts?|Officials?|Mr|Mrs|Ms|Dr|По|В|На|Как|Он|Она|Они|Это|Об|О|За|До|На|Из|От|К|С|У|Их|Его|Её|Ещё|Уже|Для|Так|То|Но|И|А|Если|Когда|При|Также|Однако|Ранее|Эксперты|Аналитики)$/;

const fullName = /\p{Lu}\p{Ll}[\p{L}’'-]*\s+\p{Lu}\p{Ll}[\p{L}’'-]+/gu;
const quoted = /["“«][^"“”«»]*["”»]/gu;
const titled = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) =>
    word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word
  );

/** In a transcript, who speaks each paragraph, by the name that it begins with or that the one before does. */
function labelsOf(paragraphs: readonly string[]): (string | null)[] {
  const own = paragraphs.map(
    (words) => /^\s*(\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){0,2})\s*:\s+\S/u.exec(words)?.[1] ?? null
  );
  const counts = new Map<string, number>();
  for (const name of own) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isTranscript = [...counts.values()].filter((count) => count > 1).length > 1;
  let last: string | null = null;
  return own.map((name) => {
    if (isTranscript && name !== null) last = name;
    return last;
  });
}

/** Finds who is said to have made a statement, from the sentence that holds it outwards. */
export function attributionFinder(lexicon: Lexicon, speakers: readonly Speaker[], paragraphs: readonly string[]) {
  const known = speakerFinder(speakers);
  const labels = labelsOf(paragraphs);
  const isHost = pattern(`^(?:${lexicon.host})$`, "iu");
  const fullNames = paragraphs.flatMap((words) => words.match(fullName) ?? []);
  const outlets = new Set(speakers.filter(({ type }) => type === "publication").map(({ id }) => id));
  const leads = pattern(`(?:${lexicon.accordingTo})\\s+((?:[\\p{Ll}\\d-]+\\s+){0,6}?)(${nameSource})`, "gu");
  const capitalised = pattern(
    `(?:${lexicon.accordingTo.replace(/(^|\|)(\p{L})/gu, (_, bar, letter) => `${bar}${letter.toUpperCase()}`)})\\s+((?:[\\p{Ll}\\d-]+\\s+){0,6}?)(${nameSource})`,
    "gu"
  );
  const saidAfter = pattern(
    `(${nameSource})((?:,[^,.]{3,90},|\\s+\\((?:[^)]{2,60})\\)|,?\\s+(?:[\\p{L}-]+\\s+){0,8}?))?\\s*(?:has |have |had |also |later |then |earlier |previously )?(?<!\\p{L})(?:${lexicon.says})(?!\\p{L})`,
    "gu"
  );
  const saidBefore = pattern(
    `${lexicon.beforeSays}(?:${lexicon.says})\\s+((?:[\\p{Ll}-]+\\s+){0,8}?)(${nameSource})`,
    "gu"
  );

  interface Found {
    at: number;
    name: string;
    id: string | null;
  }

  const agent = pattern(`^[^.;]{0,24}?\\s(?:${lexicon.by})\\s+(?:the\\s+)?(${nameSource})`, "u");
  const nameAtEnd = pattern(`(${capital}(?:\\s+${capital})+)[\\s,]*$`, "u");
  const pronoun = pattern(`(?<!\\p{L})(?:${lexicon.pronouns})(?!\\p{L})`, "iu");
  const pronounSays = pattern(
    `(?<!\\p{L})(?:${lexicon.pronouns})\\s+(?:${lexicon.says})|(?:${lexicon.says})\\s+(?:${lexicon.pronouns})(?!\\p{L})`,
    "iu"
  );
  const roleSays = pattern(
    `(?<!\\p{L})(?:[Tt]he|[Ii]ts|[Tt]heir)\\s+((?:[\\p{L}’'-]+\\s+){1,5}?)(?:${lexicon.says})(?!\\p{L})`,
    "gu"
  );
  const saidIn = pattern(`(?:${lexicon.says})\\s+во?\\s+((?:[\\p{L}-]+\\s+){0,1}?(?:${lexicon.bodies}))`, "giu");
  const endsInBody = pattern(`(?:${lexicon.bodies})\\s*$`, "iu");
  const thisSaid = pattern(`^\\s*(?:${lexicon.thisSaid})(?!\\p{L})`, "iu");
  const hisWords = pattern(`(?<!\\p{L})(?:${lexicon.hisWords})`, "iu");
  const roles = speakers
    .filter(({ role, type }) => role !== null && type === "person")
    .map(({ id, role }) => ({ id, words: tokensOf(role ?? "") }));

  function named(name: string): { name: string; id: string | null } | undefined {
    const cleaned = name
      .replace(/^(?:the|The)\s+/, "")
      .replace(ofState, "")
      .replace(/['’]s?$/, "")
      .replace(/[.,]$/, "")
      .trim();
    const words = cleaned.split(/\s+/);
    if (words.length === 1 && noName.test(words[0] ?? "")) return undefined;
    // "Harbour head Jo Lund": the person at the end of a title.
    const atEnd = words.length > 2 ? known(words.slice(-2).join(" ")) : null;
    const person = atEnd !== null && speakers.some(({ id, type }) => id === atEnd && type === "person") ? atEnd : null;
    if (person !== null) return { name: words.slice(-2).join(" "), id: person };
    const id = known(cleaned);
    return { name: id === null && words.length === 1 ? inFull(cleaned) : cleaned, id };
  }

  /** A surname as the text gives it in full elsewhere. */
  const inFull = (surname: string): string =>
    fullNames.find((name) => isSameWord(folded(name.split(/\s+/).at(-1) ?? ""), folded(surname))) ?? surname;

  function namedIn(words: string): Found[] {
    const text = plain(words).replace(quoted, (quote) => quote.replace(/[^"“”«»]/gu, "\u2002"));
    const found: Found[] = [];
    const add = (at: number, name: string): void => {
      const who = named(name);
      if (who) found.push({ at, ...who });
    };
    for (const source of [leads, capitalised, saidBefore])
      for (const match of text.matchAll(source)) add(match.index, match[2] ?? "");
    for (const match of text.matchAll(saidAfter)) {
      const between = match[2] ?? "";
      // "Pupil numbers tell": a word that begins a sentence is no name for being written large.
      const isFirstWord = /(?:^|[.!?…:]\s+)["“«]?$/.test(text.slice(0, match.index));
      const single = match[1] ?? "";
      if (isFirstWord && /^\p{Lu}\p{Ll}+$/u.test(single) && /^\s+\p{Ll}/u.test(between) && known(single) === null)
        continue;
      if (pronoun.test(between)) continue;
      // "In May, Mayor Jo Lund said": the name next to the verb.
      const next = nameAtEnd.exec(between)?.[1];
      add(match.index + (next ? match[0].indexOf(next) : 0), next ?? match[1] ?? "");
    }
    for (const match of text.matchAll(saidIn)) found.push({ at: match.index, name: match[1]?.trim() ?? "", id: null });
    for (const match of text.matchAll(roleSays)) {
      const tokens = tokensOf(match[1] ?? "");
      const meant = roles.find(
        ({ words: role }) => tokens.length > 1 && tokens.every((token) => role.some((word) => isSameWord(word, token)))
      );
      const body = !meant && endsInBody.test(match[1] ?? "");
      if (body) found.push({ at: match.index, name: match[1]?.trim() ?? "", id: null });
      if (meant) found.push({ at: match.index, name: match[1]?.trim() ?? "", id: meant.id });
    }
    return found;
  }

  /** The lines that one sentence runs over, joined, with the place where line `i` begins among them. */
  function blockOf(i: number): { text: string; offset: number } {
    let first = i;
    let last = i;
    while (first > 0 && /^\s*\p{Ll}/u.test(paragraphs[first] ?? "")) first--;
    while (/^\s*\p{Ll}/u.test(paragraphs[last + 1] ?? "") && !/[.!?:]\s*$/.test(paragraphs[last] ?? "")) last++;
    const before = paragraphs
      .slice(first, i)
      .map((line) => `${line} `)
      .join("");
    return { text: `${before}${paragraphs.slice(i, last + 1).join(" ")}`, offset: before.length };
  }

  /** Who spoke last before a line, within three lines. */
  function lastBefore(i: number): Found | undefined {
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const list = namedIn(paragraphs[j] ?? "").filter(({ id }) => id === null || !outlets.has(id));
      if (list.length > 0) return list.at(-1);
    }
    return undefined;
  }

  return (i: number, at: number, end = at): Attribution => {
    const { text, offset } = blockOf(i);
    const place = offset + at;
    const sentences = sentencesIn(text);
    const own = sentences.find(({ start, end }) => place >= start && place < end) ?? sentences[0];
    const words = own?.words ?? "";
    const isSpeech = /^\s*(?:["“«]|[—–-]\s)/u.test(text);
    const isQuoted = isSpeech || /[“"«][^”"»]*$/.test(text.slice(own?.start ?? 0, place));
    const voice = (found: Found | undefined): Attribution => {
      if (found === undefined) return { speaker: null, name: null, voice: "authorial", chain: [] };
      const chain = namedIn(words)
        .map(({ id }) => id)
        .filter((id): id is string => id !== null && outlets.has(id) && id !== found.id);
      return {
        speaker: found.id,
        name: found.name,
        voice: isQuoted ? "quoted" : "reported",
        chain: [...new Set(chain)]
      };
    };
    const passive = agent.exec(plain(text.slice(offset + end)));
    const doer = passive ? named(passive[1] ?? "") : undefined;
    if (doer?.id) return voice({ at: place, ...doer });
    const here = namedIn(words);
    const persons = here.filter(({ id }) => id === null || !outlets.has(id));
    const nearest = [...(persons.length > 0 ? persons : here)].sort(
      (a, b) => Math.abs(a.at - place + (own?.start ?? 0)) - Math.abs(b.at - place + (own?.start ?? 0))
    )[0];
    if (nearest) return voice(nearest);
    const label = labels[i];
    if (label !== undefined && label !== null)
      return isHost.test(label)
        ? voice(undefined)
        : voice({ at: place, ...(named(titled(label)) ?? { name: label, id: null }) });
    const all = sentences.flatMap(({ words: sentence, start }) =>
      namedIn(sentence).map((found) => ({ ...found, at: found.at + start }))
    );
    const after = sentences.find(({ start, words: sentence }) => start > place && thisSaid.test(sentence));
    const sayer = after && namedIn(after.words)[0];
    if (sayer) return voice(sayer);
    const goesOn = isQuoted || hisWords.test(words) || pronounSays.test(words) || /^\s*(?:["“«]|[—–-]\s)/u.test(words);
    if (!goesOn) return voice(undefined);
    return voice(all.filter((one) => one.at < place).at(-1) ?? all[0] ?? lastBefore(i));
  };
}
