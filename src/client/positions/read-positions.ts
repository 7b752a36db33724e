import type { Stance } from "../../ledger/schema.ts";

/** What a reader can ask of a position, apart from its words. */
export const facets = ["topic", "stance", "voice", "kind", "for", "country", "outlet"] as const;
export type Facet = (typeof facets)[number];

/** The value of a facet that the publications leave open. */
export const none = "none";

/** A position as the page holds it. */
export interface ShownPosition extends Record<Facet, string> {
  item: HTMLElement;
  speaker: ShownSpeaker;
  stance: Stance;
  paraphrase: string;
}

/** A speaker's part of the table. */
export interface ShownSpeaker {
  id: string;
  name: string;
  body: HTMLElement;
}

/** The positions of the table, in its order: the page is the data, and nothing is fetched that it holds already. */
export function readPositions(table: ParentNode): ShownPosition[] {
  return [...table.querySelectorAll<HTMLElement>(".speaker[id]")].flatMap((body) => {
    const speaker = { id: body.id.replace("speaker-", ""), name: text(body, "th span"), body };
    return [...body.querySelectorAll<HTMLElement>("li")].map((item) => ({
      item,
      speaker,
      topic: text(item, "b"),
      stance: item.className as Stance,
      voice: /^\w+/.exec(text(item, "small"))?.[0] ?? none,
      kind: body.dataset.kind || none,
      for: body.dataset.for || none,
      country: body.dataset.country || none,
      outlet: item.closest("ul")?.dataset.outlet || none,
      paraphrase: text(item, "p")
    }));
  });
}

const text = (element: Element, selector: string): string => element.querySelector(selector)?.textContent ?? "";
