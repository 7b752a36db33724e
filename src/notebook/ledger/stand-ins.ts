import type { ReleaseIdentity, TextIdentity } from "./schema.ts";

/**
 * An identity in place of one that could not be read, so that the records of the file can be checked all the same. It
 * names its own id wherever it should name another record: faulty as it is, nobody looks for that one.
 */
const shared = (id: string) => ({
  id,
  title: id,
  publisher: id,
  kind: id,
  country: null,
  language: "en",
  published: { date: "2000", precision: "year" as const, qualifier: "inferred" as const },
  url: "https://example.org/"
});

/** In place of a publication's identity. */
export const sourceStandIn = (id: string): TextIdentity => ({
  ...shared(id),
  translated: null,
  authors: null,
  text_sha256: null
});

/** In place of a release's identity. */
export const releaseStandIn = (id: string): ReleaseIdentity => ({
  ...shared(id),
  edition: id,
  licence: id,
  reading: "original",
  edition_of: null,
  supersedes: null
});
