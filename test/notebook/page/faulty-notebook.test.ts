import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inspect } from "../../../src/notebook/build/check-notebook.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { alternativesOf } from "../../../src/notebook/page/alternatives.ts";
import { pageFooter, pageHead, pageHeader } from "../../../src/notebook/page/shell.ts";
import { composed } from "./composed.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";

/** A notebook of another subject with a part of one of its files replaced, as a preview finds it while somebody writes. */
async function faulty(file: string, before: string, after: string) {
  // Within this repository, where its packages are found.
  mkdirSync(".build/tests", { recursive: true });
  const root = resolve(mkdtempSync(".build/tests/faulty-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["src", "data"])
    cpSync(join("test/subjects/coffee", folder), join(root, folder), { recursive: true });
  const text = readFileSync(join(root, file), "utf8");
  if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
  writeFileSync(join(root, file), text.replace(before, after));
  const story = await readStory(root);
  const { ledger, notebook, faults, faultsOf } = inspect(root, { title: "Coffee" }, story);
  const choices = { choices: ledger.choices, alternatives: alternativesOf(ledger, notebook) };
  return {
    notebook,
    faults: faults.map(formatFault),
    pages: notebook.site.pages.map((page) => {
      const path = page.path.replace(/\/$/, "/index");
      const body = composed(page.text, notebook, {
        path,
        choices,
        faultsOf: () => faultsOf(page).map(formatFault).join("")
      });
      const frame = pageHead(path, notebook) + pageHeader(path, [], notebook) + pageFooter(path, notebook);
      return { path, page: body.page, frame: elementOf(frame) };
    })
  };
}

test.each([
  [
    "a sum of what there is not",
    "data/ledger/derivations.yaml",
    "inputs: [courier.share-lost,",
    "inputs: [courier.share-won,"
  ],
  ["a figure that is no number", "data/ledger/courier.yaml", "printed:", "printd:"],
  ["a choice of what there is not", "data/ledger/choices.yaml", "keeps: [derived.harvest-gap]", "keeps: [derived.none]"]
])("every page is previewed over a ledger with %s", async (_, file, before, after) => {
  const { faults, pages } = await faulty(file, before, after);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults[0]).toContain(file);
  expect(pages.length).toBeGreaterThan(2);
  for (const { page, path } of pages) expect(all(page, "h1"), path).toHaveLength(1);
});

test("a token in a title that names nothing stands there in a preview", async () => {
  const { faults, pages } = await faulty("src/index.md", "title: Coffee of", "title: The {{no.such}} coffee of");
  expect(faults).toEqual([expect.stringContaining('src/index.md:2:12 no number is called "no.such"')]);
  expect(pages.map(({ path }) => path)).toContain("/index");
  const [home] = pages;
  expect(wordsOf(one(home?.frame ?? elementOf(""), 'nav[aria-label="Read"] li:first-child'))).toBe(
    "The {{no.such}} coffee of the Ombrel Hills"
  );
});
