import type { Lexicon } from "../text/lexicon.ts";
import { pattern, plain } from "../text/patterns.ts";
import type { Bearers, Named } from "./bearers.ts";
import { tokensOf } from "./names.ts";
import { fullName } from "./turns.ts";
import { wholeNameReader } from "./whole-names.ts";

/** Somebody whom a sentence has say something, and where it names them. */
export interface Sayer extends Named {
  at: number;
  /** What was said comes after: "Greece speaks of fifty" says nothing of the numbers before it. */
  leadsOn?: boolean;
  /** "The agency": one that was named before. */
  isBody?: boolean;
  /** Only what somebody is, as of "an official of a bank". */
  isUnnamed?: boolean;
}

const capital = String.raw`\p{Lu}[\p{L}\d&'’.-]*`;
/** A name: capitals in a row, with the small words that names hold. */
const within = String.raw`of|for|and|the|&|de|von|по|и|(?:служб|агентств|институт|университет|фонд|банк)\p{Ll}*`;
const nameSource = `(?:(?:the|The)\\s+)?${capital}(?:\\s+(?:${within})?\\s*${capital}){0,6}`;
/** What may stand between "according to" and a name: small words, and the quoted name of a firm, which is blanked out. */
const small = String.raw`(?:[\p{Ll}\d-]+|["“«]\u2002*["”»])\s+`;
const quoted = /["“«][^"“”«»]*["”»]/gu;
/** «Плохо, — говорит Белов. — Очень плохо»: what a text says itself amid what it quotes, in the marks of the quotation. */
const amid = /(?<=[,.!?…]\s-\s)\p{Ll}[^"“”«»]{3,120}?(?=[.,]\s-\s)/gu;

/** A quotation without its words, every place where it was, but for those in which the text says whose they are. */
function blankedQuote(quote: string, says: RegExp): string {
  const blank = quote.replace(/[^"“”«»]/gu, "\u2002");
  return [...quote.matchAll(amid)]
    .filter(([words]) => says.test(words))
    .reduce((made, { index, 0: words }) => made.slice(0, index) + words + made.slice(index + words.length), blank);
}

/** "Jo Lund blames the road: “…": whoever is named before a colon and a quotation says it. */
const beforeQuote = /([^.:;!?"“«]{4,120}):\s*["“«]/gu;

/** A noun with what is told of it, without a verb of its own. */
const nounPhrase = String.raw`(?:(?!(?:is|are|was|were|has|have|had|will|would|can|could|than|that|which|who|and|but|he|she|they|we|it|I|you)\s)[\p{L}\d’'-]+\s+){0,9}?[\p{L}’'-]+`;

/** Finds who is said to say something, in the words of a sentence alone. */
export function sayerFinder(
  lexicon: Lexicon,
  bearers: Bearers,
  organisationsIn: (whole: string, text: string) => Sayer[]
) {
  const { known, named, inRole, endsInBody, isOutlet } = bearers;
  const { wholeName } = wholeNameReader(lexicon, bearers);
  const says = pattern(`(?<!\\p{L})(?:${lexicon.says})(?!\\p{L})`, "iu");
  // "According to a survey, which was made in May by the institute".
  const smallOn = String.raw`(?:[\p{Ll}\d-]+(?:,(?=\s(?:${lexicon.relative})\s))?|["“«]\u2002*["”»])\s+`;
  const capitalised = lexicon.accordingTo.replace(
    /(^|\|)(\p{L})/gu,
    (_, bar, letter) => `${bar}${letter.toUpperCase()}`
  );
  const leads = [lexicon.accordingTo, capitalised].map((source) =>
    pattern(`(?:${source})\\s+((?:${smallOn}){0,9}?)(${nameSource})`, "gu")
  );
  const saidBefore = pattern(
    `${lexicon.beforeSays}(?:${lexicon.says})\\s+((?:[\\p{Ll}-]+,\\s+|${small}){0,8}?)(${nameSource})`,
    "gu"
  );
  const listens = pattern(`(?:${lexicon.tells})\\s+(?:[\\p{Ll}-]+\\s+){0,4}$`, "iu");
  const placedApart = pattern(`\\s\\p{Ll}+\\s+(?:${lexicon.placedBy})\\s+(?:the\\s+)?$`, "iu");
  // "Jo Lund, the U.S. secretary, said", also with an age before the office, or with what is told of it after.
  const told = String.raw`(?:[^,.]|(?<=\p{Lu})\.){3,90}`;
  const apposition = `,(?:\\s\\d{2},)?${told},(?:\\s(?:${lexicon.relative})\\s${told},)?`;
  const saidAfter = pattern(
    `(${nameSource})((?:${apposition}|\\s+(?:${lexicon.colleagues})(?:\\s*[[(][^\\])]{1,20}[\\])])?|\\s+\\((?:[^)]{2,60})\\)|,?\\s+(?:[\\p{L}-]+\\s+){0,8}?))?\\s*(?:has |have |had |also |later |then |earlier |previously )?(?<!\\p{L})(?:${lexicon.says})(?!\\p{L})`,
    "gu"
  );
  const thatFollows = pattern(`^\\s+(?:${lexicon.thatFollows})(?!\\p{L})`, "iu");
  const nextClause = pattern(`[,;]\\s+(?:${lexicon.joins})\\s+$`, "iu");
  const placedBy = pattern(`(?<!\\p{L})(?:${lexicon.placedBy})\\s+(?:the\\s+)?$`, "iu");
  const colleagues = pattern(`^\\s+(?:${lexicon.colleagues})`, "iu");
  /** "Chief Executive of Alpha Metals, Jo Lund, said". */
  const beginsWithTitle = pattern(`^(?:${lexicon.titles})(?!\\p{L})`, "u");
  const nameAtEnd = pattern(`(${capital}(?:\\s+${capital})+)[\\s,]*$`, "u");
  const pronoun = pattern(`(?<!\\p{L})(?:${lexicon.pronouns})(?!\\p{L})`, "iu");
  const ofItsState = pattern(`^\\s+((?:[\\p{Ll}-]+\\s+){0,3}(?:${lexicon.institutions}))(?!\\p{L})`, "u");
  // «Сообщили в ведомстве», «в ведомстве сообщили».
  const saidIn = [
    `(?:${lexicon.says})\\s+во?\\s+((?:[\\p{L}-]+\\s+){0,1}?(?:${lexicon.bodies}))`,
    `(?<!\\p{L})во?\\s+((?:${lexicon.bodies}))\\s+(?:${lexicon.says})(?!\\p{L})`,
    // «Ущерб институт оценивает в пять миллиардов».
    ...(lexicon.hasCases ? [`(?<!\\p{L})((?:${lexicon.institutions}))\\s+(?:${lexicon.says})(?!\\p{L})`] : [])
  ].map((source) => pattern(source, "giu"));
  const roleSays = pattern(
    `(?<!\\p{L})(?:[Tt]he|[Ii]ts|[Tt]heir)\\s+((?:[\\p{L}’'-]+\\s+){0,4}?[\\p{L}’'-]+)(?:,\\s(?:${lexicon.relative})\\s[^,.;]{3,90},)?\\s+(?:${lexicon.says})(?!\\p{L})`,
    "gu"
  );
  const isOffice = pattern(`(?:${lexicon.offices})$`, "iu");
  const someone = [
    `(?<!\\p{L})(?:${lexicon.someone})(?!\\p{L})[^.;]{0,80}?(?<!\\p{L})(?:${lexicon.says})(?!\\p{L})`,
    `${lexicon.beforeSays}(?:${lexicon.says})\\s+(?:${lexicon.someone})(?!\\p{L})(?!\\s+\\p{Lu}\\p{Ll}+\\s+\\p{Lu})`,
    ...lexicon.many,
    // "The finance chief of one owner with 28 ships told us"; "the expert said" is somebody who was named before.
    `(?<!\\p{L})(?:[Aa]n?|[Oo]ne|[Tt]he(?=(?:\\s+[\\p{L}-]+){1,5}?\\s+of\\s+(?:an?|one)\\s))\\s+(${lexicon.hasCases ? "(?!)" : nounPhrase})\\s+(?:${lexicon.surelySays})(?!\\p{L})`
  ].map((source) => pattern(source, "gu"));
  const agent = pattern(`^[^.;]{0,24}?\\s(?:${lexicon.by})\\s+(?:the\\s+)?(${nameSource})`, "u");

  /** «Ведомство сообщило»: a noun at the start of a sentence, which stands for one that was named before. */
  const isNounAlone = (name: string): boolean => !/\s/.test(name) && endsInBody(name);

  const bearing = (at: number, name: string, leadsOn = false): Sayer[] =>
    named(name).map((who) => ({
      at,
      ...who,
      leadsOn,
      ...(who.id === null && isNounAlone(name) ? { isBody: true } : {})
    }));

  /** "According to Jo Lund". */
  const accordingToThem = (text: string): Sayer[] =>
    leads.flatMap((source) =>
      [...text.matchAll(source)].flatMap(({ index, 0: { length }, 2: name = "" }) =>
        bearing(index, wholeName(name, text.slice(index + length)))
      )
    );

  /** "…, said Jo Lund". */
  const namedAfterVerb = (text: string): Sayer[] =>
    [...text.matchAll(saidBefore)].flatMap(({ index, 0: whole, 2: name = "" }) => {
      const before = whole.slice(0, whole.length - name.length);
      // "He told the Herald": who was told; "said a trader in Rotterdam": where somebody is.
      const isElse = (listens.test(before) || placedApart.test(before)) && !isOutlet(known(name));
      return isElse ? [] : bearing(index, wholeName(name, text.slice(index + whole.length)));
    });

  const namedBeforeQuote = (text: string): Sayer[] =>
    [...text.matchAll(beforeQuote)].flatMap(({ index, 1: before = "" }) => {
      const name = before.match(fullName)?.at(-1);
      return name === undefined ? [] : bearing(index, name);
    });

  /** "Jo Lund, the secretary, said": `single` is what stands in capitals, `between` what leads from it to the verb. */
  const namedBeforeVerb = (text: string): Sayer[] =>
    [...text.matchAll(saidAfter)].flatMap(({ index, 0: whole, 1: single = "", 2: between = "" }) => {
      const left = text.slice(0, index);
      // "Pupil numbers tell": a word that begins a sentence is no name for being written large.
      const isFirstWord = /(?:^|[.!?…:]\s+)["“«]?$/.test(left);
      // "In May, Mayor Jo Lund said": the name next to the verb; what stands between two commas tells of the one before.
      const isTold = /^,.*,\s*$/.test(between) && (/\s/.test(single) || /^,\s+\p{Ll}/u.test(between));
      // "Former minister Jo Lund in a talk with us called it": a first word that is no name, and a name after it.
      // "…in Norway, said Jo Lund": between a subject and its verb stands no comma alone, unless one stands before it too.
      if (/^,\s*$/.test(between) && !/,\s+$/.test(left)) return [];
      const isPlainWord =
        isFirstWord && !colleagues.test(between) && /^\p{Lu}\p{Ll}+$/u.test(single) && /^\s+\p{Ll}/u.test(between);
      const bearer = beginsWithTitle.test(single)
        ? /^,\s+(\S+\s\S+),\s*$/u.exec(between)?.[1]?.match(fullName)?.[0]
        : undefined;
      const next =
        bearer ??
        (isTold
          ? undefined
          : (nameAtEnd.exec(between)?.[1] ?? (isPlainWord ? between.match(fullName)?.at(-1) : undefined)));
      const own = next ?? wholeName(single, text.slice(index + single.length));
      if (own === single && isPlainWord && known(single) === null) return [];
      if (pronoun.test(between)) return [];
      // "Ruritania's foreign office said": the office, and not the state; "the $1 billion Fund announced in May" says nothing.
      const office = /['’]s$/.test(single)
        ? ofItsState.exec(between || text.slice(index + single.length))?.[1]
        : undefined;
      if (office !== undefined) {
        const name = `${single.replace(/^[Tt]he\s+/, "")} ${office}`;
        return [{ at: index, name, id: known(`${single} ${office}`) }];
      }
      if (/\d[\d.,]*\s+(?:\p{Ll}+\s+)?$/u.test(left)) return [];
      // "An official in Tokyo said": where somebody is says nothing.
      if (placedBy.test(left) && known(single) === null) return [];
      const leadsOn = thatFollows.test(text.slice(index + whole.length)) || nextClause.test(left);
      return bearing(index + (next ? whole.indexOf(next) : 0), own, leadsOn);
    });

  /** "The agency says", "the chief executive says". */
  const namedByRole = (text: string): Sayer[] => [
    ...saidIn
      .flatMap((source) => [...text.matchAll(source)])
      .map(({ index, 1: words = "" }) => {
        const name = words.trim();
        return { at: index, name, id: null, isBody: !/\s/.test(name) };
      }),
    ...[...text.matchAll(roleSays)].flatMap(({ index, 1: words = "" }): Sayer[] => {
      const role = words.trim();
      const [bearer] = inRole(role);
      if (bearer) return [{ at: index, ...bearer }];
      const isBody = tokensOf(role).length === 1 && !isOffice.test(role);
      return endsInBody(role) ? [{ at: index, name: role, id: null, isBody }] : [];
    })
  ];

  /** "An official of a bank said"; "…, and unions say it has shed 900" says nothing of what stands before it. */
  const unnamed = (text: string): Sayer[] =>
    someone
      .flatMap((source) => [...text.matchAll(source)])
      .slice(0, 1)
      .map(({ index, 0: { length }, 1: who = "" }) => ({
        at: index,
        name: who.trim(),
        id: null,
        isUnnamed: true,
        leadsOn:
          index > 0 && /^\s+\p{L}/u.test(text.slice(index + length)) && !listens.test(text.slice(0, index + length + 1))
      }));

  return {
    /** Whom a sentence has say something; somebody without a name only where nobody else does. */
    sayersIn(words: string): Sayer[] {
      const whole = plain(words);
      const text = whole.replace(quoted, (quote) => blankedQuote(quote, says));
      const found = [
        ...organisationsIn(whole, text),
        ...accordingToThem(text),
        ...namedAfterVerb(text),
        ...namedBeforeQuote(whole),
        ...namedBeforeVerb(text),
        ...namedByRole(text)
      ];
      return found.length > 0 ? found : unnamed(text);
    },
    /** Who did what a passive tells, from the words after it: "estimated at 3.8 million by the survey". */
    agentIn(after: string): Named | undefined {
      const name = agent.exec(plain(after))?.[1];
      return name === undefined ? undefined : named(name)[0];
    }
  };
}
