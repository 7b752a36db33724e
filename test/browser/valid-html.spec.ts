import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { pagePaths } from "./site.ts";

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));

// Without the fixtures of the other tests, which would open a browser.
for (const path of pagePaths)
  test(`${path} is valid HTML`, async () => {
    const file = `../../dist${path === "/" ? "/index" : path}.html`;
    const html = readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8");
    const { results } = await validator.validateString(html);
    const faults = results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
    expect(faults).toEqual([]);
  });
