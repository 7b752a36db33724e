import { describe, expect, test } from "vitest";
import { withoutProse } from "../../../src/notebook/build/check-notebook.ts";
import { recordUses } from "../../../src/notebook/page/record-uses.ts";
import { realNotebook } from "../../real-ledger.ts";
import { notebookOf } from "./notebooks.ts";

const usesOf = (text: string) => recordUses(notebookOf({ "gallium.md": `---\ntitle: Gallium\n---\n${text}` }));
const inText = [{ path: "/gallium", figure: null }];

describe("a record is used", () => {
  test("where a number in the text names it, once however often it does", () => {
    expect([...usesOf("Of {{relay.share}}, {{relay.share|short}}.")]).toEqual([["relay.share", inText]]);
  });

  test("where a key number names it", () => {
    expect(usesOf("```key-numbers\n- number: relay.share\n  text: A share\n```").get("relay.share")).toEqual(inText);
  });

  test("where a quantity is derived from it", () => {
    const ids = [...usesOf("{{derived.reserve-life}}").keys()];
    expect(ids).toEqual(["derived.reserve-life", "gazette.reserves", "gazette.production"]);
  });

  test.each([
    ["speakers", "gazette.plenty"],
    ["disagreements", "gazette.reserves"],
    ["corrections", "survey-2026.reserves.world.2026"]
  ])("where the block %s shows its table", (block, id) => {
    expect(usesOf(`\`\`\`${block}\n\`\`\``).get(id)).toEqual(inText);
  });
});

test("a record that nothing names is used nowhere", () => {
  expect(usesOf("Words and ```js\nfigure\n```").size).toBe(0);
});

test("a figure that draws a record is named by its place in its chapter", () => {
  const real = realNotebook();
  const uses = recordUses(real).get("russia-post.reserves-kazanov");
  expect(uses).toContainEqual({
    path: "/reserves-vs-output",
    figure: { name: "reserves-by-source", label: "Figure 1.1" }
  });
  expect(uses).toContainEqual({ path: "/reserves-vs-output", figure: null });
});

test("a statement that tells of an event is used by the figure and the list of events", () => {
  const uses = recordUses(realNotebook()).get("further-statements.output-target-fedorov");
  const figure = { name: "event-calendar", label: "Figure 1" };
  expect(uses?.filter(({ path }) => path === "/timeline")).toEqual([
    { path: "/timeline", figure: null },
    { path: "/timeline", figure }
  ]);
});

test("pages without their prose use the same records in the same places", () => {
  const whole = realNotebook();
  const bare = withoutProse(whole);
  expect([...recordUses(bare)]).toEqual([...recordUses(whole)]);
  expect(recordUses(bare).size).toBeGreaterThan(50);
  const letters = ({ site }: typeof bare): number => site.pages.reduce((sum, { text }) => sum + text.length, 0);
  expect(letters(bare)).toBeLessThan(letters(whole) / 2);
});
