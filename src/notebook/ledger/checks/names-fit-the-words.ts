import type { Ledger, Quantity } from "../schema.ts";
import { cued, cueSource, cuesOf } from "../text/cues.ts";
import { isUnderstood } from "../text/lexicons.ts";
import { pattern } from "../text/patterns.ts";
import type { Violation } from "./violation.ts";

/** A record of a list, and the words that mean it. */
interface Named {
  id: string;
  name: string;
  words: RegExp;
  /** Whether words that name it alone say nothing of whose a statement is. */
  isVague: boolean;
}

/** A field that names such a record, and which other one it may be where the words name this one. */
interface Rule {
  field: "subject" | "material" | "speaker";
  list: readonly Named[];
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
      .flatMap((figure) => rules.flatMap((rule) => otherThanNamed(figure, rule)))
  );
}

function otherThanNamed(figure: Quantity, { field, list, isMeant }: Rule): Violation[] {
  const words = spaced(`${figure.printed}. ${figure.says.split(";", 1)[0]}`);
  const own = list.find(({ id }) => id === figure[field]);
  const named = list.filter((one) => one.words.test(words));
  const telling = named.find(({ isVague }) => !isVague);
  // One that is not in the list is another check's matter.
  if (!own || !telling || named.some((one) => one === own || isMeant(own, one))) return [];
  return [
    {
      record: figure,
      field: [field],
      message: `its words name ${telling.name}, and the ${field} is "${own.id}"`,
      remedy: `correct "${field}", or the words`
    }
  ];
}

/** Hyphens and spaces are alike: "rare-earth metals". */
const spaced = (words: string): string => words.replaceAll("-", " ");

const wordsFor = (names: readonly string[]): RegExp =>
  pattern(cued(names.map((name) => cueSource(spaced(name).trim()))).source, "u");

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
  return {
    field: "subject",
    list: places.map(({ id, name, name_native = name, cues = [] }) => ({
      id,
      name,
      words: wordsFor([name, name_native, ...cues]),
      isVague: isWhole(id)
    })),
    isMeant: (own, one) => around(own.id).has(one.id) || around(one.id).has(own.id) || isInName(one, own)
  };
}

function materials({ vocabulary }: Ledger): Rule {
  return {
    field: "material",
    list: vocabulary.materials.map(({ id, label, cues = [] }) => ({
      id,
      name: label,
      words: wordsFor([label, ...cues]),
      isVague: id === "none"
    })),
    isMeant: (own, one) => own.isVague || isInName(one, own)
  };
}

/** Persons are named by their surnames, which tell who speaks; another’s name may be that of what is spoken of. */
function speakers({ speakers }: Ledger): Rule {
  return {
    field: "speaker",
    list: speakers.map(({ id, name, name_short = name, type, role }) => {
      const surname = type === "person" && /^\p{Lu}/u.test(name) ? name.match(/\p{Lu}[\p{L}’-]+/gu)?.at(-1) : undefined;
      const names = surname ? [surname, ...(role ? [role] : [])] : [name, name_short];
      return { id, name, words: wordsFor(names), isVague: surname === undefined };
    }),
    isMeant: () => false
  };
}

/** Whether a name holds another: "rare and rare-earth metals", "Lovozero and Tomtor". */
const isInName = (one: Named, { name }: Named): boolean => one.words.test(spaced(name));
