import type { Stance } from "../ledger/schema.ts";
import { Data, IdPrefix, Part } from "../page/contract.ts";

/** What a reader can ask of a position, apart from its words, by the key of the address. */
export const facets = ["topic", "stance", "voice", "kind", "for", "country", "outlet"] as const;
export type Facet = (typeof facets)[number];

/** The value of a facet that the publications leave open. */
export const none = "none";

/** A position as the page holds it. Its words are read when they are asked for: a browser may have translated them. */
export interface ShownPosition extends Record<Facet, string> {
  item: HTMLElement;
  speaker: ShownSpeaker;
  stance: Stance;
  readonly paraphrase: string;
  readonly obstacle: string;
}

/** A speaker's part of the table. */
export interface ShownSpeaker {
  id: string;
  readonly name: string;
  /** The name in its own script. */
  readonly native: string;
  body: HTMLElement;
}

/** The positions of the table, in its order: the page is the data, and nothing is fetched that it holds already. */
export function readPositions(table: ParentNode): ShownPosition[] {
  return [...table.querySelectorAll<HTMLElement>(`.${Part.speaker}[id]`)].flatMap((body) => {
    const speaker = {
      id: body.id.replace(IdPrefix.speaker, ""),
      get name() {
        return text(body, "th span");
      },
      get native() {
        return text(body, "summary bdi");
      },
      body
    };
    return [...body.querySelectorAll<HTMLElement>("li")].map((item) => ({
      item,
      speaker,
      topic: attribute(item, Data.topic),
      stance: item.className as Stance,
      voice: attribute(item, Data.voice),
      kind: attribute(body, Data.kind),
      for: attribute(body, Data.affiliation),
      country: attribute(body, Data.country),
      outlet: attribute(item.closest("ul"), Data.outlet),
      get paraphrase() {
        return text(item, "p");
      },
      get obstacle() {
        return text(item, `.${Part.obstacle}`);
      }
    }));
  });
}

const attribute = (element: Element | null, name: Data): string => element?.getAttribute(name) || none;
const text = (element: Element, selector: string): string => element.querySelector(selector)?.textContent ?? "";

/** The topics that have a column of the table, in its order. */
export const columnTopics = (table: ParentNode): string[] =>
  [...table.querySelectorAll(`thead [${Data.topic}]`)].map((head) => attribute(head, Data.topic));
