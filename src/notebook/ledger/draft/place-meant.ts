import type { Place } from "../schema.ts";
import { cued, cueSource } from "../text/cues.ts";
import type { Expression } from "../text/expression.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern } from "../text/patterns.ts";
import type { Cued, CueReader } from "./cues-in-text.ts";

interface PlaceMeant {
  subject: string | null;
  isGuess: boolean;
}

/** Finds which place a text is about, and of which an expression in a sentence is said. */
export function placeMeant(lexicon: Lexicon, places: readonly Place[], cues: CueReader) {
  const names = new Intl.DisplayNames([lexicon.language], { type: "region" });
  const cuedPlace = (place: Place): Cued => {
    const country = place.type === "country" && place.country ? names.of(place.country) : undefined;
    const words = [
      ...(place.cues ?? []),
      ...[place.name, country]
        .filter((name) => name !== undefined)
        .map((name) => (name.length > 4 ? name.replace(/[аяыиоеью]$/u, "") : name))
    ];
    return { id: place.id, cues: cued(words.map(cueSource)) };
  };
  const countries = places.filter(({ type }) => type !== "group" && type !== "world").map(cuedPlace);
  const wholes = places.filter(({ type }) => type === "world").map(cuedPlace);
  const theCountry = pattern(`(?<!\\p{L})(?:${lexicon.theCountry})(?!\\p{L})`, "iu");

  /** The world, where an amount may be its own: no country comes before it. A share of it is some country's, and so is a rank. */
  function worldBefore({ vague, unit }: Expression, named: readonly Cued[], before: string): string | null {
    const isAmount = vague === undefined && !/^(?:%|fraction|rank|times|occasions|1)$/.test(unit ?? "");
    const isNamed = named.some((one) => before.match(one.cues));
    return isAmount && !isNamed ? cues.onlyIn(wholes, before) : null;
  }

  return {
    /** The place that a whole text speaks of most, the world only where it names no other. */
    mostIn: (text: string): string | null => cues.mostIn(countries, text) ?? cues.mostIn(wholes, text),
    /** The one place that a text is about; none where it names several. */
    onlyIn: (text: string): string | null => cues.onlyIn(countries, text),
    /** The place of an expression: one of its sentence, else what the text is about, or `earlier` the one before it. */
    find(
      expression: Expression,
      text: string,
      { subject, earlier }: { subject: string | null; earlier: string | null }
    ): PlaceMeant {
      const named = countries.filter((one) => !cues.isExcluded(text, one));
      const near = cues.nearest(named, text, expression);
      const world = worldBefore(expression, named, text.slice(0, expression.start));
      const first = world ?? near[0]?.id;
      // "The US survey puts the country’s stock at": the country is the one before, where that is another.
      const isOffice =
        first !== undefined && theCountry.test(text) && named.every((one) => cues.isOnlyAside(text, one));
      const isOne = world !== null || near.length === 1;
      const isNear = world !== null || near.some(({ score }) => score >= 0.2);
      return {
        subject: (isOffice ? earlier : null) ?? first ?? subject,
        isGuess: !isOne || isOffice || !isNear
      };
    }
  };
}
