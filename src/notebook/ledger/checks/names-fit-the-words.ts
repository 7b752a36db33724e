import type { Ledger, Quantity } from "../schema.ts";
import { cued, cueSource } from "../text/cues.ts";
import { isUnderstood } from "../text/lexicons.ts";
import { matchesOf } from "../text/patterns.ts";
import type { Violation } from "./violation.ts";

/** A record of a list, and the words that mean it. */
interface Named {
  id: string;
  name: string;
  words: RegExp;
  /** How each of these begins, by at most four letters: no other words of a statement need to be looked at. */
  starts: readonly string[];
  /** Whether words that name it alone say nothing of whose a statement is. */
  isVague: boolean;
}

/** Words, and how they begin: by their first two letters, three and four, or one that stands alone. */
interface Words {
  text: string;
  starts: ReadonlySet<string>;
}

const noWords: Words = { text: "", starts: new Set() };

/** A statement with the words that tell what it is about. */
interface Statement {
  figure: Quantity;
  about: Words;
}

/** A field that names such a record, and which other one it may be where the words name this one. */
interface Rule {
  field: "subject" | "material" | "speaker";
  /** The words of a statement that it is looked for in. */
  wordsOf(statement: Statement): Words;
  list: readonly Named[];
  known: ReadonlyMap<string, Named>;
  /** Those of its records of which some words begin so. */
  startingWith: ReadonlyMap<string, readonly Named[]>;
  isMeant(own: Named, named: Named): boolean;
}

/**
 * Where the words of a statement name a place, a material or a person, the record has it or another that they name. Words
 * that name none say nothing; neither do those after a semicolon, which are often of something else.
 */
export function namesFitTheWords(ledger: Ledger): Violation[] {
  const rules = [places(ledger), materials(ledger), speakers(ledger)];
  return ledger.sources.flatMap(({ figures, language }) =>
    figures
      .filter(({ series }) => series === null && isUnderstood(language))
      .flatMap((figure) => {
        const about = wordsOf(`${figure.printed}. ${figure.says.split(";", 1)[0]}`);
        return rules.flatMap((rule) => otherThanNamed({ figure, about }, rule));
      })
  );
}

function otherThanNamed(statement: Statement, rule: Rule): Violation[] {
  const { field, known, startingWith, isMeant } = rule;
  const { figure } = statement;
  const words = rule.wordsOf(statement);
  const own = known.get(figure[field]);
  const named: Named[] = [];
  for (const start of words.starts)
    for (const one of startingWith.get(start) ?? [])
      if (!named.includes(one) && one.words.test(words.text)) named.push(one);
  // One that is not in the list is another check's matter.
  if (!own || named.every(({ isVague }) => isVague) || named.some((one) => one === own || isMeant(own, one))) return [];
  const telling = firstOf(
    named.filter(({ isVague }) => !isVague),
    words,
    rule.list
  );
  return [
    {
      record: figure,
      field: [field],
      message: `its words name ${telling?.name}, and the ${field} is "${own.id}"`,
      remedy: `correct "${field}", or the words`
    }
  ];
}

/** The one whose beginning stands first; of those that begin alike, the first of the list. */
function firstOf(named: readonly Named[], { starts }: Words, list: readonly Named[]): Named | undefined {
  const order = [...starts];
  const place = (one: Named): number =>
    Math.min(...one.starts.map((start) => order.indexOf(start.slice(0, 2))).filter((at) => at >= 0));
  return [...named].sort((a, b) => place(a) - place(b) || list.indexOf(a) - list.indexOf(b))[0];
}

function ruleFor(
  field: Rule["field"],
  list: readonly Named[],
  isMeant: Rule["isMeant"],
  wordsOf: Rule["wordsOf"] = ({ about }) => about
): Rule {
  const startingWith = new Map<string, Named[]>();
  for (const one of list)
    for (const start of one.starts)
      startingWith
        .set(start, startingWith.get(start) ?? [])
        .get(start)
        ?.push(one);
  return { field, wordsOf, list, known: new Map(list.map((one) => [one.id, one])), startingWith, isMeant };
}

/** Hyphens and spaces are alike, "copper-zinc ore", and the country of a currency is no place. */
const spaced = (words: string): string => words.replaceAll("-", " ").replace(/\p{Lu}{1,3}(?=[$£])/gu, "");

const beginnings = /(?<!\p{L})\p{L}{1,4}/gu;

function wordsOf(words: string): Words {
  const text = spaced(words);
  const starts = new Set<string>();
  for (const [letters] of matchesOf(text, beginnings)) {
    const start = letters.toLowerCase();
    for (let length = Math.min(2, start.length); length <= start.length; length++) starts.add(start.slice(0, length));
  }
  return { text, starts };
}

/** How words begin, by at most four letters. */
const startOf = (words: string): string[] =>
  matchesOf(words, beginnings)
    .slice(0, 1)
    .map(([start]) => start.toLowerCase());

/** A record with the names that mean it, as cues: each begins a word. */
const named = (id: string, names: readonly string[], isVague: boolean): Named => ({
  id,
  name: names[0] ?? id,
  words: cued(
    names.map((name) => cueSource(spaced(name).trim())),
    "u"
  ),
  starts: names.flatMap((name) => startOf(spaced(name))),
  isVague
});

/** A person by the surname, which is written large and nobody else’s, or by an office in full. */
function person(id: string, name: string, surname: string, role: string | null): Named {
  const office = role && role.split(" ").length > 2 ? [role] : [];
  const sources = [`${surname}(?!\\p{L}|[’']s)`, ...office.map(cueSource)];
  return {
    id,
    name,
    words: cued(sources, "u"),
    starts: [surname, ...office].flatMap(startOf),
    isVague: false
  };
}

/** What is said of a part of a country is said of the country, but not all that is said of one is said of the world. */
function places({ places }: Ledger): Rule {
  const within = new Map(places.map((place) => [place.id, place.within]));
  const isWhole = (id: string): boolean => within.get(id) === null;
  const around = (id: string): Set<string> => {
    const found = new Set<string>();
    for (let one = within.get(id); one != null && !isWhole(one) && !found.has(one); one = within.get(one))
      found.add(one);
    return found;
  };
  return ruleFor(
    "subject",
    places.map(({ id, name, name_native = name, cues = [] }) => named(id, [name, name_native, ...cues], isWhole(id))),
    (own, one) => around(own.id).has(one.id) || around(one.id).has(own.id) || isInName(one, own)
  );
}

const materials = ({ vocabulary }: Ledger): Rule =>
  ruleFor(
    "material",
    vocabulary.materials.map(({ id, label, cues = [] }) => named(id, [label, ...cues], id === "none")),
    (own, one) => own.isVague || isInName(one, own)
  );

/**
 * Persons are named by their surnames, which tell who speaks, in an id as well; another’s name may be that of what is spoken
 * of, and so may any in what a publication says itself.
 */
const speakers = ({ speakers }: Ledger): Rule =>
  ruleFor(
    "speaker",
    speakers.map(({ id, name, name_short = name, type, role }) => {
      const surname = type === "person" && /^\p{Lu}/u.test(name) ? name.match(/\p{Lu}[\p{L}’-]+/gu)?.at(-1) : undefined;
      return surname === undefined ? named(id, [name, name_short], true) : person(id, name, surname, role);
    }),
    () => false,
    ({ figure: { id, voice }, about }) => {
      if (voice !== "quoted" && voice !== "reported") return noWords;
      const slug = id.slice(id.indexOf(".") + 1).replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
      const named = wordsOf(slug);
      return { text: `${named.text}. ${about.text}`, starts: new Set([...named.starts, ...about.starts]) };
    }
  );

/** Whether a name holds another: “gold and silver” that of silver. */
const isInName = (one: Named, { name }: Named): boolean => one.words.test(spaced(name));
