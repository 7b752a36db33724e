import type { Ledger } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** A passage of a text is a paragraph; one of a release a statement of it, or words for its place. */
export function passageCanBeFound(ledger: Ledger): Violation[] {
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  return ledger.events.flatMap((event) =>
    event.passages.flatMap((passage, index) => {
      const { paragraph, printed, statement, place, url } = passage;
      const source = sources.get(passage.source);
      if (!source) return [];
      const isText = source.reading === "text";
      const given = Object.entries(isText ? { statement, place, url } : { paragraph, printed });
      const [misplaced] = given.flatMap(([field, value]) => (value === undefined ? [] : [field]));
      const found = (field: string | null, message: string, remedy: string) => [
        { record: event, field: ["passages", index, ...(field === null ? [] : [field])], message, remedy }
      ];
      if (misplaced !== undefined)
        return found(
          misplaced,
          `"${source.id}" is ${isText ? "a text" : "a release"}, where a passage has no "${misplaced}"`,
          isText ? 'give "paragraph" alone, with "printed" for its date' : 'give "statement", or "place"'
        );
      if (isText)
        return paragraph === undefined
          ? found(null, `the paragraph of "${source.id}" is not given`, 'add "paragraph"')
          : [];
      if ((statement === undefined) === (place === undefined))
        return found(null, `the place in "${source.id}" is not given once`, 'give either "statement" or "place"');
      return statement?.startsWith(`${source.id}.`) === false
        ? found("statement", `"${statement}" is no statement of "${source.id}"`, "name the source that holds it")
        : [];
    })
  );
}
