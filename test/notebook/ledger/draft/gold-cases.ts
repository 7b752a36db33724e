import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Article, readArticle } from "../../../../src/notebook/ledger/draft/article.ts";
import type { DraftFigure } from "../../../../src/notebook/ledger/draft/draft-figures.ts";
import { type Draft, draftSource } from "../../../../src/notebook/ledger/draft/draft-source.ts";
import type { Comparator, Ledger } from "../../../../src/notebook/ledger/schema.ts";
import { paragraphsOf } from "../../../../src/notebook/ledger/verify-text.ts";

/** What a text of the tests says of a quantity, as it was noted by hand before anything read it. */
interface GoldFigure {
  /** How the paragraph begins. */
  at: string;
  printed: string;
  low?: number;
  value?: number;
  high?: number;
  comparator?: Comparator;
  /** Two where the text leaves open whether it is an amount of a year. */
  unit: string | [string, string];
  /** Left out where nobody would record one. */
  period?: string | null;
  /** `publisher`, or part of the speaker’s name; several where more than one is right. */
  speaker: string | string[];
  /** Terms of the ledger that the sentence means; left out where it means none of them. */
  subject?: string | string[];
  metric?: string | string[];
  material?: string | string[];
}

const terms = ["subject", "metric", "material"] as const;

export interface Gold {
  text: string;
  language: string;
  publisher: string;
  date: string;
  damaged?: boolean;
  /** Words that are no part of the article. */
  absent?: string[];
  figures: GoldFigure[];
}

export interface CaseResult {
  name: string;
  gold: Gold;
  article: Article;
  draft: Draft;
  found: Map<GoldFigure, DraftFigure>;
  speakers: number;
  periods: number;
  /** How many of the terms that were noted are right, and how many were noted, of figures that were found. */
  terms: Record<(typeof terms)[number], { right: number; noted: number }>;
}

/** The one unit of the texts that is no measure: whoever writes of coffee has it in the vocabulary. */
const bags: Ledger["vocabulary"]["units"][number] = {
  id: "bags",
  label: "bags of 60 kg",
  canonical: "bags",
  factor: 1,
  dimension: "bags",
  one: "bag",
  synonyms: [],
  large: [],
  of_material: true
};

/** Drafts each text of a folder, and finds in its draft what was noted of it. */
export function goldCases(given: Ledger, folder = join(import.meta.dirname, "cases")): CaseResult[] {
  const ledger = { ...given, vocabulary: { ...given.vocabulary, units: [...given.vocabulary.units, bags] } };
  return readdirSync(folder)
    .filter((name) => name.endsWith(".gold.yaml"))
    .sort()
    .map((name) => resultOf(parse(readFileSync(join(folder, name), "utf8")) as Gold, ledger, folder));
}

function resultOf(gold: Gold, ledger: Ledger, folder: string): CaseResult {
  const article = readArticle(readFileSync(join(folder, gold.text)), gold.text);
  const { language } = article;
  const identity = { id: "case", title: null, url: null, authors: null, sha256: "0".repeat(64) };
  const draft = draftSource(article, { ...identity, publisher: gold.publisher, date: gold.date, language }, ledger);
  const factors = new Map(ledger.vocabulary.units.map(({ id, factor, canonical }) => [id, { factor, canonical }]));
  const names = new Map(
    [...ledger.speakers, ...draft.speakers].map((speaker) => [String(speaker.id), String(speaker.name)])
  );
  const lines = paragraphsOf(article.text).map(straight);
  const used = new Set<DraftFigure>();
  const found = new Map<GoldFigure, DraftFigure>();
  for (const figure of gold.figures) {
    const places = lines.flatMap((line, i) => (line.includes(straight(figure.at)) ? [i + 1] : []));
    const match = draft.figures.find(
      (one) =>
        !used.has(one) &&
        placesOf(one).some((place) => places.includes(place)) &&
        (one.comparator ?? "=") === (figure.comparator ?? "=") &&
        (figure.comparator === "unquantified"
          ? overlaps(one.printed, figure.printed)
          : [figure.unit]
              .flat()
              .some((unit) => isSameAmount(amountOf(one, factors), amountOf({ ...figure, unit }, factors))))
    );
    if (!match) continue;
    used.add(match);
    found.set(figure, match);
  }
  const speakers = [...found].filter(([{ speaker }, drafted]) =>
    [speaker]
      .flat()
      .some((one) =>
        one === "publisher"
          ? drafted.speaker === draft.source.publisher
          : (names.get(drafted.speaker) ?? "").toLowerCase().includes(one.toLowerCase())
      )
  ).length;
  const termsRight = Object.fromEntries(
    terms.map((term) => {
      const noted = [...found].filter(([figure]) => figure[term] !== undefined);
      const right = noted.filter(([figure, drafted]) => [figure[term]].flat().includes(drafted[term]));
      return [term, { right: right.length, noted: noted.length }];
    })
  ) as CaseResult["terms"];
  const periods = [...found].filter(([{ period }, drafted]) => period === undefined || period === drafted.period);
  return { name: gold.text, gold, article, draft, found, speakers, periods: periods.length, terms: termsRight };
}

const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, " ");

const placesOf = ({ paragraph, also = [] }: DraftFigure): number[] => [
  paragraph,
  ...also.map((place) => (typeof place === "number" ? place : place.paragraph))
];

const overlaps = (a: string, b: string): boolean => a.includes(b.slice(0, 10)) || b.includes(a.slice(0, 10));

/** Units that the vocabulary may lack, in one that the notes are in. */
const unitless = new Set(["1", "times", "rank"]);
const scales: Readonly<Record<string, [number, string]>> = { kt: [1e3, "t"], Mt: [1e6, "t"], TWh: [1e3, "GWh"] };

function amountOf(
  {
    low,
    value,
    high,
    unit
  }: { low?: number | undefined; value?: number | undefined; high?: number | undefined; unit: string },
  factors: ReadonlyMap<string, { factor: number; canonical: string }>
): { ends: (number | undefined)[]; unit: string } {
  const known = factors.get(unit);
  const [factor, sign] = known ? [known.factor, known.canonical] : (scales[unit] ?? [1, unit]);
  return { ends: [low, value, high].map((end) => end && end * factor), unit: unitless.has(sign) ? "1" : sign };
}

const isSameAmount = (a: ReturnType<typeof amountOf>, b: ReturnType<typeof amountOf>): boolean =>
  a.unit === b.unit &&
  a.ends.every((end, i) => {
    const other = b.ends[i];
    return end === undefined || other === undefined ? end === other : Math.abs(end - other) <= 1e-3 * Math.abs(other);
  });
