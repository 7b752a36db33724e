import type { Speaker } from "../schema.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern, plain } from "../text/patterns.ts";
import { bearersIn, type Named } from "./bearers.ts";
import { mentionFinder } from "./mentions.ts";
import { organisationFinder } from "./organisations.ts";
import { type Sayer, sayerFinder } from "./sayers.ts";
import { linesAround, sentenceAt, sentencesIn } from "./sentences.ts";
import { listLines, turnsOf } from "./turns.ts";

/** Who a statement is put down to in the text: a known speaker by id, or a name that no record has yet. */
export interface Attribution {
  speaker: string | null;
  name: string | null;
  voice: "quoted" | "reported" | "authorial";
  /** Outlets that the sentence names besides the speaker. */
  chain: string[];
  /** Whether the name is only what somebody is, as of "an official of a bank". */
  isUnnamed?: boolean;
  /** Whether the sentence puts something down to somebody, though not found to whom: the publication's own voice is a guess. */
  isDoubtful?: boolean;
}

/** A name in quotation marks with which a sentence goes on opens no speech. */
const opensQuotation = /^\s*(?!["“«]\p{Lu}[^.,!?:;…"”»]{1,60}["”»]\s+\p{Ll})["“«]/u;

/** Whether a quotation that was opened goes on where a text ends, over whichever sentences. */
const isInQuotation = (before: string): boolean => {
  const last = (...marks: string[]): number => Math.max(...marks.map((mark) => before.lastIndexOf(mark)));
  return last("“", "«") > last("”", "»") || before.split('"').length % 2 === 0;
};

/** A name in capitals as names are written. */
const titled = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) =>
    word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word
  );

const byPlace = (a: Sayer, b: Sayer): number => a.at - b.at;

/** Finds who is said to have made a statement, from the sentence that holds it outwards. */
export function attributionFinder(
  lexicon: Lexicon,
  speakers: readonly Speaker[],
  paragraphs: readonly string[],
  publisher: string | null
) {
  const bearers = bearersIn(lexicon, speakers, paragraphs);
  const { named, endsInBody, isPerson, isOutlet } = bearers;
  const organisations = organisationFinder(lexicon, bearers, publisher, paragraphs);
  const { sayersIn, agentIn } = sayerFinder(lexicon, bearers, organisations.sayersIn);
  const { personsIn, bySurname } = mentionFinder(lexicon, bearers, paragraphs, sayersIn);
  const turns = turnsOf(paragraphs, pattern(`^(?:${lexicon.guest})$`, "iu"));
  const isHost = pattern(`^(?:${lexicon.host})$`, "iu");
  const putsDown = pattern(`(?<!\\p{L})(?:${lexicon.says}|${lexicon.accordingTo})(?!\\p{L})`, "iu");
  const opensWithDash = new RegExp(String.raw`^\s*${lexicon.speechDash}\s`, "u");
  const opensSpeech = (words: string): boolean => opensQuotation.test(words) || opensWithDash.test(words);
  const listed = listLines(paragraphs, putsDown);
  const pronounSays = pattern(
    `(?<!\\p{L})(?:${lexicon.pronouns})\\s+(?:${lexicon.says})|(?:${lexicon.says})\\s+(?:${lexicon.pronouns})(?!\\p{L})`,
    "iu"
  );
  const beginsWithPronoun = pattern(`^\\s*(?:${lexicon.pronouns})\\s+(?:${lexicon.says})(?!\\p{L})`, "iu");
  const hisWords = pattern(`(?<!\\p{L})(?:${lexicon.hisWords})`, "iu");
  const opensInHisWords = pattern(`^\\s*(?:${lexicon.hisWords})`, "iu");
  const thisSaid = pattern(`^\\s*(?:${lexicon.thisSaid})(?!\\p{L})`, "iu");
  const itSays = pattern(
    `(?<!\\p{L})(?:${lexicon.itself})\\s+(?:(?:also|now|still|then|later|\\p{Ll}+ly)\\s+)?(?:${lexicon.says})(?!\\p{L})`,
    "iu"
  );
  const ofMany = pattern(`(?<!\\p{L})(?:${lexicon.pronounsOfMany})\\s+(?:${lexicon.says})`, "iu");
  const opensByNaming = pattern(`^\\s*(?:${lexicon.accordingTo})(?!\\p{L})`, "iu");
  const aBody = pattern(`(?<!\\p{L})((?:\\p{Ll}+\\s+)?(?:${lexicon.institutions}))(?!\\p{L})`, "giu");
  const isInstitution = pattern(`(?:${lexicon.institutions})\\s*$`, "iu");
  const lineAt = (i: number): string => paragraphs[i] ?? "";

  /** Who was named last before a place of a line, there or within three lines before: with `isWanted` only such a one. */
  function lastBefore(i: number, before: string, isWanted: (found: Sayer) => boolean): Sayer | undefined {
    for (let j = i; j >= Math.max(0, i - 3); j--) {
      const words = j === i ? before : lineAt(j);
      const mentioned: Sayer[] = [...sayersIn(words), ...personsIn(words)];
      const list = mentioned.filter((one) => !one.isBody && !isOutlet(one.id) && isWanted(one)).sort(byPlace);
      if (list.length > 0) return list.at(-1);
    }
    return undefined;
  }

  const textBefore = (i: number, from: number): string =>
    [...paragraphs.slice(0, i), lineAt(i).slice(0, from)].join("\n");

  /** The organisation that spoke last before a place, or else that a noun alone named there. */
  function lastBody(i: number, before: string): Named | undefined {
    for (const words of [before, lineAt(i - 1)]) {
      const said = sayersIn(words).findLast((one) => !isPerson(one) && !isOutlet(one.id) && !one.isBody);
      const noun = [...words.matchAll(aBody)].at(-1)?.[1];
      if (noun !== undefined && !said) return organisations.meantBy(noun, textBefore(i, 0)) ?? { name: noun, id: null };
      if (said) return said;
    }
    return undefined;
  }

  /** Who has the word in a transcript or an interview. */
  const holderOf = (turn: string): Named | undefined =>
    isHost.test(turn) ? undefined : (named(titled(turn))[0] ?? { name: turn, id: null });

  /** Who has said the words at a place of a paragraph. */
  return (i: number, at: number, end = at): Attribution => {
    const found = whoSays(i, at, end);
    if (found.voice !== "authorial") return found;
    const { words } = sentenceAt(lineAt(i), at);
    return putsDown.test(plain(words)) ? { ...found, isDoubtful: true } : found;
  };

  function whoSays(i: number, at: number, end: number): Attribution {
    const { text, offset } = linesAround(paragraphs, i);
    const place = offset + at;
    const sentences = sentencesIn(text);
    const { start: from, words } = sentenceAt(text, place);
    const isSpeech = !listed.has(i) && opensSpeech(text);
    const isQuoted = isSpeech || isInQuotation(text.slice(0, place));
    const voice = (found: (Named & Pick<Sayer, "isUnnamed">) | undefined): Attribution => {
      if (found === undefined) return { speaker: null, name: null, voice: "authorial", chain: [] };
      const chain = sayersIn(words)
        .map(({ id }) => id)
        .filter((id): id is string => isOutlet(id) && id !== found.id);
      return {
        speaker: found.id,
        name: found.name,
        voice: isQuoted ? "quoted" : "reported",
        chain: [...new Set(chain)],
        ...(found.isUnnamed ? { isUnnamed: true } : {})
      };
    };
    const doer = agentIn(text.slice(offset + end));
    if (doer?.id) return voice(doer);
    const here = sayersIn(words).filter((one) => !one.leadsOn || one.at + from <= place);
    const persons = here.filter(({ id }) => !isOutlet(id));
    const [nearest] = [...(persons.length > 0 ? persons : here)].sort(
      (a, b) => Math.abs(a.at - place + from) - Math.abs(b.at - place + from)
    );
    const isPronoun = pronounSays.test(words) || hisWords.test(words);
    const isVague = isPronoun && persons.every(({ isBody, name }) => isBody || endsInBody(name));
    if (nearest?.isBody && !isVague) {
      const isBody = (one: Sayer): boolean => !one.isUnnamed && !isPerson(one);
      const spoke = lastBefore(i, text.slice(0, from), isBody);
      const named = organisations.meantBy(nearest.name, textBefore(i, from));
      const before = organisations.isFirm(nearest.name) ? (named ?? spoke) : (spoke ?? named);
      // "The government says" where no government was named: an institution speaks, not the publication.
      return voice(before ?? (isInstitution.test(nearest.name) ? { ...nearest, isUnnamed: true } : undefined));
    }
    if (nearest && !isVague) return voice(nearest);
    // "It says": the organisation that spoke before, or of which the last sentences spoke.
    if (itSays.test(words)) return voice(lastBody(i, text.slice(0, from)));
    const opening = /^((?:[^:“"«]|["“«][^”"»:]{1,50}["”»]){3,90}):\s/.exec(words);
    const [opener] = opening && from + opening[0].length <= place ? personsIn(opening[1] ?? "") : [];
    if (opener) return voice(opener);
    const turn = turns[i];
    if (turn !== undefined && turn !== null) return voice(holderOf(turn));
    const all = sentences.flatMap(({ words: sentence, start }) =>
      sayersIn(sentence).map((found) => ({ ...found, at: found.at + start }))
    );
    const after = sentences.find(({ start, words: sentence }) => start > place && thisSaid.test(sentence));
    const sayer = after && sayersIn(after.words)[0];
    if (sayer) return voice(sayer);
    // What begins with "in his words" is told in them to the end of the paragraph.
    const isHis = isPronoun || opensInHisWords.test(plain(text));
    // So it is, as a guess, with a paragraph that begins with what a person says, or with an estimate of somebody's.
    const [first] = sentences;
    if (!isHis && !isQuoted && first && first.end <= from && !listed.has(i)) {
      const opens = opensByNaming.test(plain(first.words));
      const source = sayersIn(first.words).find((one) => !one.isBody && !isOutlet(one.id) && (opens || isPerson(one)));
      if (source) return voice(source);
      // "She said that …": so it is where the paragraph begins with a pronoun for one who was named before.
      if (beginsWithPronoun.test(first.words)) return whoSays(i, first.start - offset, first.start - offset);
    }
    const goesOn = isQuoted || isHis || (!listed.has(i) && opensSpeech(words));
    if (!goesOn) return voice(undefined);
    const isMeant = isHis && !ofMany.test(words) ? isPerson : () => true;
    const before: Sayer[] = [...all, ...(isHis ? bySurname(text.slice(0, place)) : [])];
    const earlier = before
      .filter((one) => one.at < place && !one.isBody && isMeant(one))
      .sort(byPlace)
      .at(-1);
    return voice(earlier ?? all.find(isMeant) ?? lastBefore(i, text.slice(0, from), isMeant));
  }
}
