import { newerEditions } from "../editions.ts";
import type { Ledger, Source } from "../schema.ts";
import type { Unread } from "../unread.ts";
import type { Violation } from "./violation.ts";

/** The editions of a release supersede one another in a line that has a beginning and one end, and their ids begin with its name. */
export function editionsStandInOneLine({ sources }: Ledger, { ids }: Unread): Violation[] {
  const newer = newerEditions(sources);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return sources.flatMap((source) => {
    const { id, edition_of, supersedes } = source;
    const violation = (field: keyof Source, message: string, remedy: string): Violation[] => [
      { record: source, field: [field], message, remedy }
    ];
    if (newer(source).has(source))
      return violation(
        "supersedes",
        `the editions before "${id}" lead back to it`,
        "let the first edition supersede null"
      );
    const earlier = byId.get(supersedes ?? "");
    if (earlier && !ids.has(earlier.id) && earlier.edition_of !== edition_of)
      return violation(
        "edition_of",
        `supersedes "${earlier.id}", which is an edition of ${earlier.edition_of ?? "nothing"}`,
        "let both name one release"
      );
    if (edition_of === null) return [];
    if (!id.startsWith(`${edition_of}-`))
      return violation(
        "edition_of",
        `the id of an edition of "${edition_of}" begins with "${edition_of}-"`,
        `name the release by which "${id}" begins, or the edition anew`
      );
    const twin = sources.find(
      (other) => other.edition_of === edition_of && other.supersedes === supersedes && !newer(other).has(other)
    );
    return twin === source || twin === undefined
      ? []
      : violation(
          "supersedes",
          `"${twin.id}" ${supersedes === null ? "is the first edition already" : `supersedes "${supersedes}" already`}`,
          "let each edition supersede the one before it"
        );
  });
}
