import type { Speaker } from "../schema.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern, plain } from "../text/patterns.ts";
import { folded, isSameWord, speakerFinder, tokensOf } from "./names.ts";
import { sentenceAt, sentencesIn } from "./sentences.ts";
import { fullName, turnsOf } from "./turns.ts";

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

const capital = String.raw`\p{Lu}[\p{L}\d&'’.-]*`;
/** A name: capitals in a row, with the small words that names hold. */
const within = String.raw`of|for|and|the|&|de|von|по|и|(?:служб|агентств|институт|университет|фонд|банк)\p{Ll}*`;
const nameSource = `(?:(?:the|The)\\s+)?${capital}(?:\\s+(?:${within})?\\s*${capital}){0,6}`;
/** What may stand between "according to" and a name: small words, and the quoted name of a firm, which is blanked out. */
const small = String.raw`(?:[\p{Ll}\d-]+|["“«]\u2002*["”»])\s+`;
const ofState = /^\p{Lu}\p{L}+['’]s\s+(?=\p{Lu})/u;
const noName =
  /^(?:The|A|An|In|On|At|By|For|This|That|These|Those|It|He|She|They|We|But|And|However|Meanwhile|According|As|If|While|When|Although|Despite|Experts?|Analysts?|Officials?|Mr|Mrs|Ms|Dr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|По|В|На|Как|Он|Она|Они|Это|Об|О|За|До|На|Из|От|К|С|У|Их|Его|Её|Ещё|Уже|Для|Так|То|Но|И|А|Если|Когда|При|Также|Однако|Ранее|Эксперты|Аналитики)$/;

const quoted = /["“«][^"“”«»]*["”»]/gu;
const titled = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) =>
    word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word
  );

/** Finds who is said to have made a statement, from the sentence that holds it outwards. */
export function attributionFinder(lexicon: Lexicon, speakers: readonly Speaker[], paragraphs: readonly string[]) {
  const known = speakerFinder(speakers);
  const turns = turnsOf(paragraphs, pattern(`^(?:${lexicon.guest})$`, "iu"));
  const whole = paragraphs.join("\n");
  const isHost = pattern(`^(?:${lexicon.host})$`, "iu");
  const fullNames = paragraphs.flatMap((words) => words.match(fullName) ?? []);
  const outlets = new Set(speakers.filter(({ type }) => type === "publication").map(({ id }) => id));
  const leads = pattern(`(?:${lexicon.accordingTo})\\s+((?:${small}){0,8}?)(${nameSource})`, "gu");
  const capitalised = pattern(
    `(?:${lexicon.accordingTo.replace(/(^|\|)(\p{L})/gu, (_, bar, letter) => `${bar}${letter.toUpperCase()}`)})\\s+((?:${small}){0,8}?)(${nameSource})`,
    "gu"
  );
  // "Jo Lund, the U.S. secretary, said", also with an age before the office, or with what is told of it after.
  const told = String.raw`(?:[^,.]|(?<=\p{Lu})\.){3,90}`;
  const apposition = `,(?:\\s\\d{2},)?${told},(?:\\s(?:${lexicon.relative})\\s${told},)?`;
  const saidAfter = pattern(
    `(${nameSource})((?:${apposition}|\\s+(?:${lexicon.colleagues})(?:\\s*[[(][^\\])]{1,20}[\\])])?|\\s+\\((?:[^)]{2,60})\\)|,?\\s+(?:[\\p{L}-]+\\s+){0,8}?))?\\s*(?:has |have |had |also |later |then |earlier |previously )?(?<!\\p{L})(?:${lexicon.says})(?!\\p{L})`,
    "gu"
  );
  const saidBefore = pattern(
    `${lexicon.beforeSays}(?:${lexicon.says})\\s+((?:[\\p{Ll}-]+,\\s+|${small}){0,8}?)(${nameSource})`,
    "gu"
  );

  interface Found {
    at: number;
    name: string;
    id: string | null;
    /** What was said comes after: "Greece speaks of fifty" says nothing of the numbers before it. */
    leadsOn?: boolean;
    /** "The agency": one that was named before. */
    isBody?: boolean;
    isUnnamed?: boolean;
  }

  const thatFollows = pattern(`^\\s+(?:${lexicon.thatFollows})(?!\\p{L})`, "iu");
  const nextClause = pattern(`[,;]\\s+(?:${lexicon.joins})\\s+$`, "iu");
  const ofFirm = pattern(`(?<!\\p{L})(?:${lexicon.placedBy}|${lexicon.ofFirm})\\s+(?:the\\s+)?$`, "iu");
  const placedBy = pattern(`(?<!\\p{L})(?:${lexicon.placedBy})\\s+(?:the\\s+)?$`, "iu");
  const title = pattern(`^(?:\\p{Lu}\\p{L}+\\s+)*?(?:${lexicon.titles})\\s+(?=\\p{Lu}\\p{Ll}+\\s+\\p{Lu})`, "u");
  const outletNoun = pattern(`^(?:${lexicon.outletNouns})\\s+(?=\\p{Lu})`, "iu");
  const saidBySomeone = pattern(
    `${lexicon.beforeSays}(?:${lexicon.says})\\s+(?:${lexicon.someone})(?!\\p{L})(?!\\s+\\p{Lu}\\p{Ll}+\\s+\\p{Lu})`,
    "gu"
  );
  /** "Jo Lund blames the road: “…": whoever is named before a colon and a quotation says it. */
  const beforeQuote = /([^.:;!?"“«]{4,120}):\s*["“«]/gu;
  const listens = pattern(`(?:${lexicon.tells})\\s+(?:[\\p{Ll}-]+\\s+){0,4}$`, "iu");
  const placedApart = pattern(`\\s\\p{Ll}+\\s+(?:${lexicon.placedBy})\\s+(?:the\\s+)?$`, "iu");
  const courtesy = pattern(`^(?:${lexicon.courtesy})\\.?\\s+(?=\\p{Lu})`, "u");
  const adverb = pattern(`^(?:${lexicon.adverbs})\\s+(?=\\p{Lu})`, "u");
  const ofItsState = pattern(`^\\s+((?:[\\p{Ll}-]+\\s+){0,3}(?:${lexicon.institutions}))(?!\\p{L})`, "u");
  const someone = pattern(
    `(?<!\\p{L})(?:${lexicon.someone})(?!\\p{L})[^.;]{0,80}?(?<!\\p{L})(?:${lexicon.says})(?!\\p{L})`,
    "gu"
  );
  const withRole =
    /(\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+\p{Lu}\p{Ll}[\p{L}’'-]+){1,2}),\s+(?:an?\s|the\s|its\s|who\s|\p{Ll})/gu;

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
  const isInstitution = pattern(`(?:${lexicon.institutions})\\s*$`, "iu");
  const colleagues = pattern(`^\\s+(?:${lexicon.colleagues})`, "iu");
  /** "Chief Executive of Alpha Metals, Jo Lund, said". */
  const beginsWithTitle = pattern(`^(?:${lexicon.titles})(?!\\p{L})`, "u");
  const isOffice = pattern(`(?:${lexicon.offices})$`, "iu");
  const thisSaid = pattern(`^\\s*(?:${lexicon.thisSaid})(?!\\p{L})`, "iu");
  const hisWords = pattern(`(?<!\\p{L})(?:${lexicon.hisWords})`, "iu");
  const roles = speakers.flatMap(({ id, role, type }) =>
    role && type === "person" ? [{ id, words: tokensOf(role) }] : []
  );
  const lineAt = (i: number): string => paragraphs[i] ?? "";

  /** Who bears a name; nobody where it is a word that only begins a sentence. */
  function named(name: string): [] | [{ name: string; id: string | null }] {
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
    if (noName.test(cleaned)) return [];
    // "Harbour head Jo Lund": the person at the end of a title.
    const atEnd = words.length > 2 ? known(words.slice(-2).join(" ")) : null;
    const person = atEnd !== null && speakers.some(({ id, type }) => id === atEnd && type === "person") ? atEnd : null;
    if (person !== null) return [{ name: words.slice(-2).join(" "), id: person }];
    const id = known(cleaned);
    return [{ name: id === null && words.length === 1 ? inFull(cleaned) : cleaned, id }];
  }

  /** A surname as the text gives it in full elsewhere. */
  const inFull = (surname: string): string =>
    fullNames.find((name) => !adverb.test(name) && !noName.test(name.replace(/\s.*$/su, "")) && bears(name, surname)) ??
    surname;

  const bears = (name: string, surname: string): boolean =>
    isSameWord(folded(name.replace(/^.*\s/su, "")), folded(surname));

  function namedIn(words: string): Found[] {
    const text = plain(words).replace(quoted, (quote) => quote.replace(/[^"“”«»]/gu, "\u2002"));
    const found: Found[] = [];
    const add = (at: number, name: string, leadsOn = false): void => {
      for (const who of named(name)) found.push({ at, ...who, leadsOn });
    };
    for (const source of [leads, capitalised])
      for (const { index, 2: name = "" } of text.matchAll(source)) add(index, name);
    for (const { index, 0: whole, 2: name = "" } of text.matchAll(saidBefore)) {
      const before = whole.slice(0, whole.length - name.length);
      const isOutlet = outlets.has(known(name) ?? "");
      // "He told the Herald": who was told; "said a trader in Rotterdam": where somebody is.
      if ((listens.test(before) || placedApart.test(before)) && !isOutlet) continue;
      add(index, name);
    }
    for (const { index, 1: before = "" } of plain(words).matchAll(beforeQuote)) {
      const name = before.match(fullName)?.at(-1);
      if (name !== undefined) add(index, name);
    }
    for (const { index, 0: whole, 1: single = "", 2: between = "" } of text.matchAll(saidAfter)) {
      // "Pupil numbers tell": a word that begins a sentence is no name for being written large.
      const isFirstWord = /(?:^|[.!?…:]\s+)["“«]?$/.test(text.slice(0, index));
      // "In May, Mayor Jo Lund said": the name next to the verb; what stands between two commas tells of the one before.
      const isTold = /^,.*,\s*$/.test(between) && (/\s/.test(single) || /^,\s+\p{Ll}/u.test(between));
      // "Former minister Jo Lund in a talk with us called it": a first word that is no name, and a name after it.
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
      if (next === undefined && isPlainWord && known(single) === null) continue;
      if (pronoun.test(between)) continue;
      // "Ruritania's foreign office said": the office, and not the state; "the $1 billion Fund announced in May" says nothing.
      const office = /['’]s$/.test(single)
        ? ofItsState.exec(between || text.slice(index + single.length))?.[1]
        : undefined;
      if (office !== undefined) {
        found.push({
          at: index,
          name: `${single.replace(/^[Tt]he\s+/, "")} ${office}`,
          id: known(`${single} ${office}`)
        });
        continue;
      }
      if (/\d[\d.,]*\s+(?:\p{Ll}+\s+)?$/u.test(text.slice(0, index))) continue;
      // "An official in Tokyo said": where somebody is says nothing.
      if (placedBy.test(text.slice(0, index)) && known(single) === null) continue;
      const leadsOn = thatFollows.test(text.slice(index + whole.length)) || nextClause.test(text.slice(0, index));
      add(index + (next ? whole.indexOf(next) : 0), next ?? single, leadsOn);
    }
    for (const { index, 1: words = "" } of text.matchAll(saidIn)) {
      const name = words.trim();
      found.push({ at: index, name, id: null, isBody: !/\s/.test(name) });
    }
    for (const { index, 1: words = "" } of text.matchAll(roleSays)) {
      const role = words.trim();
      const tokens = tokensOf(role);
      const meant = roles.find(
        ({ words: own }) => tokens.length > 1 && tokens.every((token) => own.some((word) => isSameWord(word, token)))
      );
      const [bearer] = meant ? [{ name: role, id: meant.id }] : bearerOf(role);
      if (bearer) found.push({ at: index, ...bearer });
      else if (endsInBody.test(role))
        found.push({ at: index, name: role, id: null, isBody: tokens.length === 1 && !isOffice.test(role) });
    }
    if (found.length > 0) return found;
    return [...text.matchAll(someone), ...text.matchAll(saidBySomeone)]
      .slice(0, 1)
      .map(({ index, 1: who = "" }) => ({ at: index, name: who.trim(), id: null, isUnnamed: true }));
  }

  /** Who bears a role by the text itself: "the chief executive" where it has "Chief Executive Jo Lund" elsewhere. */
  function bearerOf(role: string): ReturnType<typeof named> {
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

  /** Persons whom a text names, whether or not it has them say something there: known ones, and whoever is introduced or begins a sentence. */
  const personsIn = (words: string): Found[] => {
    const text = plain(words);
    return [...[...text.matchAll(withRole)].map(({ index, 1: name = "" }) => ({ at: index, name })), ...namesIn(text)]
      .filter(({ at }) => !ofFirm.test(text.slice(0, at)))
      .concat(surnamesIn(text))
      .flatMap(({ at, name }) =>
        named(name)
          .filter(isPerson)
          .map((who) => ({ at, ...who }))
      );
  };

  const namesIn = (text: string): { at: number; name: string }[] =>
    [...text.matchAll(fullName)]
      .filter(
        ({ index, 0: name }) =>
          (/(?:^|[.!?]\s+)$/.test(text.slice(0, index)) && !noName.test(name.replace(/\s.*$/su, ""))) ||
          speakers.some(({ id, type }) => type === "person" && id === known(name))
      )
      .map(({ index, 0: name }) => ({ at: index, name }));

  /** Surnames that begin a sentence, or follow its first word: "Belov was more hopeful", "For Sorokin it is simple". */
  const surnamesIn = (text: string): { at: number; name: string }[] =>
    [...text.matchAll(/(?:^|[.!?]["”»]?\s+)(?:\p{L}\p{Ll}*\s+)?(\p{Lu}\p{Ll}[\p{L}’'-]{2,})/gu)].flatMap(
      ({ index, 0: words, 1: surname = "" }) => {
        const name = inTheText.find((one) => bears(one, surname));
        return name === undefined ? [] : [{ at: index + words.length - surname.length, name }];
      }
    );

  function isPerson({ id, name }: Pick<Found, "id" | "name">): boolean {
    if (id !== null) return speakers.some((speaker) => speaker.id === id && speaker.type === "person");
    if (endsInBody.test(name)) return false;
    return /^\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+\p{Lu}\p{Ll}[\p{L}’'-]+){0,2}$/u.test(name);
  }

  /** The lines that one sentence runs over, joined, with the place where line `i` begins among them. */
  function blockOf(i: number): { text: string; offset: number } {
    let first = i;
    let last = i;
    while (first > 0 && /^\s*\p{Ll}/u.test(lineAt(first))) first--;
    while (/^\s*\p{Ll}/u.test(lineAt(last + 1)) && !/[.!?:]\s*$/.test(lineAt(last))) last++;
    const before = paragraphs
      .slice(first, i)
      .map((line) => `${line} `)
      .join("");
    return { text: `${before}${paragraphs.slice(i, last + 1).join(" ")}`, offset: before.length };
  }

  /** Who was named last before a place of a line, there or within three lines before: with `isWanted` only such a one. */
  function lastBefore(i: number, before: string, isWanted: (found: Found) => boolean): Found | undefined {
    for (let j = i; j >= Math.max(0, i - 3); j--) {
      const words = j === i ? before : lineAt(j);
      const list = [...namedIn(words), ...personsIn(words)]
        .filter((one) => !one.isBody && (one.id === null || !outlets.has(one.id)) && isWanted(one))
        .sort((a, b) => a.at - b.at);
      if (list.length > 0) return list.at(-1);
    }
    return undefined;
  }

  /** Whom the text names in full where they say something, or are introduced. */
  const inTheText = [
    ...new Set(
      paragraphs.flatMap((words) => {
        const introduced = [...plain(words).matchAll(withRole)].flatMap(({ 1: name = "" }) => named(name));
        return [...namedIn(words), ...introduced]
          .filter((one) => isPerson(one) && / /.test(one.name))
          .map(({ name }) => name);
      })
    )
  ];

  const putsDown = pattern(`(?<!\\p{L})(?:${lexicon.says}|${lexicon.accordingTo})(?!\\p{L})`, "iu");
  /** Lines of a list: three or more in a row that begin with the same mark, and in which nobody asks or says anything. */
  const listed = new Set<number>();
  for (let i = 0; i < paragraphs.length; i++) {
    const mark = /^\s*([—–•*-])\s/u.exec(paragraphs[i] ?? "")?.[1];
    let end = i;
    while (mark !== undefined && paragraphs[end]?.trimStart().startsWith(`${mark} `)) end++;
    const lines = paragraphs.slice(i, end);
    if (lines.length > 2 && lines.every((line) => !/\?/.test(line) && !putsDown.test(line)))
      for (let j = i; j < end; j++) listed.add(j);
    i = Math.max(i, end - 1);
  }

  return (i: number, at: number, end = at): Attribution => {
    const found = whoSays(i, at, end);
    if (found.voice !== "authorial") return found;
    const { words } = sentenceAt(lineAt(i), at);
    return putsDown.test(plain(words)) ? { ...found, isDoubtful: true } : found;
  };

  function whoSays(i: number, at: number, end: number): Attribution {
    const { text, offset } = blockOf(i);
    const place = offset + at;
    const sentences = sentencesIn(text);
    const { start: from, words } = sentenceAt(text, place);
    const isSpeech = !listed.has(i) && /^\s*(?:["“«]|[—–-]\s)/u.test(text);
    const isQuoted = isSpeech || /[“"«][^”"»]*$/.test(text.slice(from, place));
    const voice = (found: Found | undefined): Attribution => {
      if (found === undefined) return { speaker: null, name: null, voice: "authorial", chain: [] };
      const chain = namedIn(words)
        .map(({ id }) => id)
        .filter((id): id is string => id !== null && outlets.has(id) && id !== found.id);
      return {
        speaker: found.id,
        name: found.name,
        voice: isQuoted ? "quoted" : "reported",
        chain: [...new Set(chain)],
        ...(found.isUnnamed ? { isUnnamed: true } : {})
      };
    };
    const [, passive] = agent.exec(plain(text.slice(offset + end))) ?? [];
    const [doer] = passive === undefined ? [] : named(passive);
    if (doer?.id) return voice({ at: place, ...doer });
    const here = namedIn(words).filter((one) => !one.leadsOn || one.at + from <= place);
    const persons = here.filter(({ id }) => id === null || !outlets.has(id));
    const [nearest] = [...(persons.length > 0 ? persons : here)].sort(
      (a, b) => Math.abs(a.at - place + from) - Math.abs(b.at - place + from)
    );
    const isPronoun = pronounSays.test(words) || hisWords.test(words);
    const isVague = isPronoun && persons.every(({ isBody, name }) => isBody || endsInBody.test(name));
    if (nearest?.isBody && !isVague) {
      const isBody = (one: Found): boolean => !one.isUnnamed && !isPerson(one);
      const before = lastBefore(i, text.slice(0, from), isBody);
      // "The government says" where no government was named: an institution speaks, not the publication.
      return voice(before ?? (isInstitution.test(nearest.name) ? { ...nearest, isUnnamed: true } : undefined));
    }
    if (nearest && !isVague) return voice(nearest);
    const turn = turns[i];
    if (turn !== undefined && turn !== null)
      return isHost.test(turn)
        ? voice(undefined)
        : voice({ at: place, ...(named(titled(turn))[0] ?? { name: turn, id: null }) });
    const all = sentences.flatMap(({ words: sentence, start }) =>
      namedIn(sentence).map((found) => ({ ...found, at: found.at + start }))
    );
    const after = sentences.find(({ start, words: sentence }) => start > place && thisSaid.test(sentence));
    const sayer = after && namedIn(after.words)[0];
    if (sayer) return voice(sayer);
    const goesOn = isQuoted || isPronoun || (!listed.has(i) && /^\s*(?:["“«]|[—–-]\s)/u.test(words));
    if (!goesOn) return voice(undefined);
    const isMeant = isPronoun ? isPerson : () => true;
    const mentioned: Found[] = isPronoun
      ? surnamesIn(text.slice(0, place)).flatMap(({ at, name }) => named(name).map((who) => ({ at, ...who })))
      : [];
    const earlier = [...all, ...mentioned]
      .filter((one) => one.at < place && !one.isBody && isMeant(one))
      .sort((a, b) => a.at - b.at)
      .at(-1);
    return voice(earlier ?? all.find(isMeant) ?? lastBefore(i, text.slice(0, from), isMeant));
  }
}
