/**
 * A document with the same text in ASCII. A browser that finds a single other character in a stretch of a page reads all of it
 * as wide characters, several times slower, before anything is shown. Scripts stay as they are, for their hashes are in the
 * page's policy.
 */
export const asciiHtml = (html: string): string =>
  html.replace(raw, (found, element: string | undefined, attributes: string | undefined, other: string | undefined) => {
    if (other !== undefined) return `&#${other.codePointAt(0)};`;
    if (element === "style") return found.replace(beyond, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
    // A value of JSON may be written so; code may not everywhere.
    return /json/.test(attributes ?? "") ? found.replace(units, (unit) => `\\u${hex(unit)}`) : found;
  });

const raw = /<(style|script)\b([^>]*)>[\s\S]*?<\/\1>|([^\0-\x7f])/gu;
const beyond = /[^\0-\x7f]/gu;
const units = /[^\0-\x7f]/g;
const hex = (unit: string): string => unit.charCodeAt(0).toString(16).padStart(4, "0");

/** The same document with its text as it was written, for what reads its signs. */
export const fromAsciiHtml = (html: string): string =>
  html.replace(/&#(\d{3,});/g, (_, code: string) => String.fromCodePoint(Number(code)));
