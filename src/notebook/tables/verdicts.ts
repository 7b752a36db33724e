import type { Ledger, Verdict } from "../ledger/schema.ts";
import { columnsOf, list, type RowOf, type Table, text } from "./table.ts";

/** One row a checkable claim: what is claimed, the verdict, why, and the figures that it rests on. */
export function compileVerdicts(ledger: Ledger): Table<VerdictRow> {
  const rows = ledger.verdicts.map(({ rests_on, ...verdict }) => ({ ...verdict, rests_on: Object.keys(rests_on) }));
  return { name: "verdicts", title: "Verdicts", description, columns: columnsOf(columns), rows };
}

const description =
  "Each checkable claim against the official record: the verdict, the reasoning, and what it rests on.";

const columns = {
  id: text("Stable name, `verdict.<words>`."),
  claim: text("What is claimed, in this notebook’s words."),
  figures: list("The figures that make the claim; see table `figures`."),
  positions: list("The positions that make the claim; see table `positions`."),
  verdict: text<Verdict["verdict"]>(
    "supported, roughly-right, outdated, disputed, not-comparable, unsupported or contradicted."
  ),
  reasoning: text("Why, in this notebook’s words."),
  rests_on: list("The figures that the verdict was reached on; see table `figures`.")
};

export type VerdictRow = RowOf<typeof columns>;
