import type { dataPackage } from "./data-package.ts";
import { licenceAddress } from "./metadata.ts";

/** The name under which programs look for a crate's description. */
export const crateFile = "ro-crate-metadata.json";

type Package = ReturnType<typeof dataPackage>;

/**
 * Describes the tables once more, for archives and libraries: the data package as an RO-Crate, see
 * https://w3id.org/ro/crate/1.2. There is no crate without a licence and a date.
 */
export function roCrate(described: Package, { licence, published }: { licence: string; published: string }): object {
  const { title, description, homepage, version, contributors = [], sources, resources, workbook } = described;
  const files = [
    ...resources.flatMap((resource) =>
      [resource, ...resource.formats].map((file) => ({
        ...file,
        name: `${resource.title}, ${file.format}`,
        about: resource.description
      }))
    ),
    { ...workbook, name: `${title}, all tables, ${workbook.format}`, about: description }
  ].map(({ path, name, about, mediatype, bytes, hash }) => ({
    "@id": path,
    "@type": "File",
    name,
    description: about,
    encodingFormat: mediatype,
    contentSize: String(bytes),
    sha256: hash.replace("sha256:", "")
  }));
  const terms = { "@id": licenceAddress(licence), "@type": "CreativeWork", name: licence };
  const authors = contributors.map(({ title }, place) => ({
    "@id": `#author-${place + 1}`,
    "@type": "Organization",
    name: title
  }));
  const works = sources.map(({ title, path }, place) => ({
    "@id": path ?? `#source-${place + 1}`,
    "@type": "CreativeWork",
    name: title
  }));
  const root = {
    "@id": "./",
    "@type": "Dataset",
    name: title,
    description,
    datePublished: published,
    ...(version === undefined ? {} : { version, dateModified: version }),
    ...(homepage === undefined ? {} : { url: homepage }),
    license: named(terms),
    author: authors.map(named),
    isBasedOn: works.map(named),
    hasPart: files.map(named)
  };
  return {
    "@context": "https://w3id.org/ro/crate/1.2/context",
    "@graph": [
      {
        "@id": crateFile,
        "@type": "CreativeWork",
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.2" },
        about: named(root)
      },
      root,
      ...files,
      terms,
      ...authors,
      // Two editions may stand at one address.
      ...new Map(works.map((work) => [work["@id"], work])).values()
    ]
  };
}

const named = ({ "@id": id }: { "@id": string }) => ({ "@id": id });
