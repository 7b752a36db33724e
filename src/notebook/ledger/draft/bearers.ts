import type { Speaker } from "../schema.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern } from "../text/patterns.ts";
import { folded, isSameWord, speakerFinder, tokensOf } from "./names.ts";
import { fullName } from "./turns.ts";

/** Somebody whom a text names: a known speaker by id, or a name that no record has yet. */
export interface Named {
  name: string;
  id: string | null;
}

const noName =
  /^(?:The|A|An|In|On|At|By|For|This|That|These|Those|It|He|She|They|We|But|And|However|Meanwhile|According|As|If|While|When|Although|Despite|Experts?|Analysts?|Officials?|Mr|Mrs|Ms|Dr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|По|В|На|Как|Он|Она|Они|Это|Об|О|За|До|На|Из|От|К|С|У|Их|Его|Её|Ещё|Уже|Для|Так|То|Но|И|А|Если|Когда|При|Также|Однако|Ранее|Эксперты|Аналитики)$/;
const ofState = /^\p{Lu}\p{L}+['’]s\s+(?=\p{Lu})/u;

/** Whether a name in full may be one: its first word is none that only begins a sentence. */
export const beginsAsName = (name: string): boolean => !noName.test(name.replace(/\s.*$/su, ""));

/** Whether a name in full has this surname, in whatever case. */
export const bears = (name: string, surname: string): boolean =>
  isSameWord(folded(name.replace(/^.*\s/su, "")), folded(surname));

export type Bearers = ReturnType<typeof bearersIn>;

/** Who bears a name or a role: among the known speakers, or by what the text says elsewhere. */
export function bearersIn(lexicon: Lexicon, speakers: readonly Speaker[], paragraphs: readonly string[]) {
  const known = speakerFinder(speakers);
  const ids = (wanted: Speaker["type"]): Set<string> =>
    new Set(speakers.filter(({ type }) => type === wanted).map(({ id }) => id));
  const persons = ids("person");
  const outlets = ids("publication");
  const roles = speakers.flatMap(({ id, role, type }) =>
    role && type === "person" ? [{ id, words: tokensOf(role) }] : []
  );
  const whole = paragraphs.join("\n");
  const fullNames = paragraphs.flatMap((words) => words.match(fullName) ?? []);
  const title = pattern(`^(?:\\p{Lu}\\p{L}+\\s+)*?(?:${lexicon.titles})\\s+(?=\\p{Lu}\\p{Ll}+\\s+\\p{Lu})`, "u");
  const outletNoun = pattern(`^(?:${lexicon.outletNouns})\\s+(?=\\p{Lu})`, "iu");
  const courtesy = pattern(`^(?:${lexicon.courtesy})\\.?\\s+(?=\\p{Lu})`, "u");
  const adverb = pattern(`^(?:${lexicon.adverbs})\\s+(?=\\p{Lu})`, "u");
  const month = pattern(`^(?:${lexicon.months})$`, "iu");
  const body = pattern(`(?:${lexicon.bodies})\\s*$`, "iu");

  const isKnownPerson = (id: string | null): boolean => id !== null && persons.has(id);

  /** Whether a name is a noun for those who say something without one: "the agency". */
  const endsInBody = (name: string): boolean => body.test(name);

  /** Who bears a name; nobody where it is a word that only begins a sentence. */
  function named(name: string): [] | [Named] {
    const cleaned = name
      .replace(/^(?:the|The)\s+/, "")
      .replace(adverb, "")
      .replace(outletNoun, "")
      .replace(title, "")
      .replace(ofState, "")
      .replace(/['’]s?$/, "")
      .replace(/[.,]$/, "")
      .trim();
    // "Mr Lund" is Jo Lund where the text has the name in full.
    const surname = cleaned.replace(courtesy, "");
    if (surname !== cleaned && !/\s/.test(surname)) {
      const full = inFull(surname);
      return [{ name: full === surname ? cleaned : full, id: known(full) }];
    }
    const words = cleaned.split(/\s+/);
    if (noName.test(cleaned) || (month.test(cleaned) && inFull(cleaned) === cleaned)) return [];
    // "Harbour head Jo Lund": the person at the end of a title.
    const atEnd = words.length > 2 ? known(words.slice(-2).join(" ")) : null;
    if (isKnownPerson(atEnd)) return [{ name: words.slice(-2).join(" "), id: atEnd }];
    const id = known(cleaned);
    return [{ name: id === null && words.length === 1 ? inFull(cleaned) : cleaned, id }];
  }

  /** A surname as the text gives it in full elsewhere. */
  const inFull = (surname: string): string =>
    fullNames.find((name) => !adverb.test(name) && beginsAsName(name) && bears(name, surname)) ?? surname;

  /** Who bears a role, by the records of persons or else by the text. */
  function inRole(role: string): [] | [Named] {
    const tokens = tokensOf(role);
    const meant = roles.find(
      ({ words }) => tokens.length > 1 && tokens.every((token) => words.some((word) => isSameWord(word, token)))
    );
    return meant ? [{ name: role, id: meant.id }] : calledSo(role);
  }

  /** Whom the text calls by a role: "the chief executive" where it has "Chief Executive Jo Lund" elsewhere. */
  function calledSo(role: string): [] | [Named] {
    const words = role.split(/\s+/);
    if (words.length < 2 && role.length < 7) return [];
    for (const one of whole.matchAll(pattern(role.replace(/[^\p{L}\d\s-]/gu, "."), "giu"))) {
      const after = /^,?\s+(\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+\p{Lu}\p{Ll}[\p{L}’'-]+)+)/u.exec(
        whole.slice(one.index + one[0].length)
      );
      const before = /(\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+\p{Lu}\p{Ll}[\p{L}’'-]+)+),\s+(?:(?:the|its|an?)\s+)?$/u.exec(
        whole.slice(Math.max(0, one.index - 60), one.index)
      );
      const name = after?.[1] ?? before?.[1];
      if (name !== undefined) return named(name);
    }
    return [];
  }

  function isPerson({ id, name }: Named): boolean {
    if (id !== null) return isKnownPerson(id);
    if (endsInBody(name)) return false;
    return /^\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+\p{Lu}\p{Ll}[\p{L}’'-]+){0,2}$/u.test(name);
  }

  return {
    known,
    named,
    inRole,
    endsInBody,
    isPerson,
    isKnownPerson,
    /** Whether a speaker is a publication, which may only pass on what somebody said. */
    isOutlet: (id: string | null): boolean => id !== null && outlets.has(id)
  };
}
