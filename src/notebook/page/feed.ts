import { createHash } from "node:crypto";
import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../words/words.ts";
import { correctionText, feedPath, updateText } from "./changes-page.ts";
import { canonicalAddress, fullAddress } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import type { PublishedFile } from "./published-file.ts";
import { expandTokens } from "./tokens.ts";

/**
 * The changes as an Atom feed (RFC 4287): an entry for each correction and for each day of updates, newest first. All of it
 * follows from the entries, so that it changes when they do.
 */
export function feedFiles(notebook: Notebook): PublishedFile[] {
  const path = feedPath(notebook);
  const page = notebook.site.pages.find(({ blocks }) => blocks.has("changes"));
  if (path === null || !page) return [];
  const { title, options, changes, pages } = notebook.site;
  const { authors = [title], licence, preserveExtension } = options;
  const ending = preserveExtension && !page.path.endsWith("/") ? ".html" : "";
  // Without a known address, links are relative to the feed.
  const list = canonicalAddress(page.path, notebook) ?? `.${page.path}${ending}`;
  const self = fullAddress(path, notebook);
  const id = (place: string): string => (self ? `${list}#${place}` : urn(title, place));
  const name = (of: string): string => {
    const known = pages.find((candidate) => candidate.path === of);
    return known ? expandTokens(known.short, notebook) : of;
  };
  const entries = [
    ...changes.corrections.map((correction) => ({
      day: correction.day,
      place: correction.id,
      title: `Correction: ${name(correction.path)}`,
      html: correctionText(correction)
    })),
    ...changes.updates.map((update) => ({
      day: update.day,
      place: update.day,
      title: `Changes of ${dateText(update.day)}`,
      html: updateText(update, 3)
    }))
  ].sort((a, b) => b.day.localeCompare(a.day));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${esc(self ?? urn(title, path))}</id>`,
    `<title>${esc(`${title}: changes`)}</title>`,
    `<updated>${midnight(entries[0]?.day ?? "")}</updated>`,
    ...authors.map((author) => `<author><name>${esc(author)}</name></author>`),
    ...(licence === undefined ? [] : [`<rights>${esc(licence)}</rights>`]),
    `<link rel="self" type="application/atom+xml" href="${esc(self ?? path)}"/>`,
    `<link rel="alternate" type="text/html" href="${esc(list)}"/>`,
    ...entries.map(
      (entry) => `<entry>
<id>${esc(id(entry.place))}</id>
<title>${esc(entry.title)}</title>
<updated>${midnight(entry.day)}</updated>
<link rel="alternate" type="text/html" href="${esc(`${list}#${entry.place}`)}"/>
<content type="html">${esc(entry.html)}</content>
</entry>`
    ),
    "</feed>"
  ];
  return [{ path, content: `${lines.join("\n")}\n` }];
}

const midnight = (day: string): string => `${day}T00:00:00Z`;

/** A name that stays the same as long as the title does: a UUID of a name (RFC 9562, version 5), in the namespace of URLs. */
function urn(title: string, place: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex"))
    .update(`${title}#${place}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}
