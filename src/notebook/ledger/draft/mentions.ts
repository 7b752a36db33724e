import type { Lexicon } from "../text/lexicon.ts";
import { pattern, plain } from "../text/patterns.ts";
import { type Bearers, bears, beginsAsName, type Named } from "./bearers.ts";
import { fullName } from "./turns.ts";

/** A person whom a text names, and where. */
export interface Mention extends Named {
  at: number;
}

interface Place {
  at: number;
  name: string;
}

const withRole = /(\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+\p{Lu}\p{Ll}[\p{L}’'-]+){1,2}),\s+(?:an?\s|the\s|its\s|who\s|\p{Ll})/gu;
const surnames = /(?:^|[.!?]["”»]?\s+)(?:\p{L}\p{Ll}*\s+)?(\p{Lu}\p{Ll}[\p{L}’'-]{2,})/gu;

/** «Жители Заводского района»: an adjective in the genitive, and no surname. */
const isOfThing = /[ое]го$/u;

/**
 * Finds persons whom a text names, whether or not it has them say something there. `sayersIn` are those who do, in any
 * words of the text.
 */
export function mentionFinder(
  lexicon: Lexicon,
  { named, known, isPerson, isKnownPerson }: Bearers,
  paragraphs: readonly string[],
  sayersIn: (words: string) => readonly Named[]
) {
  const ofFirm = pattern(`(?<!\\p{L})(?:${lexicon.placedBy}|${lexicon.ofFirm})\\s+(?:the\\s+)?$`, "iu");

  const introducedIn = (text: string): Place[] =>
    [...text.matchAll(withRole)].map(({ index, 1: name = "" }) => ({ at: index, name }));

  /** Whom the text names in full where they say something, or are introduced. */
  const inTheText = [
    ...new Set(
      paragraphs.flatMap((words) =>
        [...sayersIn(words), ...introducedIn(plain(words)).flatMap(({ name }) => named(name))]
          .filter((one) => isPerson(one) && / /.test(one.name))
          .map(({ name }) => name)
      )
    )
  ];

  /** "Harbour master", «председатель совета дома № 8»: what somebody is, where it begins a sentence before the name. */
  const office = pattern(`(?:^|[.!?]["”»]?\\s+)(?:(?!(?:${lexicon.function})\\s)[\\p{L}\\d№"«»’'.-]+\\s+){0,7}$`, "iu");

  /** Names in full that begin a sentence, by themselves or after an office, and those of known persons anywhere. */
  const fullNamesIn = (text: string): Place[] =>
    [...text.matchAll(fullName)]
      .filter(
        ({ index, 0: name }) =>
          (office.test(text.slice(0, index)) && beginsAsName(name) && !isOfThing.test(name)) ||
          isKnownPerson(known(name))
      )
      .map(({ index, 0: name }) => ({ at: index, name }));

  /** Surnames that begin a sentence, or follow its first word: "Belov was more hopeful", "For Sorokin it is simple". */
  const surnamesIn = (text: string): Place[] =>
    [...text.matchAll(surnames)].flatMap(({ index, 0: words, 1: surname = "" }) => {
      const name = inTheText.find((one) => bears(one, surname));
      return name === undefined ? [] : [{ at: index + words.length - surname.length, name }];
    });

  const borne = (places: readonly Place[]): Mention[] =>
    places.flatMap(({ at, name }) => named(name).map((who) => ({ at, ...who })));

  return {
    /** Known persons, and whoever is introduced or begins a sentence. */
    personsIn(words: string): Mention[] {
      const text = plain(words);
      const inFull = [...introducedIn(text), ...fullNamesIn(text)].filter(({ at }) => !ofFirm.test(text.slice(0, at)));
      return borne([...inFull, ...surnamesIn(text)]).filter(isPerson);
    },
    /** Persons who were named in full elsewhere, by their surnames alone. */
    bySurname: (text: string): Mention[] => borne(surnamesIn(text))
  };
}
