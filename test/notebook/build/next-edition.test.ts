import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspect } from "../../../src/notebook/build/check-notebook.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { addEdition, copyOf, lines, linesOf, notebookAt } from "./next-edition.ts";

const coffee = "test/subjects/coffee";
const dearer = { "price.ombrel": 6.1, "harvest.ombrel": 450 };

test("a new edition is one file: the numbers that follow the newest one move, and nothing is left to edit", async () => {
  const root = copyOf(coffee);
  const look = await notebookAt(coffee, root);
  const before = lines(look());
  addEdition(root, "crop-survey-2024", "crop-survey-2025", dearer);
  const after = look();
  expect(linesOf(after)).toEqual([]);
  expect(lines(after).filter((line, place) => line !== before[place])).toEqual([
    "/angles/prices # Arabica at 6.1\u00a0euros\u00a0a\u00a0kilogram, up from 3.9"
  ]);
});

test("a superseded figure is reported in a derivation, on a page and in code, not where its edition is named", async () => {
  const root = copyOf(coffee);
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  edit("data/ledger/derivations.yaml", "crop-survey@latest.harvest", "crop-survey-2024.harvest");
  edit("src/harvest.md", "{{crop-survey@latest.harvest.ombrel.2023", "{{crop-survey-2024.harvest.ombrel.2023");
  edit("src/angles/prices.md", "{{crop-survey@latest.price.ombrel.2021", "{{crop-survey@2024.price.ombrel.2023");
  edit("src/models/drying.ts", "crop-survey@latest.harvest", "crop-survey-2024.harvest");
  const look = async () => linesOf(inspect(root, { title: "Coffee" }, await readStory(root)));
  expect(await look()).toEqual([]);
  addEdition(root, "crop-survey-2024", "crop-survey-2025", dearer);
  const line = (place: string, year: number) =>
    `${place} a later edition gives "crop-survey-2024.harvest.ombrel.${year}" anew; write crop-survey@latest.harvest.ombrel.${year}, or crop-survey@2024.harvest.ombrel.${year} where that edition is meant`;
  expect(await look()).toEqual([
    line("data/ledger/derivations.yaml:4:39", 2024),
    line("src/harvest.md:12:158", 2023),
    line("src/models/drying.ts:28:17", 2024)
  ]);
});
