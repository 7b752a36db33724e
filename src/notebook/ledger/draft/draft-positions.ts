import type { Expression } from "../text/expression.ts";
import { cuedTerms, cueReader } from "./cues-in-text.ts";
import { slugOf } from "./names.ts";
import type { Reading } from "./reading.ts";
import { sentencesIn } from "./sentences.ts";

/**
 * Drafts a position of each statement that is put down to somebody and gives no number: a claim to be read, put into our
 * words and judged. `stated` are the numbers of each paragraph.
 */
export function draftPositions(
  { id, paragraphs, lexicon, known, isOutside, terms, subject, sayer }: Reading,
  anywhere: string,
  stated: readonly (readonly Expression[])[]
): Record<string, unknown>[] {
  const [topic] = known.vocabulary.topics;
  if (topic === undefined) return [];
  const { mostIn } = cueReader(lexicon);
  const topics = cuedTerms(known.vocabulary.topics);
  const drafted: Record<string, unknown>[] = [];
  paragraphs.forEach((text, i) => {
    if (isOutside(i)) return;
    const heard = new Set<string>();
    for (const { start, end, words } of sentencesIn(text)) {
      if (stated[i]?.some((one) => start <= one.start && one.start < end)) continue;
      // "The minister said:" alone leads to the next paragraph.
      if (/:\s*$/.test(words) && words.split(/\s+/).length < 15) continue;
      const { speaker, chain, voice } = sayer(i, start);
      // What one speaker says in a paragraph is one position.
      if (voice === "authorial" || heard.has(speaker)) continue;
      heard.add(speaker);
      drafted.push({
        id: `${id}.${slugOf(speaker)}-${i + 1}`,
        paragraph: i + 1,
        speaker,
        chain,
        topic: mostIn(topics, words) ?? mostIn(topics, text) ?? topic.id,
        subject: terms.onlySubject(words) ?? subject ?? anywhere,
        stance: "describes",
        voice,
        paraphrase: "To be put into our words.",
        review: ["speaker", "topic", "subject", "stance", "paraphrase"]
      });
    }
  });
  return drafted;
}
