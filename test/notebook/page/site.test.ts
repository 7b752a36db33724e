import { describe, expect, test } from "vitest";
import { pageFile, sharePicturePath, upFrom } from "../../../src/notebook/page/site.ts";
import { expandTokens } from "../../../src/notebook/page/tokens.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figures, site } from "../../story.ts";
import { siteOf } from "./notebooks.ts";

test("chapters are numbered in reading order", () => {
  const numbers = site.pages.flatMap(({ chapter }) => chapter ?? []);
  expect(numbers.length).toBeGreaterThan(4);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

test("pages rest on figures that they show", () => {
  const resting = site.pages.filter(({ restsOn }) => restsOn.length > 0);
  expect(resting.length).toBeGreaterThan(0);
  for (const { file, text, restsOn } of resting)
    for (const name of restsOn) {
      expect(figures.map((figure) => figure.name)).toContain(name);
      expect(text, file).toMatch(new RegExp(`^\`\`\`figure ${name}\\b`, "m"));
    }
});

describe.each(site.pages.map((page) => [page.path, page] as const))("page %s", (path, page) => {
  test("has one heading of the first rank", () => {
    expect(page.text.replace(/^```[\s\S]*?^```/gm, "").match(/^# /gm)).toHaveLength(1);
  });

  test("has a name, a short name and a finding whose tokens the ledger holds", () => {
    for (const words of [page.title, page.short, page.finding ?? "", page.about ?? ""])
      expect(expandTokens(words, realNotebook())).not.toContain("{{");
  });

  test("has a finding if it is a chapter", () => {
    if (page.chapter !== null) expect(page.finding).not.toBeNull();
  });

  test("has a description of its own, except the first, which has the notebook's", () => {
    expect(Boolean(page.finding ?? page.about)).toBe(path !== "/");
  });
});

describe("a site", () => {
  const matter = "---\ntitle: A\n---\n";
  const made = siteOf({
    "angles/who.md": `${matter}\n\`\`\`speakers\n\`\`\`\n`,
    "source-[id].md": `${matter}\n\`\`\`source-records\n\`\`\`\n`,
    "tools/search.md": "---\ntitle: Search\naside: true\n---\n"
  });
  const bare = siteOf({ "template-[id].md": matter });

  test("leads to the page that holds a block, from the root, and to a place on it", () => {
    expect(made.link("speakers")).toBe("./angles/who");
    expect(made.link("speakers", "first")).toBe("./angles/who#first");
  });

  test("leads nowhere where no page holds the block", () => {
    expect(made.link("timeline", "events")).toBeNull();
    expect(bare.link("speakers")).toBeNull();
  });

  test("has a page for each source where a template has its records, and leads to a record there", () => {
    expect(made.sourcePath("gazette")).toBe("/source-gazette");
    expect(made.record({ id: "gazette.reserves", source: "gazette" })).toBe("./source-gazette#gazette.reserves");
    expect(bare.sourcePath("gazette")).toBeNull();
    expect(bare.record({ id: "gazette.reserves", source: "gazette" })).toBeNull();
  });

  test("is called by its title where the config says no more", () => {
    expect(bare).toMatchObject({ name: "A notebook", description: "A notebook", about: "", base: "/" });
    expect(siteOf({}, { name: "Short", description: "It is.", about: "Made so.", base: "/in/" })).toMatchObject({
      title: "A notebook",
      name: "Short",
      description: "It is.",
      about: "Made so.",
      base: "/in/"
    });
  });

  test("has a picture for each page that is read in order; any other page shows the first's", () => {
    expect(sharePicturePath("/angles/who", made)).toBe("share/angles/who.png");
    for (const path of ["/", "/404", "/tools/search"]) expect(sharePicturePath(path, made)).toBe("share/index.png");
  });
});

test.each([
  ["/", "index", "./"],
  ["/gallium", "gallium", "./"],
  ["/angles/", "angles/index", "../"],
  ["/angles/nickel", "angles/nickel", "../"],
  ["/a/b/c", "a/b/c", "../../"]
])("a page at %s is the file %s, and the root is %s from it", (path, file, up) => {
  expect(pageFile(path)).toBe(file);
  expect(upFrom(path)).toBe(up);
});
