import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { figureBlock } from "../../../src/notebook/page/figure-block.ts";
import { fingerprint } from "../../../src/notebook/page/fingerprint.ts";
import { modelFigure } from "../../../src/notebook/page/model-block.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { type NotebookOptions, sharePicturePath } from "../../../src/notebook/page/site.ts";
import { sourceText } from "../../../src/notebook/page/source-line.ts";
import { plain } from "../../../src/notebook/page/typography.ts";
import type { Table } from "../../../src/notebook/tables/table.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figures, site } from "../../story.ts";
import { wordsOf } from "./dom.ts";
import { parseCsv } from "./parse-csv.ts";

const { tables } = realNotebook();
const published = publishedFiles(".", realNotebook(), pictureTokens());
const files = new Map(published.map(({ path, content }) => [path, content]));
const pixels = new Map(published.map((file) => [file.path, file.pixels]));
const read = (path: string): string => {
  const content = files.get(path);
  if (content === undefined) throw new Error(`${path} is not published`);
  return content;
};

interface DataPackage {
  name: string;
  resources: {
    name: string;
    title: string;
    path: string;
    format: string;
    encoding: string;
    schema: {
      fields: { name: string; type: string; description: string }[];
      primaryKey: string[];
      missingValues: string[];
    };
  }[];
}

/** A cell as CSV holds it: lists joined, missing empty. */
const cell = (value: unknown): string =>
  Array.isArray(value) ? value.join("; ") : value === null ? "" : String(value);

const names = Object.keys(tables) as (keyof typeof tables)[];

describe.each(names)("table %s", (name) => {
  const { columns, rows } = tables[name] as unknown as Table<Record<string, unknown>>;

  test("has the same rows in CSV, whatever its cells hold", () => {
    const [header, ...lines] = parseCsv(read(`data/${name}.csv`));
    expect(header).toEqual(columns.map((column) => column.name));
    expect(lines).toEqual(rows.map((row) => columns.map((column) => cell(row[column.name]))));
  });

  test("has the same rows in JSON", () => {
    expect(JSON.parse(read(`data/${name}.json`))).toEqual(rows);
  });

  test("ends with one line break", () => {
    for (const path of [`data/${name}.csv`, `data/${name}.json`]) expect(read(path)).toMatch(/[^\n]\n$/);
  });

  test("is described in the data package: its fields are its columns", () => {
    const { resources }: DataPackage = JSON.parse(read("data/datapackage.json"));
    const resource = resources.find((candidate) => candidate.name === name);
    expect(resource).toMatchObject({ path: `${name}.csv`, format: "csv", encoding: "utf-8" });
    expect(resource?.schema).toMatchObject({ primaryKey: ["id"], missingValues: [""] });
    expect(resource?.schema.fields).toHaveLength(columns.length);
    expect(resource?.schema.fields).toMatchObject(
      columns.map((column) => ({
        name: column.name,
        type: column.type === "list" ? "string" : column.type,
        description: column.description
      }))
    );
  });
});

test("the data package describes every table and no other, by files that are published", () => {
  const { name, resources }: DataPackage = JSON.parse(read("data/datapackage.json"));
  expect(name).toMatch(/^[a-z0-9-]+$/);
  expect(resources.map((resource) => resource.name)).toEqual(names);
  for (const { path } of resources) expect(files.has(`data/${path}`)).toBe(true);
});

test("the data package names the licence and whoever signs, where the config does", () => {
  const packageOf = (options: Partial<NotebookOptions>): Record<string, unknown> => {
    const named = { ...site, options: { title: "A notebook", ...options } };
    const files = publishedFiles(".", { ...realNotebook(), site: named }, pictureTokens());
    return JSON.parse(files.find(({ path }) => path === "data/datapackage.json")?.content ?? "null");
  };
  expect(packageOf({ licence: "CC BY 4.0", authors: ["A. Writer"] })).toMatchObject({
    licenses: [{ name: "CC-BY-4.0", title: "CC BY 4.0", path: "https://creativecommons.org/licenses/by/4.0/" }],
    contributors: [{ title: "A. Writer", roles: ["author"] }]
  });
  const bare = Object.keys(packageOf({}));
  expect(bare).toEqual(["$schema", "name", "title", "description", "sources", "resources", "workbook"]);
  expect(packageOf({ licence: "All rights reserved" })).toMatchObject({
    licenses: [{ name: "All-rights-reserved", title: "All rights reserved" }]
  });
});

test("cells that hold commas and lists are among those that are compared", () => {
  const cells = names.flatMap((name) =>
    (tables[name].rows as readonly object[]).flatMap((row) => Object.values(row).map(cell))
  );
  for (const character of [",", "; "]) expect(cells.some((text) => text.includes(character))).toBe(true);
});

const drawings = [
  ...figures.map((figure) => ({ figure, rows: figure.select(tables), code: "Figure<" })),
  ...realNotebook().models.map((model) => ({ ...modelFigure(model, realNotebook()), code: "Model<" }))
];

describe.each(drawings.map((drawn) => [drawn.figure.name, drawn] as const))(
  "figure %s",
  (name, { figure, rows, code }) => {
    const { title, description } = figure.words(rows);
    const source = sourceText([...new Set(rows.flatMap((row) => row.evidence))], realNotebook());

    test("has its words, its sources and its rows in JSON", () => {
      expect(JSON.parse(read(`figures/${name}.json`))).toEqual(
        JSON.parse(plain(JSON.stringify({ ...figure.words(rows), source, rows })))
      );
    });

    test("has the rows of its table in CSV, in words, then with the records and the source of each, and the title", () => {
      const [header = [], ...lines] = parseCsv(read(`figures/${name}.csv`));
      const labels = figure.columns.map(({ label }) => label);
      expect(header.slice(0, labels.length)).toEqual(labels);
      expect(header.slice(-3)).toEqual(["records", "source_text", "figure_title"]);
      expect(lines.map((line) => [...line.slice(0, labels.length), ...line.slice(-3)])).toEqual(
        rows.map((row) =>
          [
            ...figure.columns.map(({ text }) => text(row)),
            row.evidence.join("; "),
            sourceText(row.evidence, realNotebook()),
            title
          ].map((cell) => cell.replaceAll("\u00a0", " ").replaceAll("\u2060", ""))
        )
      );
      for (const line of lines) expect(line.at(-2)).not.toBe("");
    });

    test("is a picture that stands alone: title, sources and description inside, no variable, no link, no class", () => {
      const svg = read(`figures/${name}.svg`);
      const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
      const drawn = wordsOf(document.documentElement).replaceAll(" ", "");
      expect(document.querySelector("title")?.textContent).toBe(title);
      expect(document.querySelector("desc")?.textContent).toContain(description);
      for (const text of [title, "Source: ", source]) expect(drawn).toContain(text.replace(/[\s\u2060]/g, ""));
      expect(svg).not.toMatch(/var\(|class=|href=|<style/);
      expect(document.documentElement.getAttribute("width")).toBe("1200");
    });

    test("is drawn in pixels from that picture, twice as wide", () => {
      expect(files.get(`figures/${name}.png`)).toBe(read(`figures/${name}.svg`));
      expect(pixels.get(`figures/${name}.png`)).toBe(2400);
    });

    test("shows the code that draws it", () => {
      expect(read(`figures/${name}.ts.txt`)).toMatch(new RegExp(`^export const \\w+: ${code}`, "m"));
      expect(read(`figures/${name}.ts.txt`)).toContain("draw");
    });

    test("publishes whole code: what it imports is the machine, a package, or beside it", () => {
      const imports = [...read(`figures/${name}.ts.txt`).matchAll(/from "(\.[^"]*)"/g)].map(([, path = ""]) => path);
      for (const path of imports.filter((path) => path !== "../notebook/index.ts")) {
        expect(path).toMatch(/^\.\/[\w-]+\.ts$/);
        expect(read(`figures/${path.slice(2)}.txt`)).not.toBe("");
        expect(read(`figures/${name}.ts.txt`)).toContain(`// ${path} is published beside this file`);
      }
      expect(imports).toContain("../notebook/index.ts");
    });
  }
);

test("every page of the notebook has a picture to share, with its name and the notebook’s", () => {
  const picture = (path: string): string => sharePicturePath(path, site);
  for (const { path } of site.pages.filter(({ aside }) => !aside)) {
    const svg = read(picture(path));
    expect(pixels.get(picture(path))).toBe(1200);
    expect(svg).toContain('viewBox="0 0 1200 630"');
    expect(svg).toContain("Claims and reality: Russia’s rare earths");
    expect(svg).not.toContain("var(");
  }
  expect(read(picture("/gallium"))).toContain(">Gallium<");
  expect(picture("/404")).toBe("share/index.png");
});

test("nothing is published twice, and two builds publish the same", () => {
  const again = publishedFiles(".", realNotebook(), pictureTokens());
  expect(again.map(({ path }) => path)).toHaveLength(files.size);
  expect(new Map(again.map(({ path, content }) => [path, content]))).toEqual(files);
});

test("each figure on a page knows its published rows from those of another edition", () => {
  const { document } = new JSDOM("").window;
  const notebook = realNotebook();
  for (const figure of figures) {
    const rows = figure.select(tables);
    const html = figureBlock({ figure, rows }, { number: "Figure 1", wide: false, notebook, document });
    const file = JSON.parse(read(`figures/${figure.name}.json`)) as { rows: unknown[] };
    expect(html).toContain(`data-version="${fingerprint(JSON.stringify(file.rows))}"`);
    expect(html).not.toContain(`data-version="${fingerprint(JSON.stringify(file.rows.slice(1)))}"`);
  }
});
