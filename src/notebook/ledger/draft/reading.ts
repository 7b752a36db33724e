import type { Ledger } from "../schema.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { lexiconOf } from "../text/lexicons.ts";
import { paragraphsOf } from "../verify-text.ts";
import type { Article } from "./article.ts";
import { type Attribution, attributionFinder } from "./attribution.ts";
import { draftSpeakers } from "./draft-speakers.ts";
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

/** What of a ledger an article is read with. */
export type Known = Pick<Ledger, "vocabulary" | "speakers" | "places"> & { sources?: Ledger["sources"] };

/** Who says something in an article, as records have it. */
interface Said {
  speaker: string;
  chain: string[];
  voice: Attribution["voice"];
  isGuess: boolean;
}

/** An article in the terms of a ledger: what its figures and positions are drafted from. */
export interface Reading {
  /** The id of its source. */
  id: string;
  paragraphs: readonly string[];
  lexicon: Lexicon;
  known: Known;
  /** Whether a paragraph stands outside the article, or is a copy of others; paragraphs are counted from 0 here. */
  isOutside(i: number): boolean;
  terms: ReturnType<typeof termFinder>;
  /** What the article is about; null where it does not say. */
  subject: string | null;
  material: string | null;
  /** Who has said the words at a place of a paragraph. */
  sayer(i: number, start: number, end?: number): Said;
  publisher: string;
  /** The speakers whom the ledger does not know, by their ids: those found so far. */
  stubs: ReadonlyMap<string, Record<string, unknown>>;
}

export function readingOf(article: Article, identity: Identity, known: Known): Reading {
  const lexicon = lexiconOf(article.language);
  const paragraphs = paragraphsOf(article.text).map((words) =>
    article.damagedCharacter ? words.replaceAll(article.damagedCharacter, "'") : words
  );
  const outside = new Set([...article.outside, ...article.copies].map(({ paragraph }) => paragraph));
  const isOutside = (i: number): boolean => outside.has(i + 1);
  const whole = paragraphs.filter((_, i) => !isOutside(i)).join("\n");
  const terms = termFinder(lexicon, known, identity.date === null ? null : Number(identity.date.slice(0, 4)));
  const attribute = attributionFinder(lexicon, known.speakers, paragraphs, identity.publisher);
  const { publisher, stubs, recordOf } = draftSpeakers(identity.publisher, known, whole, lexicon);
  return {
    id: identity.id,
    paragraphs,
    lexicon,
    known,
    isOutside,
    terms,
    subject: terms.topSubject(whole),
    material: terms.topMaterial(whole),
    sayer(i, start, end) {
      const who = attribute(i, start, end);
      const { id, isGuess } = recordOf(who);
      return {
        speaker: id,
        chain: who.chain.filter((outlet) => outlet !== publisher),
        voice: who.voice,
        isGuess: isGuess || who.voice !== "authorial" || who.isDoubtful === true
      };
    },
    publisher,
    stubs
  };
}
