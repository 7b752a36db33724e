import { detect } from "chardet";
import iconv from "iconv-lite";

/** A text that was read from bytes, and what was done about its encoding. */
export interface Decoded {
  text: string;
  notes: string[];
}

/** Decodes bytes: by their byte-order mark, as UTF-8 where they are that, by what HTML declares, else by the look of them. */
export function decode(bytes: Uint8Array): Decoded {
  const as = (encoding: string): string => iconv.decode(Buffer.from(bytes), encoding);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: as("utf-16le"), notes: ["The file is in UTF-16."] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: as("utf-16be"), notes: ["The file is in UTF-16."] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const declared = /charset=["']?([\w-]+)/i.exec(as("latin1").slice(0, 2048))?.[1];
    // What calls itself Latin-1 is read as browsers do, with the dashes and quotes of Windows.
    const [encoding] = [declared, detect(bytes)]
      .filter((name) => name !== undefined && name !== null)
      .map((name) => (/^(?:iso-?8859-1|latin-?1|us-ascii)$/i.test(name) ? "windows-1252" : name))
      .filter((name) => !/^utf-?8$/i.test(name) && iconv.encodingExists(name));
    if (encoding === undefined)
      return { text: as("utf-8"), notes: ["Some characters of the file could not be read and stand as “\ufffd”."] };
    const how = declared === undefined ? "which was found by its look" : "as it says itself";
    return { text: as(encoding), notes: [`The file is in ${encoding}, ${how}.`] };
  }
}

/** The bytes of a single-byte encoding by the characters that they stand for, those among them that have none. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    const character = iconv.decode(Buffer.of(byte), encoding);
    // A byte may also stand as a control character; one without a character is lost: of several, most often the closing quote’s.
    const control = String.fromCharCode(byte);
    bytes.set(control, bytes.get(control) ?? byte);
    if (character === "\ufffd") {
      if (!bytes.has("\ufffd") || byte === 0x9d) bytes.set("\ufffd", byte);
    } else bytes.set(character, byte);
  }
  return bytes;
}

/** UTF-8 that somebody read as something else ("â€™", "Ð¿Ñ€") becomes itself again where nearly all of it can. */
export function repair(text: string): Decoded {
  let mended = text;
  for (const encoding of ["windows-1252", "windows-1251", "windows-874", "windows-1252"])
    mended = repairedFrom(mended, bytesOf(encoding));
  const notes = mended === text ? [] : ["Its characters were damaged by a wrong encoding and were mended."];
  const lost = mended.match(/\ufffd/g)?.length ?? 0;
  if (lost > 0) notes.push(`${lost} of its characters are lost and stand as “\ufffd”.`);
  return { text: mended, notes };
}

function repairedFrom(text: string, bytes: ReadonlyMap<string, number>): string {
  const characters = Array.from(text);
  let whole = 0;
  let broken = 0;
  let mended = "";
  let next = 0;
  for (const [i, character] of characters.entries()) {
    if (i < next) continue;
    const lead = bytes.get(character) ?? 0;
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    const run = length > 0 ? characters.slice(i, i + length).map((one) => bytes.get(one) ?? 0) : [];
    const isRun = run.length === length && run.slice(1).every((byte) => byte >= 0x80 && byte < 0xc0);
    if (length > 0 && isRun) {
      whole++;
      mended += Buffer.from(run).toString("utf8");
      next = i + length;
    } else {
      if (length > 0) broken++;
      mended += character;
    }
  }
  // Ordinary words hold such pairs too, few of which are UTF-8 by chance.
  return whole >= 2 && whole / (whole + broken) > 0.8 ? mended : text;
}

/** A foreign letter that stands inside words and where marks belong: what is left of a dash or an apostrophe. */
export function damagedCharacter(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, character = ""] of text.matchAll(
    /(?<=\p{Script=Latin})([^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}\p{Cc}\p{M}])(?=\p{Script=Latin}|\s)/gu
  ))
    if (!/\p{Script=Cyrillic}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > 2 ? most[0] : null;
}
