import { exact } from "../amounts.ts";
import type { Ledger, Place, TextFigure } from "../schema.ts";
import type { Expression } from "../text/expression.ts";
import { expressionFinder } from "../text/expressions.ts";
import { lexiconOf } from "../text/lexicons.ts";
import { countableNumbers } from "../text/numbers.ts";
import { wordsOfUnits } from "../text/units.ts";
import { paragraphsOf } from "../verify-text.ts";
import type { Article } from "./article.ts";
import { type Attribution, attributionFinder } from "./attribution.ts";
import { slugOf } from "./names.ts";
import { sentenceAt, sentencesIn } from "./sentences.ts";
import { publisherOf, stubSpeaker } from "./stubs.ts";
import { termFinder } from "./terms.ts";

/** What is known of an article besides its text: said on the command line, else found in the file, else guessed. */
export interface Identity {
  id: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  date: string | null;
  authors: string[] | null;
  language: string;
  sha256: string;
}

/** A draft of a ledger file. What is in `review` is a guess, and no build takes it before somebody has looked at it. */
export interface Draft {
  source: Record<string, unknown>;
  figures: DraftFigure[];
  positions: Record<string, unknown>[];
  left_out: { paragraph: number; printed?: string; reason: string }[];
  speakers: Record<string, unknown>[];
  places: Record<string, unknown>[];
}

export type DraftFigure = Omit<TextFigure, "basis" | "material" | "form"> & { material: string; review: string[] };

type Known = Pick<Ledger, "vocabulary" | "speakers" | "places"> & { sources?: Ledger["sources"] };

/** Drafts a publication's ledger file from its article: each statement of a quantity a record, each guess marked. */
export function draftSource(article: Article, identity: Identity, known: Known): Draft {
  const lexicon = lexiconOf(article.language);
  const paragraphs = paragraphsOf(article.text).map((words) =>
    article.damagedCharacter ? words.replaceAll(article.damagedCharacter, "'") : words
  );
  const skipped = new Set([...article.outside, ...article.copies].map(({ paragraph }) => paragraph));
  const find = expressionFinder(lexicon, wordsOfUnits(known.vocabulary.units));
  const attribute = attributionFinder(lexicon, known.speakers, paragraphs);
  const year = identity.date === null ? null : Number(identity.date.slice(0, 4));
  const terms = termFinder(lexicon, known, year);
  const anywhere = known.places[0]?.id ?? world.id;
  const whole = paragraphs.filter((_, i) => !skipped.has(i + 1)).join("\n");
  const context = { subject: terms.topSubject(whole), material: terms.topMaterial(whole) };
  const stubs = new Map<string, Record<string, unknown>>();
  const publisher = publisherOf(identity.publisher, known.speakers, stubs, known);

  const ownName = slugOf(identity.publisher ?? "publisher");
  const speakerOf = ({ speaker, name, isUnnamed }: Attribution): { id: string; isGuess: boolean } => {
    if (speaker !== null) return { id: speaker, isGuess: false };
    if (name === null || slugOf(name) === ownName) return { id: publisher, isGuess: false };
    return { id: stubSpeaker(name, stubs, known, whole, lexicon, isUnnamed), isGuess: true };
  };

  const figures: DraftFigure[] = [];
  const seen = new Map<string, DraftFigure>();
  const covered = paragraphs.map(() => [] as Expression[]);
  paragraphs.forEach((text, i) => {
    if (skipped.has(i + 1)) return;
    for (const stated of find(text)) {
      // Terms are looked for in the sentence alone, speakers around it too.
      const { start: from, words } = sentenceAt(text, stated.start);
      const own = stated.per ?? terms.pricedPer({ ...stated, start: stated.start - from }, words);
      const per = own ?? pricedAs(stated, i);
      const expression = { ...stated, per };
      const isHeading =
        (expression.vague !== undefined || (expression.unit === "1" && expression.scale === 1)) &&
        !/[.!?:”"»)]\s*$/.test(text) &&
        text.split(/\s+/).length < 9 &&
        !/^\s*\p{Ll}/u.test(paragraphs[i + 1] ?? "");
      if (isHeading) continue;
      covered[i]?.push(expression);
      const inSentence = { ...expression, start: expression.start - from, end: expression.end - from };
      // What a sentence is about and does not name again was named in those before it, or in the question that it answers.
      const asked = /\?\s*$/.test(paragraphs[i - 1] ?? "") ? `${paragraphs[i - 1]} ` : "";
      const told = asked + text.slice(0, from);
      const earlier = terms.onlySubject(told);
      const found = terms.find(inSentence, words, {
        subject: earlier ?? context.subject,
        material: terms.lastMaterial(told) ?? context.material,
        earlier: earlier ?? terms.onlySubject(paragraphs[i - 1] ?? ""),
        isPriced: per !== own
      });
      const who = attribute(i, expression.start, expression.end);
      const { id: speaker, isGuess } = speakerOf(who);
      const divide = (x: number | undefined): number | undefined =>
        x === undefined ? undefined : exact((expression.unit === "fraction" ? x * 100 : x) / found.divisor);
      const amounts = { low: divide(expression.low), value: divide(expression.value), high: divide(expression.high) };
      // A number printed again is the same statement in another place.
      // Whatever is counted twice by the same small number need not be the same.
      const isMeasured = !/^(?:1|times|occasions|rank|fraction)$/.test(expression.unit ?? "");
      const key = expression.vague
        ? expression.printed.toLowerCase()
        : [
            ...[expression.low, expression.value, expression.high, expression.comparator, expression.unit],
            ...(isMeasured ? [] : [expression.scale, found.metric ?? i, found.subject])
          ].join(" ");
      const again = seen.get(key);
      const isSmallCount = expression.unit === "1" && expression.scale === 1;
      if (again && !isSmallCount && again.paragraph !== i + 1) {
        again.also = [
          ...(again.also ?? []),
          again.printed === expression.printed ? i + 1 : { paragraph: i + 1, printed: expression.printed }
        ];
        continue;
      }
      // Kilometres where nothing is counted in them are no amount of what is counted most.
      const metric = found.metric ?? noMetric;
      const subject = found.subject ?? anywhere;
      const figure: DraftFigure = {
        id: `${identity.id}.${[metric, subject].filter(Boolean).join("-")}`,
        paragraph: i + 1,
        printed: expression.printed,
        metric,
        subject,
        material: found.material,
        ...(amounts.low === undefined ? {} : { low: amounts.low }),
        ...(amounts.value === undefined ? {} : { value: amounts.value }),
        ...(amounts.high === undefined ? {} : { high: amounts.high }),
        ...(expression.comparator === "=" ? {} : { comparator: expression.comparator }),
        unit: unitOf(expression, found.unit),
        period: found.period,
        status: found.status,
        speaker,
        chain: who.chain.filter((id) => id !== publisher),
        voice: who.voice,
        says: says(known, { metric, subject, printed: expression.printed, status: found.status }),
        review: [
          ...found.guessed,
          ...(isGuess || who.voice !== "authorial" || who.isDoubtful ? ["speaker"] : []),
          "says"
        ]
      };
      figures.push(figure);
      seen.set(key, figure);
    }
  });
  numberIds(figures);

  const authors = identity.authors ?? article.authors;
  const url = identity.url ?? article.url;
  return {
    source: {
      id: identity.id,
      title: identity.title ?? article.title,
      ...((identity.title ?? article.title) === null
        ? { title_supplied: "A working title: say what the article is about" }
        : {}),
      publisher,
      kind: known.speakers.find(({ id }) => id === publisher)?.kind ?? stubs.get(publisher)?.kind,
      language: identity.language,
      ...(authors ? { authors } : {}),
      published: publishedOf(identity, article),
      ...(url ? { url } : {}),
      text_sha256: identity.sha256,
      ...(article.notes.length > 0 ? { text_note: article.notes.join(" ") } : {}),
      ...(article.damagedCharacter ? { damaged_character: article.damagedCharacter } : {}),
      ...(article.copies.length > 0
        ? { duplicates: article.copies.map((copy) => ({ ...copy, reason: "Repeats them." })) }
        : {}),
      review: ["publisher", "kind", "published", ...(article.title === null ? ["title"] : [])]
    },
    figures,
    positions: draftPositions(),
    left_out: leftOut(),
    speakers: [...stubs.values()],
    places: known.places.length > 0 ? [] : [world]
  };

  /** What an amount of money is the price of by another one shortly before it: "$410 a tonne … he needs $550". */
  function pricedAs({ unit, start, value, low, high, scale }: Expression, paragraph: number): string | null {
    const amountOf = (one: Pick<Expression, "low" | "value" | "high">): number => one.value ?? one.low ?? one.high ?? 0;
    const before = [
      ...(covered[paragraph - 1] ?? []),
      ...(covered[paragraph] ?? []).filter((one) => one.start < start)
    ];
    const priced = before.filter((one) => one.per !== null && one.unit === unit).at(-1);
    const ratio = priced ? amountOf({ low, value, high } as Expression) / amountOf(priced) : 0;
    return priced && unit !== null && scale < 1e6 && ratio > 0.1 && ratio < 10 ? priced.per : null;
  }

  /** Statements that are put down to somebody and give no number: a claim to be read, put into our words and judged. */
  function draftPositions(): Record<string, unknown>[] {
    const topic = known.vocabulary.topics[0]?.id;
    if (topic === undefined) return [];
    const topics = termFinder(
      lexicon,
      {
        ...known,
        vocabulary: { ...known.vocabulary, materials: known.vocabulary.topics.map((one) => ({ ...one, forms: [] })) }
      },
      year
    );
    const drafted: Record<string, unknown>[] = [];
    paragraphs.forEach((text, i) => {
      if (skipped.has(i + 1)) return;
      const heard = new Set<string>();
      for (const { start, end, words } of sentencesIn(text)) {
        if (covered[i]?.some((one) => start <= one.start && one.start < end)) continue;
        const who = attribute(i, start);
        // "The minister said:" alone leads to the next paragraph.
        if (who.voice === "authorial" || (/:\s*$/.test(words) && words.split(/\s+/).length < 15)) continue;
        const { id: speaker } = speakerOf(who);
        // What one speaker says in a paragraph is one position.
        if (heard.has(speaker)) continue;
        heard.add(speaker);
        drafted.push({
          id: `${identity.id}.${slugOf(speaker)}-${i + 1}`,
          paragraph: i + 1,
          speaker,
          chain: who.chain.filter((id) => id !== publisher),
          topic: topics.topMaterial(words) ?? topics.topMaterial(text) ?? topic,
          subject: terms.onlySubject(words) ?? context.subject ?? anywhere,
          stance: "describes",
          voice: who.voice,
          paraphrase: "To be put into our words.",
          review: ["speaker", "topic", "subject", "stance", "paraphrase"]
        });
      }
    });
    return drafted;
  }

  /** What stands outside the article, and numbers of the text that are no statement of a quantity. */
  function leftOut(): Draft["left_out"] {
    const countable = (text: string) => countableNumbers(text, article.language);
    return paragraphs.flatMap((text, i) => {
      if (skipped.has(i + 1))
        return countable(text).length > 0 ? article.outside.filter(({ paragraph }) => paragraph === i + 1) : [];
      const seenHere = new Set<string>();
      return countable(text)
        .filter(({ start, end }) => !covered[i]?.some((one) => one.start <= start && end <= one.end))
        .map(({ start, end }) => text.slice(start, end))
        .filter((printed) => !seenHere.has(printed) && seenHere.add(printed))
        .map((printed) => ({
          paragraph: i + 1,
          printed,
          reason: /^(?:1[5-9]|20)\d\d$/.test(printed) ? "A year." : "A date, a name or an address, no quantity."
        }));
    });
  }
}

/** With which a ledger that has no place yet begins. */
const world = { id: "world", name: "World", type: "world" } satisfies Partial<Place>;

/** Stands where the vocabulary has no metric for what is measured so, until somebody adds one or leaves the figure out. */
export const noMetric = "unknown";

/** The unit as the vocabulary has it, else as the text does. */
function unitOf({ unit, perYear, per }: Expression, known: string | null): string {
  if (known !== null) return known;
  if (unit === "fraction") return "%";
  if (unit === null || /^(?:times|occasions|rank)$/.test(unit)) return "1";
  return `${unit}${perYear ? "/yr" : per ? `/${per}` : ""}`;
}

function publishedOf({ date }: Identity, article: Article): Record<string, unknown> {
  const found = date ?? article.date;
  if (found === null)
    return {
      date: "1900",
      precision: "year",
      qualifier: "inferred",
      reason: "No date was found: say when it appeared."
    };
  const precision = found.length === 10 ? "day" : found.length === 7 ? "month" : "year";
  return { date: found, precision, qualifier: "exact" };
}

/** How a sentence says that what it tells is no plain fact. */
const told: Partial<Record<DraftFigure["status"], string>> = {
  forecast: ", as expected",
  target: ", as planned",
  estimate: ", as estimated"
};

/** The record in a plain sentence of ours, to be said better by whoever reviews it. */
function says(
  { vocabulary, places }: Known,
  { metric, subject, printed, status }: Pick<DraftFigure, "metric" | "subject" | "printed" | "status">
): string {
  const label = vocabulary.metrics.find(({ id }) => id === metric)?.label ?? metric;
  const name = places.find(({ id }) => id === subject)?.name ?? subject;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}, ${name}${told[status] ?? ""}: ${printed}.`;
}

function numberIds(figures: DraftFigure[]): void {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const count = (counts.get(figure.id) ?? 0) + 1;
    counts.set(figure.id, count);
    if (count > 1) figure.id = `${figure.id}-${count}`;
  }
}
