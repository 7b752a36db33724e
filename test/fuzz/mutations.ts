import fc from "fast-check";
import { hostileWords } from "./hostile.ts";

/** A change of one file, named for what it does; the same parameters make the same change. */
export interface Mutation {
  kind: string;
  change(text: string): string | Uint8Array;
}

/** A place within a text, as a part of its length. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const within = (at: number, length: number): number => Math.floor(at * length);

const insert = (text: string, at: number, added: string): string => {
  const index = within(at, text.length + 1);
  return text.slice(0, index) + added + text.slice(index);
};

/** A text with one of its lines replaced by others. */
function withLine(text: string, at: number, change: (line: string, lines: readonly string[]) => string[]): string {
  const lines = text.split("\n");
  const index = within(at, lines.length);
  lines.splice(index, 1, ...change(lines[index] ?? "", lines));
  return lines.join("\n");
}

/** A text with one of its values, which stand behind a colon, replaced. */
function withValue(text: string, at: number, value: string): string {
  const values = [...text.matchAll(/(?<=: )[^\s{}[\],#][^\n,}\]]*/g)];
  const found = values[within(at, values.length)];
  return found ? text.slice(0, found.index) + value + text.slice(found.index + found[0].length) : text + value;
}

/** A text with one of its keys replaced. */
function withKey(text: string, at: number, change: (key: string) => string): string {
  const keys = [...text.matchAll(/[\w.-]+(?=:(?:\s|$))/gm)];
  const found = keys[within(at, keys.length)];
  return found ? text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length) : text;
}

const named =
  (kind: string) =>
  <Parameters>(
    parameters: fc.Arbitrary<Parameters>,
    change: (text: string, parameters: Parameters) => string | Uint8Array
  ): fc.Arbitrary<Mutation> =>
    parameters.map((values) => ({ kind, change: (text) => change(text, values) }));

const yamlValues = [
  "!!js/function 'function () {}'",
  "!!binary aGVsbG8=",
  "!!set { a, b }",
  "!!timestamp 2024-01-01",
  "!!float .nan",
  "!own { a: 1 }",
  "&anchor one",
  "*nowhere",
  "{ <<: *a, b: 1 }",
  "{ __proto__: { polluted: true } }",
  "{ constructor: { prototype: { polluted: true } } }",
  "? [complex, key]",
  "| \n  block",
  ">-\n  folded",
  "'open",
  '"\\x00\\u202E\\uD800"',
  '"\\e[31mred\\a"',
  "[[[[[[[[[[[[1]]]]]]]]]]]]",
  "{ a: { b: { c: { d: 1 } } } }",
  ".nan",
  "-.inf",
  "1e308",
  "-1",
  "0",
  "0.1e-400",
  "0o777",
  "123456789012345678901234567890",
  "true",
  "null",
  "2024",
  "[]",
  "{}",
  "- a",
  "%YAML 9.9",
  "---\n- another document",
  "...\n",
  "<<<<<<< HEAD"
] as const;

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[..."bcdefghi"]
  .map((letter, index) => {
    const before = "abcdefgh"[index];
    return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(", ")}]\n`;
  })
  .join("")}`;

/** What can go wrong with any text. */
const ofAnyText = [
  named("bytes flipped")(
    fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
    (text, flips) => {
      const bytes = Buffer.from(text);
      for (const [at, by] of flips) {
        const index = within(at, bytes.length);
        bytes[index] = (bytes[index] ?? 0) ^ by;
      }
      return bytes;
    }
  ),
  named("cut short")(place, (text, at) => text.slice(0, within(at, text.length))),
  named("a part missing")(fc.tuple(place, fc.integer({ min: 1, max: 200 })), (text, [at, length]) => {
    const index = within(at, text.length);
    return text.slice(0, index) + text.slice(index + length);
  }),
  named("a line missing")(place, (text, at) => withLine(text, at, () => [])),
  named("a line doubled")(place, (text, at) => withLine(text, at, (line) => [line, line])),
  named("a line from elsewhere")(fc.tuple(place, place), (text, [at, from]) =>
    withLine(text, at, (line, lines) => [line, lines[within(from, lines.length)] ?? ""])
  ),
  named("indented otherwise")(fc.tuple(place, fc.constantFrom("\t", " ", "  ", "      ")), (text, [at, by]) =>
    withLine(text, at, (line) => [line.startsWith(by) ? line.slice(by.length) : by + line])
  ),
  named("byte-order mark")(place, (text, at) => insert(text, at < 0.5 ? 0 : at, "\uFEFF")),
  named("carriage returns")(fc.boolean(), (text, isWhole) => text.replaceAll("\n", isWhole ? "\r\n" : "\r")),
  named("another encoding")(fc.constantFrom("utf16le" as const, "latin1" as const), (text, encoding) =>
    Buffer.from(`${text}# é\n`, encoding)
  ),
  named("a sign put in")(
    fc.tuple(place, fc.constantFrom(..."\0\u0007\u001B\t\"'`{}[]<>&*!|%@:#,-?\\=~\u2028\u202E\u00A0")),
    (text, [at, sign]) => insert(text, at, sign)
  ),
  named("any signs")(fc.tuple(place, fc.string({ unit: "binary", maxLength: 40 })), (text, [at, signs]) =>
    insert(text, at, signs)
  ),
  named("hostile words")(fc.tuple(place, fc.constantFrom(...hostileWords)), (text, [at, words]) =>
    insert(text, at, words)
  )
];

/** What can go wrong with a list of records. */
const ofYaml = [
  named("hostile text in a field")(fc.tuple(place, fc.constantFrom(...hostileWords)), (text, [at, words]) =>
    withValue(text, at, JSON.stringify(words))
  ),
  named("another value")(fc.tuple(place, fc.constantFrom(...yamlValues)), (text, [at, value]) =>
    withValue(text, at, value)
  ),
  named("any number")(fc.tuple(place, fc.double()), (text, [at, number]) => withValue(text, at, String(number))),
  named("a key mistyped")(fc.tuple(place, fc.constantFrom("x", "_", " ", "Ω")), (text, [at, more]) =>
    withKey(text, at, (key) => key + more)
  ),
  named("a key of an object’s own")(
    fc.tuple(place, fc.constantFrom("__proto__", "constructor", "prototype", "toString")),
    (text, [at, key]) => withKey(text, at, () => key)
  ),
  named("a value nested")(fc.tuple(place, fc.integer({ min: 1, max: 3_000 })), (text, [at, depth]) =>
    withValue(text, at, "[".repeat(depth) + "]".repeat(depth))
  ),
  named("a bomb")(fc.constant(null), (text) => bomb + text)
];

/** What can go wrong with a page. */
const ofPage = [
  named("a hostile line")(fc.tuple(place, fc.constantFrom(...hostileWords)), (text, [at, words]) =>
    withLine(text, at, (line) => [line, words, ""])
  ),
  named("hostile front matter")(
    fc.tuple(place, fc.constantFrom(...hostileWords, ...yamlValues)),
    (text, [at, words]) => {
      const end = text.indexOf("\n---");
      return withValue(text.slice(0, end), at, words) + text.slice(end);
    }
  ),
  named("a fence of something")(
    fc.tuple(
      place,
      fc.constantFrom("```", "~~~", "````", "> ```", "  ```"),
      fc.constantFrom(
        "figure x",
        "figure",
        "model",
        "verdict",
        "verdict production",
        "comparison reserves",
        "key-numbers",
        "explore",
        "js",
        "tex",
        "sql",
        "html",
        "dot",
        "mermaid",
        "speakers",
        "chapters",
        "constructor",
        "__proto__"
      ),
      fc.constantFrom(
        "",
        "- number: gazette.reserves\n  text: there",
        "display(1 +",
        "{{gazette.reserves}}",
        "import('left-pad')",
        "views:\n  A:\n    table: figures",
        "\\frac{"
      )
    ),
    (text, [at, mark, info, inside]) =>
      withLine(text, at, (line) => [line, "", mark + info, inside, mark.trim().replace("> ", "> "), ""])
  ),
  named("a token of something")(
    fc.tuple(
      place,
      fc.constantFrom(
        "gazette.reserves",
        "gazette.plenty",
        "relay.share",
        "survey@latest.production.world.latest",
        "survey@latest",
        "derived.reserve-life",
        "term.none",
        "own.41",
        "count.speakers",
        "count.constructor",
        "__proto__",
        "constructor.constructor",
        "..",
        "a|b|c"
      ),
      fc.constantFrom("", "|number", "|thousands", "|year", "|printed", "|constructor", "|", "| words of it"),
      fc.constantFrom(
        "X",
        "<b>X</b>",
        '<p title="X">',
        "[X](/X)",
        "| X | X |",
        "# X",
        "`X`",
        "**X**",
        "<!-- X -->",
        "\n<div>\nX\n</div>\n",
        "![X](X.png)",
        "> X",
        "    X"
      )
    ),
    (text, [at, id, form, around]) =>
      withLine(text, at, (line) => [line, "", around.replaceAll("X", `{{${id}${form}}}`), ""])
  )
];

export const mutationOfLedger = fc.oneof(...ofAnyText, ...ofYaml);
export const mutationOfPage = fc.oneof(...ofAnyText, ...ofPage);
