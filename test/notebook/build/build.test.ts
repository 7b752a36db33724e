import { beforeAll, describe, expect, test } from "vitest";
import { makeProject, type Project } from "./project.ts";

let project: Project;
let good: Record<string, string>;

beforeAll(async () => {
  project = makeProject("build");
  expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
  good = project.published();
});

describe("a build", () => {
  test("publishes pages, downloads at stable addresses, and the rest under a hash of its content", () => {
    const files = Object.keys(good).map((file) => file.replace(/\.[0-9a-f]{8}\./i, ".HASH.").replace(/@[\d.]+/, ""));
    expect(files).toEqual(
      expect.arrayContaining([
        "index.html",
        "second.html",
        "data/numbers.csv",
        "_cells/index.HASH.js",
        "_assets/fonts/sans.HASH.woff2",
        "_file/data/numbers.HASH.json",
        "_node/@observablehq/inputs/index.HASH.js"
      ])
    );
  });

  test("turns tokens into text and finishes the page", () => {
    const page = project.read("dist/index.html");
    expect(page).toContain("The token 7 and a");
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("<style>:root{--ink: #111}main{color:var(--ink)}</style>");
    expect(page).toMatch(/import\("\.\/_assets\/client\/wake\.\w{8}\.js"\)/);
    expect(page).not.toContain("lastModified");
  });

  test("serves each library of a live cell as one file", () => {
    const libraries = Object.keys(good).filter((file) => file.startsWith("_node/"));
    expect(libraries.map((file) => file.replace(/@[\d.]+.*/, ""))).toEqual([
      "_node/@observablehq/inputs",
      "_node/@observablehq/plot"
    ]);
  });

  test("is the same, byte for byte, in another folder", async () => {
    const elsewhere = makeProject("else/where");
    expect(await elsewhere.build()).toMatchObject({ code: 0 });
    expect(elsewhere.published()).toEqual(good);
  });

  test("never uses a stale loader result", async () => {
    project.write("data/numbers.json", "[4, 5, 6]");
    await project.build();
    const attached = Object.keys(project.published()).find((file) => file.startsWith("_file/data/numbers."));
    expect(project.read(`dist/${attached}`)).toBe("[4, 5, 6]");
  });
});
