import type { Ledger } from "../schema.ts";
import { quantities, type Violation } from "./violation.ts";

/** A record’s id starts with its source’s, and a correction corrects the edition that it stands in. */
export function recordBelongsToItsSource(ledger: Ledger): Violation[] {
  return ledger.sources.flatMap((source) => [
    ...[...quantities(source), ...source.positions].flatMap((record) =>
      record.id.startsWith(`${source.id}.`)
        ? []
        : [
            {
              record,
              field: ["id"],
              message: `id "${record.id}" does not start with its source, "${source.id}."`,
              remedy: `call it "${source.id}.${record.id.replace(/^[^.]*\./, "")}"`
            }
          ]
    ),
    ...source.corrections.flatMap((correction) =>
      correction.figure.startsWith(`${source.id}.`)
        ? []
        : [
            {
              record: correction,
              field: ["figure"],
              message: `"${correction.figure}" is no figure of this edition`,
              remedy: "move the correction to the file of the edition that prints it"
            }
          ]
    )
  ]);
}
