import type { Ledger } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** Who passed a statement on is neither who made it, nor named twice. */
export function chainNamesOthers(ledger: Ledger): Violation[] {
  return ledger.sources.flatMap(({ figures, positions }) =>
    [...figures, ...positions].flatMap((record) =>
      record.chain.flatMap((name, place, chain) => {
        const isSpeaker = name === record.speaker;
        if (!isSpeaker && chain.indexOf(name) === place) return [];
        return [
          {
            record,
            field: ["chain", place],
            message: isSpeaker
              ? `"${name}" is the speaker, and no one who passed it on`
              : `"${name}" stands in the chain twice`,
            remedy: isSpeaker ? "leave it out of the chain, or name who said it" : "name it once"
          }
        ];
      })
    )
  );
}
