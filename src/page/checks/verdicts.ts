import { suggest } from "../../ledger/nearest.ts";
import type { Notebook } from "../notebook.ts";
import type { Finding } from "./finding.ts";
import type { Gaps } from "./gaps.ts";

/** Verdicts that a fence names and the ledger does not hold; `offset` is where the fence begins. */
export function verdictFindings(text: string, offset: number, notebook: Notebook, { whole }: Gaps): Finding[] {
  if (!whole) return [];
  const [info = ""] = text.slice(offset).split("\n", 1);
  const known = notebook.tables.verdicts.rows.map(({ id }) => id.replace("verdict.", ""));
  return [...info.matchAll(/(?<=\s)\S+/g)].flatMap(({ index, 0: name }) =>
    known.includes(name)
      ? []
      : [
          {
            offset: offset + index,
            message: `no verdict is called "${name}"`,
            remedy: suggest(name, known, "data/ledger/verdicts.yaml")
          }
        ]
  );
}
