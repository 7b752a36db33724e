import type { Lexicon } from "../text/lexicon.ts";
import { pattern } from "../text/patterns.ts";
import type { Bearers } from "./bearers.ts";

/**
 * Takes a name on to where it ends. Names are found by their capitals; what follows in small letters may say which
 * institute is meant, «Институт социальной медицины», or lead to the person who speaks for it: "said Alpha Bank economist
 * Jo Lund", «главный врач Ключевской больницы Антон Белов».
 */
export function wholeNameReader(lexicon: Lexicon, { endsInBody }: Pick<Bearers, "endsInBody">) {
  const stops = `(?!(?:${lexicon.function}|${lexicon.says})(?!\\p{L}))`;
  const small = `(?:\\s+${stops}(?:[\\p{Ll}-]+|["“«]\\u2002*["”»]))`;
  const toPerson = pattern(
    `^${small}{1,5}?(?:\\s+\\p{Lu}[\\p{L}-]*)?\\s+(\\p{Lu}\\p{Ll}[\\p{L}’'-]*\\s+\\p{Lu}\\p{Ll}[\\p{L}’'-]+)(?!\\p{L})`,
    "u"
  );
  const ofWhat = pattern(`^${lexicon.ofWhat}`, "u");
  const toBody = pattern(`^(?:\\s+${lexicon.adjective})*\\s+(?:${lexicon.institutions})(?!\\p{L})`, "u");
  const describes = pattern(`^${lexicon.adjective}$`, "iu");
  const isPersonal = (name: string): boolean =>
    /^\p{Lu}\p{Ll}[\p{L}’'-]*\s+\p{Lu}\p{Ll}[\p{L}’'-]+$/u.test(name) && !endsInBody(name);

  /** «Центра» as «Центр»: a noun that is one of a body without an ending, too. */
  function nominative(name: string): string {
    if (!lexicon.hasCases) return name;
    const [, head = "", rest = ""] = /^(\S+)(.*)$/su.exec(name) ?? [];
    const bare = head.replace(/(?:а|у|ом|е)$/u, "");
    if (bare !== head && endsInBody(bare)) return `${bare}${rest}`;
    return `${head
      .replace(/ств(?:а|у|ом|е)$/u, "ство")
      .replace(/ени(?:я|ю|ем|и)$/u, "ение")
      .replace(/ци(?:и|ю|ей)$/u, "ция")}${rest}`;
  }

  /** A name with what belongs to it of the words `after` it, or the person whom those lead to. */
  function wholeName(name: string, after: string): string {
    const person = isPersonal(name) ? undefined : toPerson.exec(after)?.[1];
    if (person !== undefined) return person;
    if (!lexicon.hasCases) return name;
    // «Эксперты Института экономики»: the institute; «Росводы Антон Белов»: the person.
    const [, inBody, atEnd] =
      /^(?:\p{L}+[ыи]\s+(\p{Lu}\p{L}+)|\p{Lu}[\p{Ll}]+\s+(\p{Lu}\p{Ll}+(?<!вич|вна|чна)\s+\p{Lu}\p{Ll}+))$/u.exec(
        name
      ) ?? [];
    if (inBody !== undefined && endsInBody(inBody)) return wholeName(inBody, after);
    if (atEnd !== undefined && !describes.test(name.split(/\s/)[0] ?? "")) return atEnd;
    if (/\s/.test(name)) return name;
    if (endsInBody(name)) return nominative(`${name}${ofWhat.exec(after)?.[0] ?? ""}`);
    const body = describes.test(name) ? toBody.exec(after)?.[0] : undefined;
    return body === undefined ? name : `${name}${body}${ofWhat.exec(after.slice(body.length))?.[0] ?? ""}`;
  }

  return { nominative, wholeName };
}
