import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle } from "../../src/notebook/ledger/draft/article.ts";
import type { DraftFigure } from "../../src/notebook/ledger/draft/draft-figures.ts";
import { draftSource } from "../../src/notebook/ledger/draft/draft-source.ts";
import { readLedger } from "../../src/notebook/ledger/read-ledger.ts";
import type { Ledger, Quantity, Source } from "../../src/notebook/ledger/schema.ts";
import { goldCases } from "../notebook/ledger/draft/gold-cases.ts";

/** How the drafts of a text compare with what was recorded of it by hand. */
interface Compared {
  id: string;
  recorded: number;
  drafted: number;
  /** Records that a draft has with the right amount, unit and comparator. */
  found: number;
  /** Of those, how many have each of the other fields right. */
  right: Record<"metric" | "subject" | "material" | "speaker" | "status" | "period", number>;
}

/**
 * Drafts each source whose text lies in a folder, and holds the drafts against the ledger, as a table. A folder that is
 * missing is said, and measures nothing.
 */
export function measureIngest(root: string, folder: string): string {
  const ledger = readLedger(root);
  const unseen = `Texts of the tests, against what was noted of them by hand:\n${casesTable(ledger)}`;
  if (!existsSync(folder))
    return `${unseen}\nskipped: there is no folder ${folder} with the texts; name it with --texts DIR`;
  const texts = new Map(
    readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return [createHash("sha256").update(bytes).digest("hex"), { name, bytes }];
    })
  );
  const factors = new Map(ledger.vocabulary.units.map(({ id, factor }) => [id, factor]));
  const compared = ledger.sources.flatMap((source): Compared[] => {
    const text = source.text_sha256 === null ? undefined : texts.get(source.text_sha256);
    if (!text) return [];
    const article = readArticle(text.bytes, text.name);
    const draft = draftSource(article, { ...identityOf(source), language: article.language }, ledger);
    return [compare(source, draft.figures, factors)];
  });
  if (compared.length === 0) return `${unseen}\nskipped: no file in ${folder} has the hash of a source`;
  return `${unseen}\n\nTexts of the ledger, against its records:\n${tableOf(compared)}`;
}

const identityOf = ({ id, publisher, published, text_sha256 }: Source) => ({
  id,
  title: null,
  publisher,
  url: null,
  date: published.date,
  authors: null,
  sha256: text_sha256 ?? ""
});

function compare(source: Source, drafts: readonly DraftFigure[], factors: ReadonlyMap<string, number>): Compared {
  const amountOf = ({ low, value, high, unit }: Pick<Quantity, "low" | "value" | "high" | "unit">): string =>
    [low, value, high]
      .map((x) => (x === undefined ? "" : Number((x * (factors.get(unit) ?? 1)).toPrecision(10))))
      .join(" ");
  const placesOf = ({ paragraph, also = [] }: Pick<Quantity, "paragraph" | "also">): (number | null)[] => [
    paragraph,
    ...also.map((place) => (typeof place === "number" ? place : place.paragraph))
  ];
  const begins = (a: string, b: string): boolean => a.includes(b.slice(0, 12)) || b.includes(a.slice(0, 12));
  const used = new Set<DraftFigure>();
  const right = { metric: 0, subject: 0, material: 0, speaker: 0, status: 0, period: 0 };
  for (const figure of source.figures) {
    const places = placesOf(figure);
    const draft = drafts.find(
      (one) =>
        !used.has(one) &&
        placesOf(one).some((place) => places.includes(place)) &&
        (one.comparator ?? "=") === (figure.comparator ?? "=") &&
        (figure.comparator === "unquantified"
          ? begins(one.printed, figure.printed)
          : amountOf(one) === amountOf(figure) &&
            factors.get(one.unit) !== undefined &&
            dimensionOf(one) === dimensionOf(figure))
    );
    if (!draft) continue;
    used.add(draft);
    // What an outlet says itself may be recorded as its authors': the draft cannot know them.
    const speaker = draft.speaker === source.publisher ? source.author_speaker : draft.speaker;
    for (const field of Object.keys(right) as (keyof typeof right)[])
      if ((field === "speaker" ? speaker : draft[field]) === figure[field]) right[field]++;
  }
  return { id: source.id, recorded: source.figures.length, drafted: drafts.length, found: used.size, right };
}

/** Whether an amount is one of a year: "10 kt/yr" and "10,000 t/yr" alike. */
const dimensionOf = ({ unit }: { unit: string }): string =>
  /\/yr$/.test(unit) ? "a year" : unit.replace(/^[kM]t$/, "t");

function casesTable(ledger: Ledger): string {
  const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
  const rows = goldCases(ledger).map(({ name, gold: { figures }, draft, found, speakers, terms }) => [
    name,
    String(figures.length),
    percent(found.size, figures.length),
    String(draft.figures.length),
    percent(found.size, draft.figures.length),
    percent(speakers, figures.length),
    terms.subject.noted === 0 ? "" : percent(terms.subject.right, terms.subject.noted)
  ]);
  return lined([["text", "noted", "drafted right", "drafts", "worth keeping", "speaker", "subject"], ...rows]);
}

const lined = (rows: readonly string[][]): string =>
  rows.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(14))).join("")).join("\n");

function tableOf(compared: readonly Compared[]): string {
  const fields = ["speaker", "metric", "subject", "material", "status", "period"] as const;
  const sum = (of: (one: Compared) => number): number => compared.reduce((total, one) => total + of(one), 0);
  const all: Compared = {
    id: "all",
    recorded: sum(({ recorded }) => recorded),
    drafted: sum(({ drafted }) => drafted),
    found: sum(({ found }) => found),
    right: Object.fromEntries(fields.map((field) => [field, sum(({ right }) => right[field])])) as Compared["right"]
  };
  const percent = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(whole, 1))} %`;
  const rows = [...compared, all].map(({ id, recorded, drafted, found, right }) => [
    id,
    String(recorded),
    percent(found, recorded),
    String(drafted),
    percent(found, drafted),
    ...fields.map((field) => percent(right[field], recorded))
  ]);
  const head = ["text", "recorded", "drafted right", "drafts", "worth keeping", ...fields];
  return lined([head, ...rows]);
}
