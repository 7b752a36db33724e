import { editionKey } from "./amounts.ts";
import type { Ledger, Source } from "./schema.ts";

/** What a figure says of the edition that it stands in. */
export interface EditionFigure {
  id: string;
  source: string;
  /** The release that its source is an edition of, if any. */
  edition_of: string | null;
  period: string | null;
  /** False where a later edition gives it anew. */
  current: boolean;
}

/**
 * A figure by its release instead of its id. `survey@latest.output.world.2024` is the one of 2024 in the newest edition that
 * gives it; `survey@latest.output.world.latest` that of the newest year as well; `survey@2025.output.world.2024` that of one
 * edition, which the writer means even where a later one gives it anew.
 */
const namePattern = /^([a-z0-9-]+)@([a-z0-9-]+)\.([a-z0-9.-]+)$/;

/** The names by which a name's author may have meant a figure: of the newest edition, or of the one that the name says. */
export function namesByEdition(name: string, figures: readonly EditionFigure[]): string[] {
  const [, , edition = "latest"] = namePattern.exec(name) ?? [];
  return figures.flatMap(({ id, source, edition_of }) => {
    if (edition_of === null) return [];
    const named = `${edition_of}@${edition}${id.slice(source.length)}`;
    return [named, named.replace(/\.\d{4}$/, ".latest")];
  });
}

/** Whether a name says which edition of a release it means. */
export const namesEdition = (name: string): boolean => namePattern.test(name);

/** The figure that an id, or a name by its release, means. */
export function figureNamed<Figure extends EditionFigure>(
  name: string,
  figures: readonly Figure[]
): Figure | undefined {
  const [, release, edition, record = ""] = namePattern.exec(name) ?? [];
  if (release === undefined) return figures.find(({ id }) => id === name);
  const ofNewestYear = record.endsWith(".latest");
  const isMeant = ({ id, source, edition_of, period, current }: Figure): boolean => {
    if (edition === "latest" ? edition_of !== release || !current : source !== `${release}-${edition}`) return false;
    const year = timeOf({ period }).replace("/", "-");
    return id === `${source}.${ofNewestYear ? record.replace(/latest$/, year) : record}`;
  };
  return figures
    .filter(isMeant)
    .reduce<Figure | undefined>(
      (newest, one) => (newest && lastYear(newest) >= lastYear(one) ? newest : one),
      undefined
    );
}

const timeOf = ({ period }: Pick<EditionFigure, "period">): string => period ?? "";
const lastYear = (figure: EditionFigure): string => timeOf(figure).replace(/^.*\//, "");

/** What to write instead of the id of a figure that a later edition gives anew; undefined for any other. */
export function supersededRemedy(
  { id, source, edition_of, period, current }: EditionFigure,
  figures: readonly EditionFigure[]
): string | undefined {
  if (current || edition_of === null) return undefined;
  const record = id.slice(source.length);
  const sameYear = `${edition_of}@latest${record}`;
  const year = timeOf({ period }).replace("/", "-");
  const latest = figureNamed(sameYear, figures) ? sameYear : sameYear.replace(new RegExp(`${year}$`), "latest");
  const pinned = `${edition_of}@${source.slice(edition_of.length + 1)}${record}`;
  return `write ${latest}, or ${pinned} where that edition is meant`;
}

/** Each figure with the edition that it stands in. */
export function figuresOfEditions(ledger: Pick<Ledger, "sources" | "vocabulary">): EditionFigure[] {
  const outdated = outdatedFigures(ledger);
  return ledger.sources.flatMap(({ id: source, edition_of, figures }) =>
    figures.map(({ id, period }) => ({ id, source, edition_of, period, current: !outdated.has(id) }))
  );
}

/** Finds the editions that supersede one, directly or by way of others. */
export function newerEditions(sources: readonly Source[]): (source: Source) => Set<Source> {
  const after = new Map<string, Source[]>();
  for (const source of sources)
    if (source.supersedes !== null) after.set(source.supersedes, [...(after.get(source.supersedes) ?? []), source]);
  return (source) => {
    const newer = new Set(after.get(source.id));
    for (const edition of newer) for (const next of after.get(edition.id) ?? []) newer.add(next);
    return newer;
  };
}

/** Ids of figures that a later edition of the same tables gives anew: same quantity, place and period. */
export function outdatedFigures({ sources, vocabulary }: Pick<Ledger, "sources" | "vocabulary">): Set<string> {
  const keyOf = editionKey(vocabulary.metrics);
  const newer = newerEditions(sources);
  return new Set(
    sources.flatMap((source) => {
      const later = [...newer(source)].filter((edition) => edition !== source);
      if (later.length === 0) return [];
      const given = new Set(later.flatMap(({ figures }) => figures.map(keyOf)));
      return source.figures.filter((figure) => given.has(keyOf(figure))).map(({ id }) => id);
    })
  );
}
