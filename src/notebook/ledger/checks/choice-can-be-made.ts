import type { Ledger } from "../schema.ts";
import type { Unread } from "../unread.ts";
import type { Violation } from "./violation.ts";

/** A choice begins with the pages as written, its options have names of their own, and each replaces a number that is used. */
export function choiceCanBeMade({ choices, derivations }: Ledger, { ids, wholes }: Unread): Violation[] {
  const used = new Set(derivations.flatMap(({ inputs }) => inputs));
  // A derivation that could not be read may be the one that uses a figure.
  const isWhole = !wholes.has("derivations") && ![...ids].some((id) => id.startsWith("derived."));
  return choices.flatMap((choice) =>
    choice.options.flatMap((option, place) => {
      const violation = (field: string, message: string, remedy: string): Violation => ({
        record: choice,
        field: ["options", place, field],
        message,
        remedy
      });
      const replaced = Object.keys(option.stands_in);
      const first = choice.options.findIndex(({ id }) => id === option.id);
      return [
        ...(first < place
          ? [violation("id", `option "${option.id}" is there twice`, "give one of the two another id")]
          : []),
        ...(place === 0 && replaced.length > 0
          ? [violation("stands_in", "the first option is the pages as written", "move the figures to another option")]
          : []),
        ...(place > 0 && replaced.length === 0
          ? [violation("id", `option "${option.id}" changes nothing`, "list under stands_in what it replaces")]
          : []),
        ...replaced
          .filter((figure) => isWhole && !used.has(figure))
          .map((figure) =>
            violation("stands_in", `nothing is calculated from "${figure}"`, "name a figure that a derivation takes")
          )
      ];
    })
  );
}
