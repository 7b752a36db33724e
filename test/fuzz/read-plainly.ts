import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { isAlias, isCollection, parseDocument, visit } from "yaml";
import { readPlainYaml } from "../../src/notebook/ledger/plain-yaml.ts";
import { mutationOfLedger } from "./mutations.ts";

/** The ledgers of the small subjects, in pieces of some lines. */
function pieces(): string[] {
  return ["coffee", "minimal"].flatMap((subject) => {
    const folder = join("test/subjects", subject, "data/ledger");
    const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    return files.flatMap((name) => {
      const lines = readFileSync(join(folder, name), "utf8").split("\n");
      const tops = lines.flatMap((line, index) => (/^\w/.test(line) ? [index] : []));
      return tops.map((top) => lines.slice(top, top + 18).join("\n"));
    });
  });
}

/** What YAML takes for something, beside what any ledger may suffer. */
const sign = fc.constantFrom(
  ...[
    '"',
    "'",
    " # c",
    "\n# c\n",
    "\n      # c\n",
    "\n\n",
    "\n    more text\n",
    "\n  a: b\n",
    ": ",
    ":",
    "- ",
    "- - a\n"
  ],
  ...["? ", "&a ", "*a", "!t ", "| ", ">-", " >-\n      a\n     b\n", "{a: b}", "[a: b]", "{a}", "{a: }", "[a,]", "{"],
  ...[
    "1_000",
    "0x1f",
    "0o7",
    "1e3",
    ".5",
    "5.",
    "-.inf",
    "007",
    "12:30",
    "~",
    "No",
    "Null",
    "<<: x\n",
    "---\n",
    "=",
    "\\u00e9"
  ]
);
const signs = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), sign), { maxLength: 2 });

/**
 * Reads pieces of ledgers with slips both plainly and with the parser, which is right: finds a text that the first reads
 * otherwise, or reads though there is something wrong with it. Returns how many were read plainly.
 */
export function comparePlainReading(count: number, seed: number): number {
  let plain = 0;
  const property = fc.property(
    fc.constantFrom(...pieces()),
    fc.array(mutationOfLedger, { maxLength: 1 }),
    signs,
    (piece, mutations, added) => {
      const changed = mutations.reduce((text, { change }) => change(text).toString(), piece);
      const text = added.reduce((before, [at, more]) => {
        const index = Math.floor(at * before.length);
        return before.slice(0, index) + more + before.slice(index);
      }, changed);
      const read = readPlainYaml(text);
      if (read === undefined) return true;
      plain++;
      const document = parseDocument(text, { prettyErrors: false, resolveKnownTags: false });
      let isOdd = document.errors.length + document.warnings.length > 0;
      visit(document, {
        Node: (_, node) => {
          isOdd ||= isAlias(node);
        },
        Pair: (_, { key }) => {
          isOdd ||= isCollection(key);
        }
      });
      return !isOdd && isDeepStrictEqual(read, document.toJS());
    }
  );
  fc.assert(property, { numRuns: count, seed });
  return plain;
}
