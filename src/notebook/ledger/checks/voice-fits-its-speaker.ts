import type { Ledger, Source } from "../schema.ts";
import type { Unread } from "../unread.ts";
import type { Violation } from "./violation.ts";

/** What a publication says itself has its own speaker; what it quotes or reports, somebody else. */
export function voiceFitsItsSpeaker(ledger: Ledger, { ids }: Unread): Violation[] {
  return ledger.sources.flatMap((source) => {
    // What was read in another's report is not said to the one who writes it down.
    if (source.reading !== "text" || ids.has(source.id)) return [];
    return [...source.figures, ...source.positions].flatMap((record) => {
      const { speaker, voice } = record;
      const isOfItself = voice === "authorial" || voice === "gloss";
      if (isOfItself === ownVoices(source).includes(speaker)) return [];
      return [
        {
          record,
          field: ["voice"],
          message: isOfItself
            ? `"${voice}" is the publication’s own voice, and "${speaker}" is not`
            : `"${speaker}" is the publication’s own voice, which it has not ${voice}`,
          remedy: isOfItself
            ? `write quoted or reported, or name "${source.author_speaker}" as the speaker`
            : "write authorial or gloss, or name whose words they are"
        }
      ];
    });
  });
}

const ownVoices = ({ author_speaker, publisher }: Source): string[] => [author_speaker, publisher];
