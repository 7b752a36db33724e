import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseWithPlaces, soundData } from "../../src/notebook/ledger/parse-document.ts";
import { mutationOfLedger } from "./mutations.ts";

const folder = "test/subjects/coffee/data/ledger";
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));

test("sound files are read by the faster parser", () => {
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(soundData(text)).toEqual(parseWithPlaces("sound.yaml", text).data);
});

test("whatever the faster parser reads, the other reads the same, without a fault", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(mutationOfLedger, { minLength: 1, maxLength: 3 }),
      (text, mutations) => {
        const changed = mutations.reduce<string>((before, { change }) => {
          const after = change(before);
          return typeof after === "string" ? after : new TextDecoder().decode(after);
        }, text);
        const data = soundData(changed);
        if (data === undefined || changed.length > 100_000) return;
        read++;
        expect(parseWithPlaces("changed.yaml", changed)).toMatchObject({ data, faults: [] });
      }
    ),
    { seed: 20_260_131, numRuns: 500 }
  );
  expect(read).toBeGreaterThan(20);
});

test.each([
  ["a tag", "id: !!str 1\n"],
  ["an alias", "a: &one 1\nb: *one\n"],
  ["a key that stands twice", "a: 1\na: 2\n"],
  ["two documents", "a: 1\n---\nb: 2\n"],
  ["the end of a document", "...\na: 1\n"],
  ["a tab", "a:\n\t- 1\n"],
  ["a list for a key", "[1]: 2\n"]
])("%s is left to the parser that keeps places", (_, text) => {
  expect(soundData(text)).toBeUndefined();
});
