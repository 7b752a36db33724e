import { type EditionFigure, figureNamed, figuresOfEditions, namesEdition } from "./editions.ts";
import type { Ledger } from "./schema.ts";
import { isUnread, type Unread } from "./unread.ts";

/** What each record that names a figure by its release calls it, by the figure's id. */
const written = new WeakMap<object, ReadonlyMap<string, string>>();

/** What a record calls a figure: its id, or a name by its release. */
export const asWritten = (record: object, id: string): string => written.get(record)?.get(id) ?? id;

/**
 * A ledger whose records name every figure by its id. A name by a release stays as it is where there is no such figure, and
 * where an edition could not be read, which may be the one that has it. `moved` is told of each record that is made anew.
 */
export function withFiguresNamed(
  ledger: Ledger,
  unread: Unread,
  moved: (record: object, made: object) => void
): Ledger {
  let figures: EditionFigure[] | undefined;
  const idOf = (name: string): string => {
    if (!namesEdition(name) || isUnread(unread, name, "figures")) return name;
    figures ??= figuresOfEditions(ledger);
    return figureNamed(name, figures)?.id ?? name;
  };
  const named = <Entry extends object>(records: readonly Entry[]): Entry[] =>
    records.map((record) => {
      const names = new Map<string, string>();
      const made = renamed(record, (name) => {
        const id = idOf(name);
        if (id !== name) names.set(id, name);
        return id;
      });
      if (names.size === 0) return record;
      written.set(made, names);
      moved(record, made);
      return made;
    });
  return {
    ...ledger,
    derivations: named(ledger.derivations),
    choices: named(ledger.choices),
    comparisons: named(ledger.comparisons),
    verdicts: named(ledger.verdicts),
    nothing_to_compare: named(ledger.nothing_to_compare),
    terms: named(ledger.terms),
    events: named(ledger.events)
  };
}

/** A value with every name in it changed: in lists, under keys, and as keys. */
function renamed<Value>(value: Value, name: (word: string) => string): Value {
  const change = (part: unknown): unknown => {
    if (typeof part === "string") return name(part);
    if (Array.isArray(part)) return part.map(change);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [name(key), change(entry)]));
  };
  return change(value) as Value;
}
