import type { Ledger } from "../ledger/schema.ts";
import type { Disagreement } from "./comparisons.ts";
import { firstUnlike } from "./derivation-inputs.ts";
import type { QuantityRow } from "./figures.ts";
import { agree, comparisonKey, meets } from "./same-quantity.ts";

/** What a person is told of a disagreement that no record judges. */
interface Told {
  message: string;
  remedy: string;
}

/** Of a disagreement the figure that was said last, and what it disagrees with. */
interface Opposed {
  figure: QuantityRow | undefined;
  opponents: QuantityRow[];
}

/** The figure said last of those that disagree with another source, or else with another record; opponents of other sources first. */
export function latestOpposed({ metric, figures }: Disagreement, { vocabulary }: Ledger): Opposed {
  const apart = vocabulary.metrics.find(({ id }) => id === metric)?.years_apart;
  const isHeldAgainst = (claim: QuantityRow, other: QuantityRow): boolean =>
    claim.reading === "text" && meets(claim, other, figures, apart);
  const disagree = (one: QuantityRow, other: QuantityRow): boolean =>
    one.unit === other.unit && (isHeldAgainst(one, other) || isHeldAgainst(other, one)) && !agree(one, other);
  const inOrder = latestFirst(figures);
  const opposed = inOrder.map((figure) => {
    const isOfOther = ({ source }: QuantityRow): number => Number(source !== figure.source);
    return {
      figure,
      opponents: inOrder.filter((other) => disagree(figure, other)).sort((a, b) => isOfOther(b) - isOfOther(a))
    };
  });
  const [first] = opposed.filter(({ figure, opponents }) => opponents.some(({ source }) => source !== figure.source));
  return first ?? opposed.find(({ opponents }) => opponents.length > 0) ?? { figure: undefined, opponents: [] };
}

/** What was said last first; of one day what the ledger has last. */
const latestFirst = (figures: readonly QuantityRow[]): QuantityRow[] =>
  [...figures].reverse().sort((one, other) => (other.published ?? "").localeCompare(one.published ?? ""));

/**
 * Ways of saying that nobody has judged a disagreement, and with which record to, the fullest first: an id that was cut to fit a
 * line could neither be copied nor be looked for.
 */
export function waysToTell(found: Disagreement, opposed: Opposed, ledger: Ledger): Told[] {
  const [first, ...others] = opposed.opponents.map(({ id }) => id);
  const short = `nobody has judged that it disagrees with ${first}`;
  const more = others.length > 0 ? [`${short} and ${others.length} more`] : [];
  const messages = [...more, short, `nobody has judged it against ${first}`];
  return remedies(found, opposed, ledger).flatMap((remedy) => messages.map((message) => ({ message, remedy })));
}

function remedies(found: Disagreement, opposed: Opposed, ledger: Ledger): string[] {
  const { metric, subject, material, figures } = found;
  const finds = `finds: { metric: ${metric}, subject: ${subject}, material: ${material} }`;
  const begun = listing(found, opposed, ledger);
  if (begun) return [`${begun} lists such figures already: write ${finds} there instead of its figures`];
  const model = alike(found, ledger);
  const isUnlike = firstUnlike(figures, ledger.vocabulary.units) !== null;
  const fields = `title, kind, word, explanation${isUnlike ? ", allowed" : ""}`;
  const asIn =
    model && `the other fields as in ${model.id}${isUnlike && model.allowed === undefined ? ", and allowed" : ""}`;
  const record = `paste - { id: ${freeId(found, ledger)}, ${finds} } into comparisons.yaml`;
  return [
    ...(asIn ? [`${record}, with ${asIn}`] : []),
    `${record}, with ${fields}`,
    `paste - { ${finds} } into comparisons.yaml, with id, ${fields}`
  ];
}

/**
 * A comparison that names figures of this quantity alone, among them all that publications claimed of it but for the newcomer:
 * without that, nothing would disagree.
 */
function listing(
  found: Disagreement,
  { figure, opponents }: Opposed,
  { comparisons, sources }: Ledger
): string | undefined {
  const claims = found.figures.filter(({ reading }) => reading === "text");
  const isNewcomer = (claim: QuantityRow): boolean => claim === figure || opponents.every((one) => one === claim);
  const key = comparisonKey(found);
  const ofQuantity = new Set(
    sources.flatMap(({ figures }) => figures.filter((figure) => comparisonKey(figure) === key).map(({ id }) => id))
  );
  return comparisons.find(
    ({ kind, finds, figures, positions }) =>
      (kind === "conflict" || kind === "near-match") &&
      !finds &&
      positions.length === 0 &&
      figures.length > 1 &&
      claims.some(({ id }) => figures.includes(id)) &&
      claims.filter(({ id }) => !figures.includes(id)).every((claim, place) => place === 0 && isNewcomer(claim)) &&
      figures.every((id) => ofQuantity.has(id))
  )?.id;
}

/** An id that no comparison has. */
function freeId({ metric, subject, material }: Disagreement, { comparisons }: Ledger): string {
  const taken = new Set(comparisons.map(({ id }) => id));
  const plain = `comparison.${metric}-of-${subject}`;
  const numbered = comparisons.map((_, place) => `${plain}-${place + 2}`);
  return [plain, `${plain}-${material}`, ...numbered].find((id) => !taken.has(id)) ?? plain;
}

/** A comparison to take as a model: of the same metric and place, else of the metric. */
const alike = ({ metric, subject }: Disagreement, { comparisons }: Ledger): Ledger["comparisons"][number] | undefined =>
  comparisons.find(({ finds }) => finds?.metric === metric && finds.subject === subject) ??
  comparisons.find(({ finds }) => finds?.metric === metric);
