import type { Comparator } from "../schema.ts";

/** A word or phrase as the source of a regular expression, and what it means. Longer phrases stand before their parts. */
export type Meaning<T> = readonly (readonly [pattern: string, meaning: T])[];

/** What a phrase without a number says of a quantity: how large, how many times, which place. */
export type Vague = "amount" | "multiple" | "rank" | "count" | "span" | "money";

/** What a language has for who says something. */
export interface Speech {
  /** Verbs and phrases that lead from a statement to the one who made it. */
  accordingTo: string;
  says: string;
  /** Verbs after which a name is who was told, and not who said it. */
  tells: string;
  /** After a name and an office: that more is told of them. */
  relative: string;
  /** What stands before a verb of saying that its subject follows. */
  beforeSays: string;
  /** A sentence that begins so says who made the statements before it. */
  thisSaid: string;
  /** "In his words": a statement of the one who spoke before. */
  hisWords: string;
  /** After a verb of saying: that what was said comes next. */
  thatFollows: string;
  /** Before a name that says where somebody is. */
  placedBy: string;
  /** Before a name that says whose somebody is: of a firm, at a bank. */
  ofFirm: string;
  /** Words that begin a sentence before a name and are no part of it. */
  adverbs: string;
  /** After a name: that others wrote with its bearer. */
  colleagues: string;
  /** Nouns before the name of an outlet. */
  outletNouns: string;
  /** Somebody who is not named; the first group holds what they are. */
  someone: string;
  /** Nouns for those who say something without a name. */
  bodies: string;
  /** Of these, those that speak for themselves: a government, and no report. */
  institutions: string;
  /** After a noun for a body, in small letters: of what it is one; and an adjective of such a name. */
  ofWhat: string;
  adjective: string;
  /** Several of a kind who say something, in the first group, with the verb: "unions say". */
  many: readonly string[];
  /** Verbs of saying that mean nothing else, whoever is their subject. */
  surelySays: string;
  /** Whether nouns have cases, so that what stands after one may say whose it is. */
  hasCases: boolean;
  /** The dashes that may open what somebody says, and not only a line of a list. */
  speechDash: string;
  /** Nouns by which a firm is called again, and by which an authority is. */
  firmNouns: string;
  stateNouns: string;
  /** Names of firms, by a mark of them (a first group holds what is in quotation marks), and of authorities in one word. */
  firmNames: string;
  stateNames: string;
  /** Before a verb of saying, what stands for the organisation that was spoken of. */
  itself: string;
  /** Before a surname, out of courtesy. */
  courtesy: string;
  /** What a person is called by before the name. */
  titles: string;
  /** Those among them that are one person. */
  offices: string;
  /** Whoever asks the questions of a transcript, for the publication itself. */
  host: string;
  /** Whoever answers, where the labels say no more. */
  guest: string;
  /** Pronouns that stand for the one who spoke before. */
  pronouns: string;
  /** Those of them that may stand for an organisation, or for several people. */
  pronounsOfMany: string;
  /** Before the agent of a passive: "estimated at 3.8 million by". */
  by: string;
}

/** What a language has for numbers, units, and the words around them. A new language is one more of these. */
export interface Lexicon extends Speech {
  language: string;
  /** What parts whole from fraction in numerals; the other of comma and point groups digits. */
  decimal: "." | ",";
  /** Cardinals below a hundred and in hundreds; those that follow each other are added up. */
  cardinals: Meaning<number>;
  scales: Meaning<number>;
  /** Before a number below zero; after a temperature, that it is below zero. */
  minus: string;
  belowZero: string;
  ordinals: Meaning<number>;
  /** What makes an ordinal of a numeral: "th", «-й». */
  ordinalEndings: string;
  /** Before an ordinal that is a share: "every", «каждый». */
  every: string;
  /** Between hundreds and what is added to them. */
  and: string;
  /** After a number, a half more. */
  andHalf: string;
  /** Numbers that are written as one word with what they count: «пол» of «полгода». */
  glued: Meaning<number>;
  /** What turns an ordinal into a rank: "largest", "place". */
  rankNouns: string;
  /** What stands before an ordinal that is a rank: "came". */
  rankVerbs: string;
  fractions: Meaning<number>;
  /** Numbers that count people, whether or not a noun follows. */
  people: string;
  /** Verbs and adverbs that are a multiple: doubled, вдвое. */
  multiples: Meaning<number>;
  /** What stands after a number that is a multiple: times, -fold. */
  times: string;
  /** Those of them, and of the multiples, that may as well say how often something happened: "three times", "twice". */
  often: string;
  /** After and before such a word: that it multiplies after all. */
  multiplies: string;
  multiplied: string;
  /** What stands before a number that is a multiple, or nothing: "в 2,5 раза". */
  before: Meaning<Comparator>;
  after: Meaning<Comparator>;
  /** What multiples are never meant exactly. */
  magnitude: string;
  /** What opens an interval, what of that says where a change begins whatever the verb, and what stands between its ends. */
  range: { opens: string; leaves: string; to: string; and: string; or: string };
  /** Between the parts of "four out of five", and of "12 of the 31". */
  outOf: string;
  of: string;
  /** Between the sides of a ratio: "2.3 to 1". */
  against: string;
  /** After a number that counts the same as the one before: "of these". */
  ofThem: string;
  /** After a share: that it is a part of a whole, and which. */
  ofWhole: string;
  /** Between a fraction and the one thing that it is a part of: "half a tonne". */
  ofOne: string;
  /** Words for units, by the sign of the unit that they mean. */
  units: Meaning<string>;
  /** After an amount: that it is one of a year. */
  perYear: string;
  /** Before an amount, an adjective to the same effect. */
  annual: string;
  /** Between an amount and the unit that it is divided by: "per", "a", "за". */
  per: string;
  /**
   * Between an amount and a noun that it is divided by although no unit: "per box", after money also "a box", «за билет»; and
   * what such a noun is.
   */
  perNoun: { any: string; ofMoney: string; isNoun: string };
  /** Nouns that before a number say that it is about so many: «человек двадцать». */
  approximated: string;
  /** What may stand between the two: «раза в три». */
  roughly: string;
  /** Before a number that is held against the one before it, in whose unit it is: "up from", «против». */
  contrasts: string;
  /** Before a number that has no unit: "ratio", «индекс». */
  unitless: string;
  /** Before a number of things that are counted, and not measured: "as many as". */
  countsThings: string;
  /** Before and after a number that is an hour of the clock. */
  clock: { before: string; after: string };
  /** Before a part that is not reached: «не выбрал и половины». */
  notEven: string;
  /** Before a number that something else is counted per, whatever stands before it: "per 100,000", "for every". */
  denominates: string;
  /** The same where a number stands before it. */
  perMany: string;
  /** Words that lead to a limit, or to where something arrives that a verb of change stands before. */
  leadsTo: string;
  arrives: string;
  /** Before an amount by which something changes, and not to which: "by 45,000 to 121,000". */
  differs: string;
  /** Verbs that by how much something changes follows at once, besides those above: "gained $3 to $40". */
  moves: string;
  /** Before "about" or the like where it names what is spoken of. */
  speaksOf: string;
  /** Ten years in one word: "a decade". */
  decade: string;
  /** After a span of time that says how long ago something was, and before one in which something else happens. */
  ago: string;
  spans: string;
  /** One, where a comparator stands before and a unit after: "more than a year". */
  oneUnit: string;
  /** Before a span of time: in what time something is done, unless words of `lasts` stand before it and it sets a limit. */
  during: string;
  lasts: string;
  /** Verbs by which a span of time is itself what is told: "pays back in six years". */
  takesTime: string;
  /** After and before a number that is somebody’s age. */
  age: string;
  aged: string;
  /** After a per cent that is a level of confidence. */
  confidence: string;
  /** Before a number that is a name: "room", "page". */
  numbered: string;
  /** Words that name nothing: a number before one says not what it counts. */
  function: string;
  /** Nouns of what is counted in time by year although "a year" is left unsaid: output, demand. */
  flows: string;
  months: string;
  /** The year of publication, and the one before. */
  thisYear: string;
  lastYear: string;
  /** Before a year that dates something. */
  dated: string;
  byYear: string;
  vague: Meaning<Vague>;
  /** Between clauses that stand side by side. */
  joins: string;
  /** Verbs by which a thing has a price: "a kilogram costs". */
  costs: string;
  /** Before a sum whose currency is left unsaid: "it will cost". */
  paid: string;
  /** What a text names where ¥ means yen, and where yuan. */
  yen: string;
  yuan: string;
  /** Before a place that a statement is not about: "from abroad", "outside the country". */
  apart: string;
  /** A country that was named before. */
  theCountry: string;
  /** Offices of a state, besides institutions: what they say need not be of their own country. */
  agencies: string;
  /** Before a place that a statement leaves out or is held against: "anyone but", "behind". */
  excluded: string;
  forecast: string;
  target: string;
  /** What can be said only of what is to come; words of a forecast or a target may mean something else. */
  ahead: string;
  /** What may be said of what is to come, or of what is. */
  maybeAhead: string;
  estimate: string;
  capacity: string;
}
