import { describe, expect, test } from "vitest";
import { verdictLines, verdictList } from "../../../src/notebook/page/verdicts.ts";
import { realNotebook } from "../../real-ledger.ts";
import { elementOf, wordsOf } from "./dom.ts";

const notebook = realNotebook();
const { rows } = notebook.tables.verdicts;

describe("verdicts beside a claim", () => {
  test("say the claim, the word, why, and lead to what they rest on", () => {
    const list = elementOf(verdictLines(["production-and-share", "reserves-proven"], notebook));
    const [first, second] = [...list.querySelectorAll("li")];
    expect(first && wordsOf(first)).toMatch(
      /^Verdict: roughly right Russia produces .* one per cent of the world\. The tonnage fits\./
    );
    expect(second?.querySelector(".word")?.textContent?.trim()).toBe("Verdict: contradicted");
    expect(second?.querySelector(".word use")?.getAttribute("href")).toBe("#v-contradicted");
    expect(second?.querySelector("a")?.getAttribute("href")).toBe("./disagreements#verdict-reserves-proven");
  });
  test("a name that no verdict has stops the build", () => {
    expect(() => verdictLines(["reserves-prove"], notebook)).toThrow('there is no verdict "reserves-prove"');
  });
});

describe("the list of all verdicts", () => {
  const list = elementOf(verdictList(notebook));
  test("holds each one under the address that the lines lead to", () => {
    const ids = [...list.querySelectorAll("ol > li")].map(({ id }) => id);
    expect(ids).toEqual(rows.map(({ id }) => id.replace(".", "-")));
  });
  test("opens every figure that a verdict rests on", () => {
    const facts = [...list.querySelectorAll("#verdict-gallium-output [data-fact]")];
    expect(facts.map((fact) => fact.getAttribute("data-fact"))).toEqual([
      "usgs-mcs-2026.gallium-production.russia.2024",
      "usgs-mcs-2026.gallium-capacity.russia.2025"
    ]);
    expect(list.querySelector("#verdict-cost-of-remoteness ul")).toBeNull();
  });
});
