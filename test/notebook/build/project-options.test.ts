import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lookIntoOptions } from "../../../src/notebook/build/project.ts";
import { formatFault, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What is told of a config, and the options that are left of it. */
async function read(text: string): Promise<{ lines: string[]; options: object }> {
  const root = temporaryFolder();
  writeFileSync(join(root, "observablehq.config.ts"), text);
  const { options, faults } = await lookIntoOptions(root);
  return { lines: sortFaults(faults).map(formatFault), options };
}

const at = (place: string, words: string): string => `observablehq.config.ts:${place} ${words}`;

test("a sound config has no fault, options of Framework’s included", async () => {
  const { lines, options } = await read(
    'export default {\n  title: "Trams",\n  published: "2026-01-31",\n  homepage: "https://example.org/trams/",\n  base: "/trams/",\n  typographer: true\n};\n'
  );
  expect(lines).toEqual([]);
  expect(options).toMatchObject({ title: "Trams", base: "/trams/", typographer: true });
});

test("every option that is at fault is told at its place, and the others hold", async () => {
  const { lines, options } = await read(`export default {
  name: "Trams",
  published: "2026-13-01",
  updated: "2026-01",
  homepage: "example.org",
  base: "trams",
  authors: "Anna Porter",
  preserveExtension: "yes",
  license: "CC0",
  theme: "dark"
};
`);
  expect(lines).toEqual([
    at("1:1", 'the config has no "title"; add `title: "…"`'),
    at("3:3", '"published" is "2026-13-01"; it must be a day, such as 2026-01-31'),
    at("4:3", '"updated" is "2026-01"; it must be a day, such as 2026-01-31'),
    at("5:3", '"homepage" is "example.org"; it must be a whole address, such as https://example.org/notebook/'),
    at("6:3", '"base" is "trams"; it must begin with a slash'),
    at("7:3", '"authors" is "Anna Porter"; it must be a list of names'),
    at("8:3", '"preserveExtension" is "yes"; it must be true or false'),
    at("9:3", '"license" is no option of a notebook; did you mean "licence"?'),
    at("10:3", '"theme" is not served here; leave it out; the notebook settles it itself')
  ]);
  expect(options).toEqual({ title: "A notebook", name: "Trams" });
});

test.each([
  ["export const options = {};\n", "1:1", "the config exports no options"],
  [
    'const titles: string[] = [];\n\nif (titles.length === 0) throw new Error("no titles");\nexport default {};\n',
    "3:32",
    "no titles"
  ],
  ["export default { title: };\n", "1:25", 'Unexpected "}"'],
  ['import "./nowhere.ts";\nexport default {};\n', "1:8", 'Could not resolve "./nowhere.ts"']
])("a config that cannot be read is one fault: %j", async (text, place, message) => {
  expect((await read(text)).lines.map((line) => line.split("; ", 1)[0])).toEqual([at(place, message)]);
});
