import { distance } from "fastest-levenshtein";
import type { Speaker } from "../schema.ts";

const latin: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya"
};

/** A word in small Latin letters, by which a name is known in either script. */
export const folded = (word: string): string =>
  Array.from(word.toLowerCase(), (character) => latin[character] ?? character)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

const small = new Set("of the for and in at a an de la von und".split(" "));

export const tokensOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\d&]+/u)
    .filter((word) => word !== "" && !small.has(word.toLowerCase()) && !/^(?:s|русский)$/i.test(word))
    .map(folded);

/** Whether two folded words are one name: the same, one letter apart, or an ending of a case apart. */
export const isSameWord = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  if (long.startsWith(short.slice(0, Math.max(4, short.length - 1))) && long.length - short.length <= 2) return true;
  // «Геологической» and «Геологическая»: a long adjective in another case.
  if (short.length > 9 && long.startsWith(short.slice(0, -4)) && long.length - short.length < 3) return true;
  return short.length > 5 && distance(short, long) <= 1;
};

/** Whether two names in full have first names that cannot be one, however they are spelled in either script. */
function isOtherGiven(own: readonly string[], other: readonly string[]): boolean {
  if (own.length < 2 || other.length !== 2) return false;
  const [a, b] = [own, other].map(([given = ""]) => given.charAt(0).replace(/[yji]/, "e"));
  return a !== b;
}

/** Finds the known speaker whom a name in a text means: a person by the surname, an organisation by its words. */
export function speakerFinder(speakers: readonly Speaker[]): (name: string) => string | null {
  const known = speakers
    .filter(({ type }) => type !== "unnamed")
    .map(({ id, name, name_short, name_native, abbreviation, type }) => ({
      id,
      type,
      names: [name, name_short, name_native, abbreviation].filter((one) => one !== undefined).map(tokensOf)
    }));
  return (name) => {
    const tokens = tokensOf(name);
    let best: { id: string; score: number } | null = null;
    for (const { id, type, names } of known)
      for (const own of names) {
        const shared = own.filter((word) => tokens.some((token) => isSameWord(word, token)));
        const surname = own.at(-1);
        const isMeant =
          type === "person" && own.length <= 3
            ? surname !== undefined &&
              surname.length > 3 &&
              shared.includes(surname) &&
              // "Dmitry Sablin" is not Dmitriev: of two names the first is a surname only where the other is a first name known.
              (tokens.length !== 2 || isSameWord(surname, tokens[1] ?? "") || shared.length === own.length) &&
              !isOtherGiven(own, tokens)
            : shared.length * 2 >= own.length &&
              shared.length >= Math.min(own.length, tokens.length) &&
              shared.join("").length > 2;
        const score = shared.join("").length - (own.length - shared.length) * 3;
        if (isMeant && (best === null || score > best.score)) best = { id, score };
      }
    return best?.id ?? null;
  };
}

/** A name as an id; one in Cyrillic is written in Latin letters. */
export const slugOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "unnamed";
