import type { Source } from "../schema.ts";

/** Editions that supersede this one, directly or by way of others. */
export function newerEditions(source: Source, sources: readonly Source[]): Set<Source> {
  const after = ({ id }: Source) => sources.filter(({ supersedes }) => supersedes === id);
  const newer = new Set(after(source));
  for (const edition of newer) for (const next of after(edition)) newer.add(next);
  return newer;
}
