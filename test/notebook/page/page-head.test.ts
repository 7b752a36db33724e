import { expect, test } from "vitest";
import { pageHead } from "../../../src/notebook/page/shell.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, elementOf, one } from "./dom.ts";
import { notebookOf } from "./notebooks.ts";

const matter = (about: string): string => `---\ntitle: Gallium\nabout: ${about}\n---\n`;
const headOf = (path: string, homepage?: string): string =>
  pageHead(
    path,
    notebookOf(
      { "gallium.md": matter("'Seven & \"41\"'"), "angles/nickel.md": matter("It is.") },
      homepage === undefined ? {} : { homepage }
    )
  );
const image = (head: string): string | null =>
  one(elementOf(head), 'meta[property="og:image"]').getAttribute("content");

test("the picture’s address is relative until it is known where the notebook is published, and whole then", () => {
  expect(image(headOf("/gallium"))).toBe("./share/gallium.png");
  expect(image(headOf("/angles/nickel"))).toBe("../share/angles/nickel.png");
  expect(image(headOf("/gallium", "https://example.org/notebook"))).toBe(
    "https://example.org/notebook/share/gallium.png"
  );
  expect(image(headOf("/angles/nickel", "https://example.org/notebook/"))).toBe(
    "https://example.org/notebook/share/angles/nickel.png"
  );
});

test("words are safe in an attribute", () => {
  expect(headOf("/gallium")).toContain('content="Seven &amp; &quot;41&quot;"');
});

test("networks show of a link what the page is called, what it says, and a picture of its own", () => {
  const head = elementOf(pageHead("/us-demand", realNotebook()));
  const tag = (name: string) => one(head, `meta[property="${name}"], meta[name="${name}"]`).getAttribute("content");
  expect(tag("og:title")).toMatch(/^America’s 45 and 75 thousand tonnes – Claims and reality/);
  expect(tag("og:description")).toMatch(/^[^{]{30,}$/);
  expect(tag("og:description")).toBe(tag("description"));
  expect(tag("og:image")).toBe("./share/us-demand.png");
  expect(tag("twitter:card")).toBe("summary_large_image");
  const names = all(head, "meta").map((meta) => meta.getAttribute("name") ?? meta.getAttribute("property"));
  expect(names).toEqual([
    "author",
    "article:published_time",
    "article:modified_time",
    "description",
    "og:type",
    "og:site_name",
    "og:title",
    "og:description",
    "og:image",
    "twitter:card",
    "color-scheme"
  ]);
});
