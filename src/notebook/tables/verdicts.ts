import { type Ledger, verdict } from "../ledger/schema.ts";
import { sourceNames, wordsOf } from "./lookups.ts";
import { columnsOf, idIn, list, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

/** One row a checkable claim: what is claimed, the verdict, why, and the figures that it rests on. */
export function compileVerdicts(ledger: Ledger): Table<VerdictRow> {
  const nameOf = wordsOf(sourceNames(ledger));
  const asked = new Set(ledger.verdicts.flatMap(({ figures, positions }) => [...figures, ...positions]));
  const tellers = new Map<string, string>();
  for (const { id: source, figures, positions } of ledger.sources)
    for (const { id } of [...figures, ...positions]) if (asked.has(id)) tellers.set(id, nameOf(source));
  const rows = ledger.verdicts.map(({ rests_on, ...verdict }) => {
    const [first = null, ...others] = new Set([...verdict.figures, ...verdict.positions].map((id) => tellers.get(id)));
    return {
      ...verdict,
      publication: others.length > 0 ? severalPublications : (first ?? null),
      rests_on: Object.keys(rests_on)
    };
  });
  return { name: "verdicts", title: "Verdicts", description, columns: columnsOf(columns), rows };
}

/** What stands for the publication of a claim that more than one makes. */
const severalPublications = "several publications";

const description =
  "Each checkable claim against the official record: the verdict, the reasoning, and what it rests on.";

const columns = {
  id: text("Stable name, `verdict.<words>`."),
  claim: text("What is claimed, in this notebook’s words."),
  figures: idIn("figures", list("The figures that make the claim; see table `figures`.")),
  positions: idIn("positions", list("The positions that make the claim; see table `positions`.")),
  publication: orEmpty(text("The publication that makes the claim; “several publications” where more than one does.")),
  verdict: oneOf(
    verdict.shape.verdict.options,
    "supported, roughly-right, outdated, disputed, not-comparable, unsupported or contradicted."
  ),
  reasoning: text("Why, in this notebook’s words."),
  rests_on: idIn("figures", list("The figures that the verdict was reached on; see table `figures`."))
};

export type VerdictRow = RowOf<typeof columns>;
