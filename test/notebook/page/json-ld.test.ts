import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import jsonld, { type JsonLdDocument, type Options } from "jsonld";
import { expect, test } from "vitest";
import { claimFiles } from "../../../src/notebook/page/claims.ts";
import { pageHead } from "../../../src/notebook/page/shell.ts";
import { realNotebook } from "../../real-ledger.ts";

// What a reader of linked data makes of what pages say of themselves. It takes nothing for granted that its list of terms
// does not have: the terms of schema.org as RO-Crate lists them, which is at hand without a network.

const terms = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("ro-crate/lib/context.json"), "utf8"));
const isTerm = (iri: string): boolean => iri.startsWith("http://schema.org/");

// It refuses what it would otherwise leave out in silence.
const options: Options.Expand & { safe: boolean } = {
  safe: true,
  documentLoader: async (documentUrl) => {
    expect(documentUrl).toBe("https://schema.org");
    return { documentUrl, document: terms };
  }
};
const read = (thing: JsonLdDocument): Promise<unknown[]> => jsonld.expand(thing, options);

/** The names of all that a thing says, at any depth. */
const keysOf = (value: unknown): string[] =>
  value === null || typeof value !== "object"
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(inner)]);

const things = (html: string): JsonLdDocument[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json = ""]) =>
    JSON.parse(json)
  );

test("a reader of linked data understands every term of what pages and claims say of themselves", async () => {
  const notebook = realNotebook();
  const pages = notebook.site.pages.flatMap(({ path }) => things(pageHead(path, notebook)));
  const claims = claimFiles(notebook, (name) => name).flatMap(({ path, content = "" }) =>
    path.endsWith(".html") ? things(content) : []
  );
  const kinds = new Map([...pages, ...claims].map((thing) => [(thing as { "@type": string })["@type"], thing]));
  expect([...kinds.keys()].sort()).toEqual(["Article", "Claim", "ClaimReview", "Dataset", "DefinedTermSet"]);
  for (const thing of [...pages, ...claims]) {
    const [found, ...others] = await read(thing);
    expect(others).toEqual([]);
    const said = keysOf(thing).filter((key) => !key.startsWith("@"));
    const understood = keysOf(found).filter(isTerm);
    expect(understood.map((iri) => iri.replace("http://schema.org/", "")).sort()).toEqual(said.sort());
  }
});

test("a term that schema.org does not have is refused", async () => {
  await expect(read({ "@context": "https://schema.org", "@type": "Article", headlien: "A" })).rejects.toThrow(
    "Safe mode"
  );
  await expect(read({ "@context": "https://schema.org", "@type": "Artikel", headline: "A" })).rejects.toThrow(
    "Safe mode"
  );
});
