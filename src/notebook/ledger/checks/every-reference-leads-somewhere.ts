import { suggest } from "../fault.ts";
import type { Ledger, ReferenceList } from "../schema.ts";
import { unitToAdd } from "../unit-to-add.ts";
import { isUnread, type Unread } from "../unread.ts";
import { idsByList, referencesOf, type Violation } from "./violation.ts";

/** What a record names exists; what could not be read for a fault of its own counts as existing. */
export function everyReferenceLeadsSomewhere(ledger: Ledger, unread: Unread): Violation[] {
  const known = idsByList(ledger);
  const violations: Violation[] = [];
  const unitOf = (id: string): string | undefined => unitToAdd(id, ledger.vocabulary.units);
  for (const { record, field, list, id } of referencesOf(ledger))
    if (!known[list].has(id) && !isUnread(unread, id, list))
      violations.push({
        record,
        field,
        message: `"${id}" is not among the ${list}`,
        remedy:
          list === "units" && unitOf(id) !== undefined
            ? `add it under units of data/ledger/vocabulary.yaml: ${unitOf(id)}`
            : suggest(id, [...known[list]], homeOf(list))
      });
  return violations;
}

const homeOf = (list: ReferenceList): string =>
  ["speakers", "places", "derivations"].includes(list)
    ? `data/ledger/${list}.yaml`
    : ["sources", "figures", "positions"].includes(list)
      ? "data/ledger/"
      : "data/ledger/vocabulary.yaml";
