import type { Article, DataDownload, Dataset, DefinedTermSet, Thing, WithContext } from "schema-dts";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import type { PublishedFile } from "./published-file.ts";
import { pageFile, sharePicturePath } from "./site.ts";

/** A place on the site as a full address; undefined until the config says where the notebook is published. */
export function fullAddress(place: string, { site }: Notebook): string | undefined {
  const { homepage } = site.options;
  return homepage === undefined ? undefined : new URL(place, homepage.replace(/\/?$/, "/")).href;
}

/** The one address of a page: as its links are written, which hosts without clean addresses want with an ending. */
export function canonicalAddress(path: string, notebook: Notebook): string | undefined {
  const file = pageFile(path.replace(/\/index$/, "/"));
  const place = file.replace(/(?:^|(?<=\/))index$/, "");
  const ending = notebook.site.options.preserveExtension && !/(?:^|\/)$/.test(place) ? ".html" : "";
  return fullAddress(place + ending, notebook);
}

interface Described {
  path: string;
  page: Page | undefined;
  name: string;
  description: string;
}

/**
 * What a page is, for search engines and programs, in the terms of schema.org: an article; and the tables where they
 * are taken, the terms where they are explained. Each is in a script of data, which no browser runs.
 */
export function structuredData({ path, page, name, description }: Described, notebook: Notebook): string {
  if (!page || page.aside) return "";
  const { site } = notebook;
  const { authors = [], published, updated, licence } = site.options;
  const url = canonicalAddress(path, notebook);
  const common = {
    ...(authors.length > 0
      ? { author: authors.map((author) => ({ "@type": "Organization" as const, name: author })) }
      : {}),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(updated === undefined ? {} : { dateModified: updated }),
    ...(licence === undefined ? {} : { license: licenceAddress(licence) }),
    inLanguage: "en"
  };
  const image = fullAddress(sharePicturePath(page.path, site), notebook);
  const article: WithContext<Article> = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: name,
    description,
    ...(url === undefined ? {} : { url, mainEntityOfPage: url }),
    ...(image === undefined ? {} : { image }),
    ...(path === "/" || path === "/index" ? {} : { isPartOf: { "@type": "CreativeWork", name: site.title } }),
    ...common
  };
  const things: WithContext<Thing>[] = [
    article,
    ...(page.blocks.has("data-tables") ? [datasetOf(notebook, common)] : []),
    ...(page.blocks.has("glossary") ? [termsOf(notebook)] : [])
  ];
  return things.map(scriptOfData).join("\n");
}

/** A script of data. No text in it can end it: a "<" is never written as itself. */
export const scriptOfData = (thing: WithContext<Thing>): string =>
  `<script type="application/ld+json">${JSON.stringify(thing).replaceAll("<", "\\u003c")}</script>`;

function datasetOf(notebook: Notebook, common: object): WithContext<Dataset> {
  const { site, tables } = notebook;
  const files = Object.values(tables).filter(({ rows }) => rows.length > 0);
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: site.title,
    description: site.description,
    ...common,
    isAccessibleForFree: true,
    distribution: files.map(
      ({ name, title }): DataDownload => ({
        "@type": "DataDownload",
        name: title,
        encodingFormat: "text/csv",
        contentUrl: fullAddress(`data/${name}.csv`, notebook) ?? `./data/${name}.csv`
      })
    )
  };
}

function termsOf({ terms, site }: Notebook): WithContext<DefinedTermSet> {
  return {
    "@context": "https://schema.org",
    "@type": "DefinedTermSet",
    name: `Terms of “${site.title}”`,
    hasDefinedTerm: terms.map(({ id, term, definition }) => ({
      "@type": "DefinedTerm",
      termCode: id,
      name: term,
      description: definition
    }))
  };
}

export const licenceAddress = (licence: string): string => {
  const [, kind, version] = /^CC (BY(?:-[A-Z]+)*) (\d\.\d)$/.exec(licence) ?? [];
  return kind && version ? `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` : licence;
};

/** What search engines look for at the root of a site whose address is known: its pages, and leave to read them. */
export function sitemapFiles(paths: readonly string[], notebook: Notebook): PublishedFile[] {
  const { updated } = notebook.site.options;
  const addresses = paths.flatMap((path) => canonicalAddress(path, notebook) ?? []);
  const map = fullAddress("sitemap.xml", notebook);
  if (map === undefined) return [];
  const entries = addresses.map(
    (address) => `<url><loc>${address}</loc>${updated === undefined ? "" : `<lastmod>${updated}</lastmod>`}</url>`
  );
  return [
    {
      path: "sitemap.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`
    },
    { path: "robots.txt", content: `User-agent: *\nAllow: /\n\nSitemap: ${map}\n` }
  ];
}
