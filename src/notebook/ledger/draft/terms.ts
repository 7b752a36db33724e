import type { Ledger, Status } from "../schema.ts";
import { cued, cueSource, cuesOf, stemOf } from "../text/cues.ts";
import type { Expression } from "../text/expressions.ts";
import type { Lexicon, Vague } from "../text/lexicon.ts";
import { lexicons } from "../text/lexicons.ts";
import { alternatives, pattern } from "../text/patterns.ts";

/** What the vocabulary of a ledger has for an expression of a text, and which of it is a guess. */
export interface Terms {
  metric: string | null;
  unit: string | null;
  /** By what the numbers of the expression are divided to stand in the unit. */
  divisor: number;
  subject: string | null;
  material: string;
  status: Status;
  period: string | null;
  /** Fields that a person has to look at, because more than one answer was possible. */
  guessed: string[];
}

/** What terms are found among; `sources` tell which of them are usual. */
type Known = Pick<Ledger, "vocabulary" | "places"> & { sources?: Ledger["sources"] };

const currencies = new Set(Intl.supportedValuesOf("currency"));
const isCurrency = (sign: string): boolean => currencies.has(sign);

/** What a sentence goes on with where it does not say so itself. */
export interface Context {
  subject: string | null;
  material: string | null;
  /** The one place that was spoken of before the sentence. */
  earlier: string | null;
  /** Whether what an amount is the price of was found in another one. */
  isPriced: boolean;
}

interface Cued {
  id: string;
  cues: RegExp;
}

const countriesIn = (language: string): Intl.DisplayNames => new Intl.DisplayNames([language], { type: "region" });

/** Finds the terms of a ledger in texts of a language. `year` is the year of publication. */
export function termFinder(lexicon: Lexicon, { vocabulary, places, sources = [] }: Known, year: number | null) {
  const used = new Map<string, number>();
  for (const { figures } of sources)
    for (const { metric, series } of figures) if (series === null) used.set(metric, (used.get(metric) ?? 0) + 1);
  // A vocabulary is written in one language, whatever that of the text.
  const multiplying = lexicons.map((one) =>
    pattern(`^(?:${one.often}|${alternatives(one.multiples)}|doubl\\w*|multipl\\w*)$`, "iu")
  );
  const often = pattern(`^(?:${lexicon.often})$`, "iu");
  const metrics = vocabulary.metrics.map((metric) => ({
    ...metric,
    listed: metric.cues?.length ?? 0,
    isMultiple: [...(metric.cues ?? []), ...(metric.counts ?? [])].some((cue) =>
      multiplying.some((one) => one.test(cue))
    ),
    multiplies: [...(metric.cues ?? []), ...(metric.counts ?? [])].some((cue) => often.test(cue)),
    cues: cuesOf(metric)
  }));
  const materials = vocabulary.materials
    .filter(({ id }) => id !== "none")
    .map((material): Cued => ({ id: material.id, cues: cuesOf(material, false) }));
  const names = countriesIn(lexicon.language);
  const subjects = places
    .filter(({ type }) => type !== "group")
    .map((place): Cued & { isWhole: boolean } => {
      const country = place.type === "country" && place.country ? names.of(place.country) : undefined;
      const words = [
        ...(place.cues ?? []),
        ...[place.name, country]
          .filter((name) => name !== undefined)
          .map((name) => (name.length > 4 ? name.replace(/[аяыиоеью]$/u, "") : name))
      ];
      return {
        id: place.id,
        cues: cued(words.map(cueSource)),
        isWhole: place.type === "world"
      };
    });
  const countries = subjects.filter(({ isWhole }) => !isWhole);
  const wholes = subjects.filter(({ isWhole }) => isWhole);
  // "From Ruritania and Elbonia": each of a list stands apart.
  const apart = pattern(
    `(?<!\\p{L})(?:${lexicon.apart})\\s+(?:the\\s+)?(?:[\\p{L}-]+(?:,|\\s+(?:${lexicon.range.and})|\\s+(?:${lexicon.range.or}))\\s+(?:the\\s+)?){0,3}$`,
    "iu"
  );
  const comparators = pattern(`^(?:${alternatives(lexicon.before)})\\s+`, "iu");
  const ofOffice = pattern(
    `^\\p{L}*(?:['’]s)?\\s(?:\\p{L}+\\s){0,2}?(?:${lexicon.institutions}|${lexicon.agencies})(?!\\p{L})`,
    "iu"
  );
  const theCountry = pattern(`(?<!\\p{L})(?:${lexicon.theCountry})(?!\\p{L})`, "iu");
  const excluded = pattern(`(?<!\\p{L})(?:${lexicon.excluded})\\s+(?:the\\s+)?$`, "iu");
  const ofWhole = pattern(`^\\s*(?:${lexicon.ofWhole})`, "iu");
  const flows = pattern(`(?<!\\p{L})(?:${lexicon.flows})`);
  const years = pattern(
    `(?<!\\p{L})(${lexicon.dated}|${lexicon.byYear})\\s+(?:${lexicon.months})?\\s*((?:19|20)\\d\\d)(?!\\d)`
  );
  const thisYear = pattern(`(?<!\\p{L})(?:${lexicon.thisYear})(?!\\p{L})`, "iu");
  const lastYear = pattern(`(?<!\\p{L})(?:${lexicon.lastYear})(?!\\p{L})`, "iu");
  const statuses = (["capacity", "target", "forecast", "estimate"] as const).map(
    (status) => [status, pattern(`(?<!\\p{L})(?:${lexicon[status]})`)] as const
  );

  /** How near a cue stands to a place: 1 beside it, less with each letter between; cues before count a little more, those of the next clause little. */
  function nearness(cues: RegExp, text: string, start: number, end: number): number {
    let best = 0;
    for (const match of text.matchAll(cues)) {
      const after = match.index - end;
      const before = start - (match.index + match[0].length);
      // What something comes from, or is not, is hardly what it is said of; nor is a part of a name, as of a US agency.
      const rest = text.slice(match.index + match[0].length);
      const weight =
        apart.test(text.slice(0, match.index)) || excluded.test(text.slice(0, match.index))
          ? 0.15
          : /^\p{L}*\s\p{Lu}\p{Ll}/u.test(rest) || ofOffice.test(rest)
            ? 0.3
            : 1;
      const score =
        weight *
        (after >= 0
          ? (/[,;:]/.test(text.slice(end, match.index)) ? 0.4 : 1) * (20 / (20 + after * 1.2))
          : before >= 0
            ? 20 / (20 + before)
            : 1);
      best = Math.max(best, score);
    }
    return best;
  }

  /** Whether a place in a text is only where something comes from, or part of a name. */
  const isAside = (text: string, { index, 0: cue }: RegExpExecArray): boolean =>
    apart.test(text.slice(0, index)) ||
    excluded.test(text.slice(0, index)) ||
    /^\p{L}*\s\p{Lu}\p{Ll}/u.test(text.slice(index + cue.length)) ||
    ofOffice.test(text.slice(index + cue.length));

  /** Whether a text names a place, but only as what it is not said of: "anyone but Atlantis". */
  const isExcluded = (text: string, cues: RegExp): boolean => {
    const places = [...text.matchAll(cues)];
    return places.length > 0 && places.every(({ index }) => excluded.test(text.slice(0, index)));
  };

  /** The one place that a text is about; none where it names several. */
  function onlyIn(list: readonly Cued[], text: string): string | null {
    const [one, ...others] = list.filter(({ cues }) => [...text.matchAll(cues)].some((match) => !isAside(text, match)));
    return one && others.length === 0 ? one.id : null;
  }

  const nearest = <T extends Cued>(
    list: readonly T[],
    text: string,
    start: number,
    end: number
  ): { id: string; score: number }[] =>
    list
      .map((one) => ({ id: one.id, score: nearness(one.cues, text, start, end) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);

  /** The place or material that a text speaks of most; its headline and opening say what it is about. */
  function mostIn(list: readonly Cued[], text: string): string | null {
    const opening = text.split("\n").slice(0, 2).join("\n");
    const times = (cues: RegExp, words: string): number =>
      [...words.matchAll(cues)].filter(({ index }) => !excluded.test(words.slice(0, index))).length;
    const counted = list
      .map(({ id, cues }) => ({ id, count: times(cues, text) + 2 * times(cues, opening) }))
      .sort((a, b) => b.count - a.count);
    return counted[0] && counted[0].count > 0 ? counted[0].id : null;
  }

  /** The term that a text names last. */
  function lastIn(list: readonly Cued[], text: string): string | null {
    const places = list.map(({ id, cues }) => ({ id, at: [...text.matchAll(cues)].at(-1)?.index ?? -1 }));
    const last = places.sort((a, b) => b.at - a.at)[0];
    return last && last.at >= 0 ? last.id : null;
  }

  const hasUnitOfPrice = (sign: string, per: string): boolean =>
    vocabulary.units.some(({ id }) => id === `${sign}/${per}`);

  /** The unit of a dimension that a sign means, at the scale of the expression where the vocabulary has one. */
  function unitFor(dimension: string, sign: string, scale: number): { id: string; divisor: number } | null {
    const units = vocabulary.units.filter((unit) => unit.dimension === dimension);
    const base = units.find(
      ({ id, synonyms, sign: short, prose, one }) =>
        id === sign ||
        id === `${sign}/yr` ||
        short === sign ||
        prose === sign ||
        one === sign ||
        synonyms.includes(sign)
    );
    if (!base) return null;
    const scaled = units.find(
      ({ canonical, factor }) => canonical === base.canonical && factor === base.factor * scale
    );
    return scaled ? { id: scaled.id, divisor: scale } : { id: base.id, divisor: 1 };
  }

  const parts = vocabulary.metrics
    .filter(({ part }) => part)
    .map(({ id, label, cues = [] }) => ({
      id,
      words: label.toLowerCase().match(/\p{L}{4,}|\bus\b/gu) ?? [],
      cues: cues.length > 0 ? cued(cues.map(cueSource)) : null
    }));

  /** The share whose label or cues name the whole that follows a part: "of the world's output". */
  function wholeOf(after: string): string | null {
    const joined = pattern(`\\s(?:${lexicon.joins})\\s`, "iu").exec(after)?.index ?? after.length;
    const phrase = (/^[^.,;:!?]{0,80}/.exec(after.slice(0, joined))?.[0] ?? "").toLowerCase();
    // "Of all output at home", in whatever language: what another metric is known by is what its label says.
    const met = metrics
      .filter(({ part, listed, cues }) => !part && listed > 0 && phrase.match(cues))
      .map(({ label }) => label.toLowerCase())
      .join(" ");
    const named = (word: string): boolean => phrase.includes(stemOf(word)) || met.includes(stemOf(word));
    const scores = parts
      .map(({ id, words, cues }) => {
        const own = words.filter((word) => word !== "share");
        const met = own.filter(named).length;
        return { id, score: met - (own.length - met) + (cues && phrase.match(cues) ? 2 : 0) };
      })
      .sort((a, b) => b.score - a.score);
    const [first, second] = scores;
    return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.id : null;
  }

  const priced = lexicon.units
    .filter(([, sign]) => /^(?:kg|t|lb|oz|bbl)$/.test(sign))
    .map(
      ([source, sign]) =>
        [
          pattern(
            `(?<!\\p{L}|\\d[\\s.,-]?)(?:${source})(?!\\p{L})[^.;]{0,40}?(?<!\\p{L})(?:${lexicon.costs})(?!\\p{L})`
          ),
          sign
        ] as const
    );

  return {
    /** What an amount of money is the price of, where the sentence says so apart from it: "a kilogram costs 70 euros". */
    pricedPer({ unit, start }: Expression, text: string): string | null {
      if (unit === null || !isCurrency(unit)) return null;
      return priced.find(([source]) => [...text.matchAll(source)].some(({ index }) => index < start))?.[1] ?? null;
    },
    topSubject: (text: string) => mostIn(countries, text) ?? mostIn(wholes, text),
    onlySubject: (text: string) => onlyIn(countries, text),
    topMaterial: (text: string) => mostIn(materials, text),
    /** The material that a text names last, of which what follows goes on. */
    lastMaterial: (text: string) => lastIn(materials, text),
    find(expression: Expression, text: string, context: Context): Terms {
      const { end } = expression;
      // "More than" says how much, and not of what.
      const start = expression.start + (comparators.exec(expression.printed)?.[0].length ?? 0);
      const guessed: string[] = [];
      const sign = expression.unit ?? "";
      const yearly = expression.perYear || expression.per === "yr";
      const isMoney = isCurrency(sign);
      const isTime = /^(?:month|week|day|decade)$/.test(sign);
      const isOurs = metrics.some(({ dimension }) => unitFor(dimension, sign, 1) !== null);
      const fits = (dimension: string): boolean => {
        if (expression.unit === null) return true;
        if (/^(?:rank|times|occasions|1)$/.test(sign)) return dimension === "count";
        if (sign === "fraction" || sign === "%") return dimension === "share";
        // Money in a currency that the vocabulary lacks is money all the same.
        if (isMoney && !(isOurs && (yearly || vocabulary.units.some(({ id }) => id === sign))))
          return dimension === (expression.per ? "price" : yearly ? "money-per-year" : "money");
        // Dollars a tonne are a price, though the vocabulary counts them by the kilogram.
        if (isMoney && expression.per && !hasUnitOfPrice(sign, expression.per)) return dimension === "price";
        if (isTime) return dimension === "time";
        const units = vocabulary.units.filter((unit) => unit.dimension === dimension);
        const isFlow = units.some(({ id }) => id.endsWith("/yr"));
        const hasUnit = unitFor(dimension, expression.per && !yearly ? `${sign}/${expression.per}` : sign, 1) !== null;
        return hasUnit && (yearly ? isFlow : true);
      };
      const vague: Record<Vague, string[]> = {
        amount: ["mass", "mass-per-year"],
        money: ["money"],
        span: ["time"],
        count: ["count"],
        rank: ["count"],
        multiple: ["count"]
      };
      const meant = expression.vague === undefined ? undefined : vague[expression.vague];
      const isFlow = flows.test(text.slice(Math.max(0, start - 90), end + 60));
      flows.lastIndex = 0;
      const isShare = sign === "fraction" || sign === "%";
      const isPart = isShare && ofWhole.test(text.slice(end));
      const candidates = metrics.filter(({ dimension, ordinal, part, multiplies, isMultiple }) => {
        if (
          meant &&
          vocabulary.metrics.some((metric) => meant.includes(metric.dimension)) &&
          !meant.includes(dimension)
        )
          return false;
        if ((sign === "rank" || expression.vague === "rank") !== ordinal && dimension === "count") return false;
        // "A third of the world's" is a part of a whole, and no growth; "three times" that count events are no multiple.
        if (isPart && !part && metrics.some((one) => one.part)) return false;
        if (sign === "occasions" && multiplies) return false;
        if (sign === "times" && !isMultiple && metrics.some((one) => one.isMultiple)) return false;
        // What is no flow and is not said to be of a year is counted once: a reserve, a sum of money.
        if (!yearly && !isFlow && /-per-year$/.test(dimension)) return false;
        return fits(dimension);
      });
      // Words of a label point less surely than cues that somebody chose.
      const sure = (id: string): number => (metrics.some((one) => one.id === id && one.listed > 0) ? 1 : 0.7);
      // Tonnes that are not said to be of a year are more likely a stock than a flow.
      const weight = (id: string): number =>
        !yearly && candidates.some((one) => one.id === id && /-per-year$/.test(one.dimension))
          ? isFlow
            ? 0.9
            : 0.5
          : 1;
      const ranked = nearest(candidates, text, start, end)
        .map(({ id, score }) => ({ id, score: score * weight(id) * sure(id) }))
        .sort((a, b) => b.score - a.score);
      const whole = isPart ? wholeOf(text.slice(end)) : null;
      if (whole) ranked.unshift({ id: whole, score: 1 });
      // A metric is sure where a cue that somebody chose for it stands near, and not only in the amount's own words.
      const isSureOf = (id: string): boolean => {
        const cues = sure(id) === 1 ? metrics.find((one) => one.id === id)?.cues : undefined;
        const around = `${text.slice(0, start)}${" ".repeat(end - start)}${text.slice(end)}`;
        return cues !== undefined && nearness(cues, around, start, end) >= 0.35;
      };
      // What the ledger counts most is what a new article most likely counts.
      const usual = [...candidates].sort((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0));
      const fallback =
        usual.find(({ dimension }) => (sign === "t" ? dimension.endsWith("-per-year") === isFlow : true)) ?? usual[0];
      // Jobs are no elements because elements are counted most.
      const isCount = sign === "1" && expression.vague === undefined;
      const metric = ranked[0] || isCount ? metrics.find(({ id }) => id === ranked[0]?.id) : fallback;
      if (!ranked[0] || (ranked[1] && ranked[1].score > ranked[0].score * 0.8) || !isSureOf(ranked[0].id))
        guessed.push("metric");
      const isBare = expression.unit === null || /^(?:rank|times|occasions|1)$/.test(sign);
      const unit = metric
        ? isBare
          ? (vocabulary.units.find(
              (one) => one.dimension === metric.dimension && (expression.unit === null || one.id === "1")
            ) ?? null)
          : unitFor(
              metric.dimension,
              sign === "fraction" ? "%" : expression.per && !yearly ? `${sign}/${expression.per}` : sign,
              expression.scale
            )
        : null;
      // Tonnes that become tonnes a year by their metric alone, and what the vocabulary has no unit for.
      const isSupposed = unit !== null && !yearly && !isBare && /\/yr$/.test(unit.id);
      if ((unit === null && (metric !== undefined || !isBare)) || isSupposed || context.isPriced) guessed.push("unit");
      const named = countries.filter(({ cues }) => !isExcluded(text, cues));
      const byCountry = nearest(named, text, start, end);
      // A share of the world's is some country's, and so is a rank; an amount may be the world's own, where none comes before it.
      const isAmount = expression.vague === undefined && !/^(?:%|fraction|rank|times|occasions|1)$/.test(sign);
      const before = text.slice(0, start);
      const isNamed = named.some(({ cues }) => before.match(cues));
      const ofWorld = isAmount && !isNamed ? onlyIn(wholes, before) : null;
      const bySubject = ofWorld === null ? byCountry : [{ id: ofWorld }];
      // "The US survey puts the country’s stock at": the country is the one before, where that is another.
      const isOffice =
        bySubject[0] !== undefined &&
        theCountry.test(text) &&
        named.every(({ cues }) => [...text.matchAll(cues)].every((one) => isAside(text, one)));
      const subject = (isOffice ? context.earlier : null) ?? bySubject[0]?.id ?? context.subject;
      const isNear = ofWorld !== null || byCountry.some(({ score }) => score >= 0.2);
      if (bySubject.length !== 1 || isOffice || !isNear) guessed.push("subject");
      const byMaterial = nearest(materials, text, start, end);
      const material = byMaterial[0]?.id ?? context.material ?? "none";
      if (!byMaterial[0] || byMaterial.length > 1) guessed.push("material");
      const near = text.slice(Math.max(0, start - 90), end + 60);
      const told = statuses.find(([, cues]) => {
        cues.lastIndex = 0;
        return cues.test(near);
      })?.[0];
      const dated = [...text.matchAll(years)].sort((a, b) => Math.abs(a.index - start) - Math.abs(b.index - start))[0];
      // "Last year" beside the amount, as of the year of publication.
      const relative =
        year === null
          ? undefined
          : thisYear.test(near)
            ? String(year)
            : lastYear.test(near)
              ? String(year - 1)
              : undefined;
      if (dated || relative) guessed.push("period");
      const period = dated?.[2] ?? relative ?? null;
      // What is said of a year that had not come is no statement of what is, whatever its words.
      const isAhead = year !== null && period !== null && Number(period.slice(0, 4)) > year;
      const status = told ?? (isAhead ? "forecast" : undefined);
      if (status) guessed.push("status");
      return {
        metric: metric?.id ?? null,
        unit: unit?.id ?? null,
        divisor: unit && "divisor" in unit ? unit.divisor : 1,
        subject,
        material,
        status: status ?? "stated",
        period,
        guessed
      };
    }
  };
}
