import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Data } from "../../../src/notebook/page/contract.ts";

const read = (folder: string, ending: string): { file: string; text: string }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, "utf8") }));

const values: readonly string[] = Object.values(Data);
const attribute = /\bdata-[a-z-]+(?==|\])/g;

// The chart maker has attributes of its own, which its page and its script both take from src/notebook/explore.
const pagesAndScripts = [
  ...read("src/notebook/page", ".ts"),
  ...read("src/notebook/browser", ".ts").filter(({ file }) => !file.endsWith("/explore.ts"))
].filter(({ file }) => !/\/(?:contract|explore-block)\.ts$/.test(file));

test("an attribute that pages and scripts share is spelt in the contract alone", () => {
  const spelt = pagesAndScripts.flatMap(({ file, text }) =>
    [...text.matchAll(attribute)].flatMap(([name]) => (values.includes(name) ? [`${file}: ${name}`] : []))
  );
  expect(spelt).toEqual([]);
});

test("no script reads such an attribute past the contract", () => {
  const names = values.map((name) => name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  const past = pagesAndScripts.flatMap(({ file, text }) =>
    [...text.matchAll(/\bdataset\.(\w+)/g)].flatMap(([, name = ""]) =>
      names.includes(name) ? [`${file}: ${name}`] : []
    )
  );
  expect(past).toEqual([]);
});
