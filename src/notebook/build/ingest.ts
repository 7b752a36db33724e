import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { stringify } from "yaml";
import { type Article, readArticle } from "../ledger/draft/article.ts";
import { noMetric } from "../ledger/draft/draft-figures.ts";
import { type Draft, draftSource } from "../ledger/draft/draft-source.ts";
import { slugOf } from "../ledger/draft/names.ts";
import { InputError } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { ledgerFolder, readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { isUnderstood } from "../ledger/text/lexicons.ts";
import { unitToAdd } from "../ledger/unit-to-add.ts";
import { appendRecords } from "./append-records.ts";
import { counted, refuse } from "./command.ts";
import { givenDate, givenId, givenUrl } from "./given-values.ts";
import { ingestRelease } from "./ingest-release.ts";

interface Given
  extends Partial<
    Record<
      "id" | "title" | "publisher" | "url" | "date" | "text" | "release" | "after" | "edition" | "sheet",
      string | undefined
    >
  > {
  author?: string[] | undefined;
}

/** Options that say something of an article alone, and of a release’s data file alone. */
const ofArticles = ["title", "publisher", "author", "text"] as const;
const ofReleases = ["after", "edition", "sheet"] as const;

/** Drafts the ledger file of an article: `data/ledger/<id>.yaml`, with what is a guess marked for review. */
export default async function ingest(said: Given, [file, surplus]: readonly string[]): Promise<void> {
  if (surplus !== undefined) refuse(surplus, "is one file too many", "name one: npm run ingest -- FILE");
  if (said.date !== undefined) givenDate("--date", said.date);
  if (said.url !== undefined) givenUrl("--url", said.url);
  if (said.id !== undefined) givenId("--id", said.id);
  const isRelease = said.release !== undefined;
  const stray = (isRelease ? ofArticles : ofReleases).find((option) => said[option] !== undefined);
  if (stray)
    refuse(
      `--${stray}`,
      isRelease ? "does not go with --release" : "goes with --release alone",
      "leave it out, or see npm run ingest -- --help"
    );
  if (said.release !== undefined) {
    if (file !== undefined) refuse(file, "is one file too many", "name the data file alone: --release FILE");
    if (!existsSync(said.release))
      refuse(said.release, "there is no such file", "name the release’s data file: --release FILE");
    if (said.id === undefined) refuse("--id", "is missing", "name the release whose file this is: --id ID");
    const { id, after, edition, date, url, sheet } = said;
    const told = await ingestRelease(".", said.release, { id, after, edition, date, url, sheet });
    for (const line of told) console.log(line);
    return;
  }
  if (file === undefined || !existsSync(file))
    refuse(
      file ?? "FILE",
      file ? "there is no such file" : "is missing",
      "name the article’s file: npm run ingest -- FILE"
    );
  const parsed = parseLedger(readLedgerFiles("."));
  if (parsed.faults.length > 0) throw new InputError(parsed.faults);

  const bytes = readFileSync(file);
  const article = readArticle(bytes, basename(file));
  const id = said.id ?? slugOf(said.publisher ?? basename(file, extname(file)));
  const target = `${ledgerFolder}/${id}.yaml`;
  if (existsSync(target)) refuse(target, "is there already", "give another id with --id, or move the file away first");
  const text = keptText(article, file, said.text);
  const draft = draftSource(
    article,
    {
      id,
      title: said.title ?? null,
      publisher: said.publisher ?? article.publisher,
      url: said.url ?? article.url,
      date: said.date ?? article.date,
      authors: said.author ?? article.authors,
      language: article.language,
      sha256: createHash("sha256")
        .update(text.bytes ?? bytes)
        .digest("hex")
    },
    parsed.ledger
  );
  if (text.bytes) writeFileSync(text.path, text.bytes);
  writeFileSync(target, fileOf(draft));
  appendRecords("speakers", draft.speakers);
  appendRecords("places", draft.places);
  report(target, id, file, draft, article, text.bytes ? text.path : null, parsed.ledger.vocabulary.units);
}

/** Where the text of an article is kept that is no plain text itself, so that `verify` finds its paragraphs. */
function keptText(article: Article, file: string, wanted: string | undefined): { path: string; bytes: Buffer | null } {
  const path = wanted ?? `${file.slice(0, file.length - extname(file).length)}.txt`;
  if (!article.isExtracted) return { path: file, bytes: null };
  const bytes = Buffer.from(`${article.text}\n`);
  if (existsSync(path) && !readFileSync(path).equals(bytes))
    refuse(path, "is there already and holds another text", "say where the article’s text is to be kept: --text FILE");
  return { path, bytes };
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 118, aliasDuplicateObjects: false });
}

function fileOf({ source, figures, positions, left_out }: Draft): string {
  const lists = { figures, positions, left_out };
  const parts = Object.entries(lists).flatMap(([name, list]) => {
    const records = list.map((record) => yaml([record]).replace(/^/gm, "  ").trimEnd());
    return records.length === 0 ? [] : [`${name}:\n${records.join("\n\n")}`];
  });
  const identity = yaml({ source }).trimEnd();
  return `# yaml-language-server: $schema=../schema/source.schema.json\n\n${[identity, ...parts].join("\n\n")}\n`;
}

/** What the vocabulary has no word for, so that nothing of it is lost, and how to add it. */
function lacking(figures: Draft["figures"], units: Ledger["vocabulary"]["units"]): string[] {
  const missing = new Map<string, number>();
  for (const { unit } of figures)
    if (!units.some(({ id }) => id === unit)) missing.set(unit, (missing.get(unit) ?? 0) + 1);
  const unknown = figures.filter(({ metric }) => metric === noMetric).length;
  return [
    ...[...missing].map(([unit, count]) => {
      const line = unitToAdd(unit, units);
      return `${ledgerFolder}/vocabulary.yaml has no unit ${unit}, of ${counted(count, "figure")}: ${line ? `add under units ${line}` : "add it under units, or write the figures in another"}`;
    }),
    ...(unknown > 0
      ? [`${counted(unknown, "figure")} of what no metric counts: give each its metric, or leave it out with review`]
      : [])
  ];
}

function report(
  target: string,
  id: string,
  file: string,
  draft: Draft,
  article: Article,
  text: string | null,
  units: Ledger["vocabulary"]["units"]
): void {
  const { figures, positions, left_out, speakers } = draft;
  console.log(
    `${target}: ${counted(figures.length, "figure")}, ${counted(positions.length, "position")}, ${counted(left_out.length, "passage")} left out`
  );
  if (text)
    console.log(`${text}: the article’s text, in which paragraphs are counted; keep it out of what you publish`);
  if (speakers.length > 0)
    console.log(
      `${ledgerFolder}/speakers.yaml: ${counted(speakers.length, "new speaker")}: ${speakers.map((one) => String((one as { name: string }).name)).join(", ")}`
    );
  for (const line of lacking(figures, units)) console.log(line);
  for (const note of article.notes) console.log(`note: ${note}`);
  if (!isUnderstood(article.language))
    console.log(
      `note: the article is in “${article.language}”, whose words are not known here; only numerals were looked for`
    );
  console.log(`Every guess is marked. Look at them beside the text: npm run review -- ${id} --text ${text ?? file}`);
}
