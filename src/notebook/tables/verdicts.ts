import type { Ledger, Verdict } from "../ledger/schema.ts";
import type { Table } from "./lookups.ts";

export interface VerdictRow {
  id: string;
  claim: string;
  figures: string[];
  positions: string[];
  verdict: Verdict["verdict"];
  reasoning: string;
  rests_on: string[];
}

/** One row a checkable claim: what is claimed, the verdict, why, and the figures that it rests on. */
export function compileVerdicts(ledger: Ledger): Table<VerdictRow> {
  const rows = ledger.verdicts.map(({ rests_on, ...verdict }) => ({ ...verdict, rests_on: Object.keys(rests_on) }));
  return { name: "verdicts", title: "Verdicts", description, columns, rows };
}

const description =
  "Each checkable claim against the official record: the verdict, the reasoning, and what it rests on.";

const columns = [
  { name: "id", type: "string", description: "Stable name, `verdict.<words>`." },
  { name: "claim", type: "string", description: "What is claimed, in this notebook’s words." },
  { name: "figures", type: "list", description: "The figures that make the claim; see table `figures`." },
  { name: "positions", type: "list", description: "The positions that make the claim; see table `positions`." },
  {
    name: "verdict",
    type: "string",
    description: "supported, roughly-right, outdated, disputed, not-comparable, unsupported or contradicted."
  },
  { name: "reasoning", type: "string", description: "Why, in this notebook’s words." },
  { name: "rests_on", type: "list", description: "The figures that the verdict was reached on; see table `figures`." }
] as const satisfies Table<VerdictRow>["columns"];
