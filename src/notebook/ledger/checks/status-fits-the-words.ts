import type { Ledger, Quantity, Source } from "../schema.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { isUnderstood, lexiconOf } from "../text/lexicons.ts";
import { pattern } from "../text/patterns.ts";
import type { Violation } from "./violation.ts";

/** By which words of a language it is known what is to come, may be to come, is estimated, or could be. */
interface Telling {
  ahead: RegExp;
  maybeAhead: RegExp;
  estimated: RegExp;
  possible: RegExp;
}

/**
 * What is expected or planned is a forecast or a target, and what is one lies ahead, by its period or by its words; what is
 * called estimated is an estimate; what could be is a capacity.
 */
export function statusFitsTheWords({ sources, vocabulary }: Ledger): Violation[] {
  const labels = new Map(vocabulary.metrics.map(({ id, label }) => [id, label]));
  return sources.flatMap((source) => {
    if (!isUnderstood(source.language)) return [];
    // Our words are in English, or in the language of the source.
    const telling = [...new Set(["en", source.language])].map((language) => tellingOf(lexiconOf(language)));
    return source.figures
      .filter(({ series }) => series === null)
      .flatMap((figure) => otherStatus(figure, source, telling, labels.get(figure.metric) ?? ""));
  });
}

function otherStatus(
  figure: Quantity,
  { published }: Source,
  telling: readonly Telling[],
  metric: string
): Violation[] {
  const { status, printed, says, period, said } = figure;
  const words = `${printed}. ${says.split(";", 1)[0]}`;
  const has = (kind: keyof Telling, text = words): boolean => telling.some((one) => one[kind].test(text));
  const isAhead = status === "target" || status === "forecast";
  const [last, now] = [period?.split("/").at(-1)?.slice(0, 4) ?? "", (said ?? published.date).slice(0, 4)];
  const of = (message: string, remedy: string): Violation[] => [{ record: figure, field: ["status"], message, remedy }];
  if (isAhead && last < now && last !== "")
    return of(
      `${last} had gone by in ${now}, and "${status}" is of what is to come`,
      'correct "status", or the period'
    );
  if (isAhead && last <= now && !has("maybeAhead"))
    return of(
      `neither its period nor its words lie ahead, and "${status}" is of what is to come`,
      'correct "status", or give the period that it is for'
    );
  if (["stated", "estimate", "statistic"].includes(status) && has("ahead"))
    return of(
      `its words are of what is to come, and "${status}" is of what is`,
      "write forecast or target, or correct the words"
    );
  if (status === "stated" && has("estimated"))
    return of("its words call it an estimate", "write estimate, or correct the words");
  if (status === "capacity" && !has("possible", `${words} ${metric}`))
    return of('its words say of nothing that it could be, as "capacity" does', 'correct "status", or the words');
  return [];
}

const known = new Map<Lexicon, Telling>();

function tellingOf(lexicon: Lexicon): Telling {
  const { ahead, maybeAhead, forecast, target, estimate, capacity } = lexicon;
  const words = (source: string): RegExp => pattern(`(?<!\\p{L})(?:${source})(?!\\p{L})`, "iu");
  const telling = known.get(lexicon) ?? {
    ahead: words(ahead),
    maybeAhead: words(`${ahead}|${maybeAhead}|${forecast}|${target}`),
    estimated: words(estimate),
    possible: words(capacity)
  };
  known.set(lexicon, telling);
  return telling;
}
