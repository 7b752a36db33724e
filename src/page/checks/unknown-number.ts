import { suggest } from "../../ledger/nearest.ts";
import { isUnread } from "../../ledger/unread.ts";
import type { Notebook } from "../notebook.ts";
import type { Finding } from "./finding.ts";
import type { Gaps } from "./gaps.ts";

/** The finding that an id names no number of the notebook, or of what it lacks; none where it does. */
export function unknownNumber(id: string, offset: number, notebook: Notebook, { unread }: Gaps): Finding[] {
  const fact = notebook.fact(id);
  const list = id.startsWith("derived.") ? "derivations" : "figures";
  if ((fact && fact.kind !== "position") || isUnread(unread, id, list)) return [];
  const numbers = notebook.factIds.filter((known) => notebook.fact(known)?.kind !== "position");
  return [{ offset, message: `no number is called "${id}"`, remedy: suggest(id, numbers, "data/ledger/") }];
}
