import type { Ledger, Source, TextIdentity } from "../schema.ts";
import type { Violation } from "./violation.ts";

/**
 * Where a publication passes on another outlet's report, what stands in it names that outlet as its speaker or in its
 * chain, or says why it is the publication's own. A gloss always is.
 */
export function relayIsNamed(ledger: Ledger): Violation[] {
  return ledger.sources.flatMap(({ relay, figures, positions }) => {
    if (!relay) return [];
    return [...figures, ...positions]
      .filter((record) => inReport(relay, record) && record.voice !== "gloss" && !record.own && !comesBy(relay, record))
      .map((record) => ({
        record,
        field: ["chain"],
        message: `paragraph ${record.paragraph} passes on a report of "${relay.of}", and the record does not name it`,
        remedy: `name "${relay.of}" as the speaker or in the chain, or say under "own" why it is the publication's own`
      }));
  });
}

type Relay = NonNullable<TextIdentity["relay"]>;
interface Statement {
  paragraph: number | null;
  speaker: string;
  chain: readonly string[];
  named?: true | undefined;
}

const inReport = ({ paragraphs }: Relay, { paragraph }: Statement): boolean =>
  paragraph !== null && paragraphs.includes(paragraph);

const comesBy = ({ of }: Relay, { speaker, chain }: Statement): boolean => speaker === of || chain.includes(of);

/** Why it is a conclusion of ours that a statement comes by way of another outlet; null where its sentence names that one. */
export const relayInferred = ({ relay }: Pick<Source, "relay">, statement: Statement): string | null =>
  relay && inReport(relay, statement) && comesBy(relay, statement) && !statement.named ? relay.reason : null;
