import type { Violation } from "../ledger/checks/violation.ts";
import type { Choice, Derivation, Ledger, Speaker } from "../ledger/schema.ts";
import { inputsProblem } from "./derivation-inputs.ts";
import { compileFigures, type QuantityRow } from "./figures.ts";

/** One option of each choice that a reader has, by the choice's id. */
export type Chosen = Readonly<Record<string, string>>;

/** Every combination of options, the pages as written first. */
export function combinations(choices: readonly Choice[]): Chosen[] {
  return choices.reduce<Chosen[]>(
    (made, { id, options }) => made.flatMap((chosen) => options.map((option) => ({ ...chosen, [id]: option.id }))),
    [{}]
  );
}

/** The record that the chosen options put in the place of another, or that one itself. */
export const standInOf =
  ({ choices }: Pick<Ledger, "choices">, chosen: Chosen) =>
  (record: string): string =>
    chosenOptions(choices, chosen).reduce((id, { stands_in }) => stands_in[id] ?? id, record);

const chosenOptions = (choices: readonly Choice[], chosen: Chosen): Choice["options"] =>
  choices.flatMap((choice) => choice.options.filter(({ id }) => id === chosen[choice.id]));

/**
 * The derivations with the figures that the chosen options put into them. What a later choice replaces may be what an
 * earlier one has put there; an option that replaces nothing in a record leaves it the same object.
 */
export function chosenDerivations({ derivations, choices }: Ledger, chosen: Chosen): Derivation[] {
  const options = chosenOptions(choices, chosen);
  return derivations.map((derivation) => options.reduce(withOption, derivation));
}

function withOption(derivation: Derivation, { stands_in, keeps, allowed }: Choice["options"][number]): Derivation {
  if (keeps.includes(derivation.id)) return derivation;
  const inputs = derivation.inputs.map((id) => stands_in[id] ?? id);
  if (inputs.every((id, place) => id === derivation.inputs[place])) return derivation;
  const reason = derivation.allowed ?? allowed;
  return { ...derivation, inputs, ...(reason === undefined ? {} : { allowed: reason }) };
}

/** What a text may call a figure by: who says it, in which edition, for when. */
function callings(figure: QuantityRow, speakers: readonly Speaker[]): string[] {
  const speaker = speakers.find(({ id }) => id === figure.speaker);
  const house = speakers.find(({ id }) => id === speaker?.affiliation);
  const edition = /\d{4}/.exec(figure.edition ?? "")?.[0];
  return [
    ...[speaker, house].flatMap((one) => (one ? [one.name, one.name_short ?? one.name] : [])),
    ...(edition ? [`${edition} edition`, `edition of ${edition}`] : []),
    ...(figure.period?.match(/\d{4}/g) ?? [])
  ];
}

/**
 * What a text says of figures that others now stand in for, and of none that is left: a counter, an edition or a year that
 * is no longer its numbers'.
 */
export function misnamed(
  text: string,
  {
    before,
    after,
    speakers
  }: { before: readonly QuantityRow[]; after: readonly QuantityRow[]; speakers: readonly Speaker[] }
): string[] {
  const left = new Set(after.flatMap((figure) => callings(figure, speakers)));
  const gone = new Set(before.flatMap((figure) => callings(figure, speakers)).filter((name) => !left.has(name)));
  const words = text.replaceAll("\u00a0", " ");
  return [...gone].filter((name) =>
    new RegExp(`(?<![\\w’])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\w)`).test(words)
  );
}

/** Options that change whose figure a quantity is of, although its definition says whose, in which edition or for when. */
function misnamedBy(ledger: Ledger, figures: ReadonlyMap<string, QuantityRow>): Violation[] {
  return ledger.choices.flatMap((choice) =>
    choice.options.flatMap((option, place) =>
      ledger.derivations.flatMap((derivation) => {
        const changed = withOption(derivation, option);
        if (changed === derivation) return [];
        const rows = (ids: readonly string[]) => ids.flatMap((id) => figures.get(id) ?? []);
        const names = misnamed(derivation.explanation, {
          before: rows(derivation.inputs),
          after: rows(changed.inputs),
          speakers: ledger.speakers
        });
        if (names.length === 0) return [];
        return [
          {
            record: choice,
            field: ["options", place],
            message: `"${derivation.id}" says that its figure is of ${names.join(", ")}, and option "${option.id}" puts another there`,
            remedy: `list "${derivation.id}" under keeps, or define it without saying whose figure it takes`
          }
        ];
      })
    )
  );
}

/** Options that put figures where they do not fit or are not meant, or where unlike quantities would meet without a reason. */
export function choiceViolations(ledger: Ledger): Violation[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  const seen = new Set<string>();
  const unfit = combinations(ledger.choices).flatMap((chosen) =>
    chosenDerivations(ledger, chosen).flatMap((derivation, place) => {
      if (derivation === ledger.derivations[place]) return [];
      const problem = inputsProblem(
        derivation,
        derivation.inputs.flatMap((id) => figures.get(id) ?? []),
        ledger.vocabulary.units
      );
      // An option that does not fit is one fault, whatever the others are.
      const key = `${derivation.id} ${derivation.inputs}`;
      if (!problem || seen.has(key)) return [];
      seen.add(key);
      const { record, option } = lastToReplace(ledger, chosen, place);
      return [
        {
          record,
          field: ["options", option],
          message: `"${derivation.id}" cannot be calculated so: ${problem.message}`,
          remedy: `let another figure stand in, list "${derivation.id}" under keeps, or say under allowed why they may meet`
        }
      ];
    })
  );
  return [...unfit, ...misnamedBy(ledger, figures)];
}

/** The last choice whose option changes a derivation: where its fault is mended. */
function lastToReplace(ledger: Ledger, chosen: Readonly<Record<string, string>>, place: number) {
  const changes = ledger.choices.filter((choice) => {
    const alone = { [choice.id]: chosen[choice.id] ?? "" };
    return chosenDerivations(ledger, alone)[place] !== ledger.derivations[place];
  });
  const record = changes.at(-1);
  if (!record) throw new Error("a derivation changed without a choice");
  return { record, option: record.options.findIndex(({ id }) => id === chosen[record.id]) };
}
