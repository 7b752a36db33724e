import { basename } from "node:path";
import type { Omission } from "../../ledger/record-reader.ts";
import { fileSections, type Ledger } from "../../ledger/schema.ts";

/**
 * Whether something of a metric may have been left out for a fault, so that its absence proves nothing. A record whose
 * metric cannot be told may be of any.
 */
export function leftOutAbout(metric: string, omitted: readonly Omission[], { vocabulary }: Ledger): boolean {
  const known = new Set(vocabulary.metrics.map(({ id }) => id));
  return omitted.some(({ text }) => {
    const named = [...text.matchAll(/\bmetric"?:\s*"?([\w-]+)/g)].map(([, name = ""]) => name);
    return named.length > 0
      ? named.some((name) => name === metric || !known.has(name))
      : text === "" || /\b(?:unit|finds)\b/.test(text);
  });
}

/** Of what was left out, what stood in the file of a source: its figures, tables and corrections. */
export const fromSources = (omitted: readonly Omission[]): Omission[] =>
  omitted.filter(({ file }) => !(basename(file, ".yaml") in fileSections));

/** Of what was left out, what stood in this shared file. */
export const fromFile = (omitted: readonly Omission[], name: keyof typeof fileSections): Omission[] =>
  omitted.filter(({ file }) => basename(file, ".yaml") === name);
