import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { locate } from "../ledger/checks/violation.ts";
import { InputError, suggest } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import { compileFigures } from "../tables/figures.ts";
import { staleGrounds, verdictName } from "../tables/judgement-faults.ts";
import { refuse } from "./command.ts";

/** Writes what the named verdicts rest on now in the place of what they were reviewed on; what is told of each. */
export function acceptVerdicts(root: string, names: readonly string[]): string[] {
  const parsed = parseLedger(readLedgerFiles(root));
  if (parsed.faults.length > 0) throw new InputError(parsed.faults);
  const known = parsed.ledger.verdicts.map(verdictName);
  for (const name of names)
    if (!known.includes(verdictName({ id: name })))
      refuse(name, "is no verdict", suggest(name, known, "data/ledger/verdicts.yaml"));
  const stale = staleGrounds(parsed.ledger, compileFigures(parsed.ledger).rows);
  return names.flatMap((name) => {
    const own = stale.filter(({ verdict }) => verdictName(verdict) === verdictName({ id: name }));
    const told = own.map(({ verdict, figure, reviewed, now }) => {
      const field = ["rests_on", figure.id];
      const { file, line, column } = locate({ record: verdict, field, message: "", remedy: "" }, parsed.locations);
      if (now === null)
        refuse(`${file}:${line}`, `${figure.id} is not given any more`, "let the verdict rest on another");
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      const text = lines[line - 1] ?? "";
      lines[line - 1] = text.slice(0, column - 1) + text.slice(column - 1).replace(/^[-\w.+]+/, String(now));
      writeFileSync(join(root, file), lines.join("\n"));
      return `${file}:${line} ${name} rests on ${figure.id}, ${now} ${figure.unit}, no longer ${reviewed}`;
    });
    return told.length > 0 ? told : [`${name} rests on what it was reviewed on; nothing is changed`];
  });
}
