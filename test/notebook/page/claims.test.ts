import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { citationsOf } from "../../../src/notebook/page/citation.ts";
import { citations } from "../../../src/notebook/page/citation-files.ts";
import { cautions, claimFiles } from "../../../src/notebook/page/claims.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, one, wordsOf } from "./dom.ts";
import { factOf, minimalNotebook, notebookOf } from "./notebooks.ts";

const notebook = realNotebook();
const files = claimFiles(notebook, (name) => `_assets/${name}`);
const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? "";
const pageOf = (id: string): Document => new JSDOM(contentOf(`claim/${id}.html`)).window.document;
const dataOf = (id: string) => JSON.parse(contentOf(`claim/${id}.json`));
const structuredOf = (page: Document) => JSON.parse(one(page, 'script[type="application/ld+json"]').textContent ?? "");

test("of a number that was corrected it is said that it does not hold as printed", () => {
  const minimal = minimalNotebook();
  expect(cautions(minimal.quantity("survey-2026.reserves.world.2026"), minimal)).toContainEqual(
    expect.stringMatching(/^That it holds as printed: .*A deposit was counted twice/)
  );
  expect(cautions(minimal.quantity("gazette.reserves"), minimal).join()).not.toContain("as printed");
});

describe("a claim has an address", () => {
  test("every statement and every quantity of ours, as a page and as data", () => {
    const paths = new Set(files.map(({ path }) => path));
    const ids = [
      ...notebook.tables.figures.rows.filter(({ series }) => series === null),
      ...notebook.tables.derived.rows
    ].map(({ id }) => id);
    expect(ids.filter((id) => !paths.has(`claim/${id}.html`) || !paths.has(`claim/${id}.json`))).toEqual([]);
  });

  test("the page says the number, who said it where, the verdict, what does not follow, and how to cite it", () => {
    const page = pageOf("rex-kommersant.gallium-possible");
    expect(wordsOf(one(page, "h1"))).toBe("41 tonnes: Pikalevo alumina refinery, possible output, Rusal");
    expect(one(page, ".thread").textContent).toContain("Rusal");
    expect(one(page, ".verdict").textContent).toContain("unsupported");
    expect(one(page, ".full-record").textContent).not.toContain("Unsupported");
    expect(all(page, "h2").map(({ textContent }) => textContent)).toEqual([
      "What was said",
      "What holds",
      "What does not follow",
      "Where it is used",
      "Cite it",
      "Dispute it"
    ]);
    expect(all(page, "script:not([type='application/ld+json'])")).toEqual([]);
    expect(all(page, "[autofocus]")).toEqual([]);
  });

  test("numbers in it lead to their own claims, and everything else leads out of the folder", () => {
    const page = pageOf("derived.consumption-against-demand");
    const inputs = all(page, ".inputs a").map((link) => link.getAttribute("href"));
    expect(inputs).toHaveLength(2);
    for (const href of inputs) expect(files.map(({ path }) => `../${path}`)).toContain(`${href}.html`);
    expect(all(page, 'a[href^="./"]')).toEqual([]);
  });

  test("as data it has the row, what stands beside it, and the same words", () => {
    const data = dataOf("rex-kommersant.gallium-possible");
    expect(data.record).toEqual(notebook.fact("rex-kommersant.gallium-possible")?.row);
    expect(data.verdicts).toMatchObject([{ verdict: "unsupported" }]);
    expect(data.does_not_follow).toEqual(
      all(pageOf("rex-kommersant.gallium-possible"), "main > ul:not(.verdict) > li").map((item) => item.textContent)
    );
  });

  test("a claim with a verdict is a review of it for machines, any other a claim", () => {
    expect(structuredOf(pageOf("rex-kommersant.gallium-possible"))).toMatchObject({
      "@type": "ClaimReview",
      claimReviewed: expect.stringMatching(/41 tonnes/),
      reviewRating: { alternateName: "unsupported" },
      itemReviewed: { "@type": "Claim", author: { name: "Rusal" }, appearance: { "@type": "CreativeWork" } }
    });
    expect(structuredOf(pageOf("derived.consumption-against-demand"))["@type"]).toBe("Claim");
  });

  test("a person’s claim is a person’s for machines", () => {
    const said = notebook.tables.figures.rows.find(
      ({ speaker, series }) => series === null && notebook.speaker(speaker).type === "person"
    );
    const found = structuredOf(pageOf(said?.id ?? ""));
    expect((found.itemReviewed ?? found).author).toEqual({ "@type": "Person", name: said?.speaker_name });
  });

  test("where the repository is known, the form for a wrong number knows the record", () => {
    const small = notebookOf({}, { repository: "https://example.org/us/notebook/" });
    const [first] = claimFiles(small, (name) => name);
    const id = first?.path.replace(/^claim\/|\.html$/g, "") ?? "";
    const page = new JSDOM(first?.content).window.document;
    expect(all(page, "main a").at(-1)?.getAttribute("href")).toBe(
      `https://example.org/us/notebook/issues/new?template=wrong-number.yml&record=${id}`
    );
  });

  test("no words of the ledger become markup", () => {
    const evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    const hostile = minimalNotebook();
    const row = hostile.tables.figures.rows[0];
    if (!row) throw new Error("the minimal ledger has figures");
    const spoiled = {
      ...hostile,
      tables: {
        ...hostile.tables,
        figures: { ...hostile.tables.figures, rows: [{ ...row, says: evil, subject_name: evil, speaker_name: evil }] }
      }
    };
    const page = new JSDOM(claimFiles(spoiled, (name) => name)[0]?.content).window.document;
    expect(all(page, "img, script:not([type='application/ld+json'])")).toEqual([]);
    expect(one(page, ".says").textContent).toBe(evil);
  });
});

describe("what does not follow comes from the record", () => {
  const cautionsOf = (id: string): string => {
    const fact = factOf(id, notebook);
    if (fact.kind === "position") throw new Error(id);
    return cautions(fact, notebook).join("\n");
  };
  test.each([
    ["rex-kommersant.gallium-possible", "That it holds without its condition: only if there is demand for it."],
    ["rex-kommersant.gallium-possible", "That so much is made: it is what could be made."],
    ["rex-kommersant.gallium-possible", "That it is a finding of Rare Earth Exchanges: it passes on what Rusal said."],
    ["derived.consumption-against-demand", "That anybody said it: it is this notebook’s arithmetic."]
  ])("%s: %s", (id, caution) => {
    expect(cautionsOf(id)).toContain(caution);
  });

  test("a target or forecast is no fact, an old edition not what its publisher says today", () => {
    const rows = notebook.tables.figures.rows;
    const target = rows.find(({ status }) => status === "target");
    const superseded = rows.find(({ current }) => !current);
    expect(cautionsOf(target?.id ?? "")).toContain("That it is a fact: it is a target");
    expect(cautionsOf(superseded?.id ?? "")).toContain("a later edition gives another number");
  });
});

describe("a page, a figure, a table and a claim can be cited", () => {
  const cited = {
    id: "figures/century",
    path: "/us-demand#century",
    title: "A century & “more”",
    type: "graphic"
  } as const;
  const known = notebookOf(
    {},
    { authors: ["The Desk"], updated: "2026-11-22", homepage: "https://example.org/n/", licence: "CC BY 4.0" }
  );

  test("as BibTeX that reference managers read", () => {
    const { bibtex } = citationsOf(cited, known);
    const [read] = JSON.parse(JSON.stringify(new Cite(bibtex as never, { generateGraph: false }))).data;
    expect(read).toMatchObject({
      title: "A century & “more”",
      URL: "https://example.org/n/us-demand#century",
      author: [{ family: "The Desk" }]
    });
  });

  test("as RIS and as CSL-JSON", () => {
    const { ris, csl } = citationsOf(cited, known);
    expect(ris).toMatch(/^TY {2}- /);
    expect(ris).toContain("UR  - https://example.org/n/us-demand#century");
    expect(csl).toMatchObject({ type: "graphic", issued: { "date-parts": [[2026, 11, 22]] } });
    const paths = citations(notebook).map(({ path }) => path);
    for (const ending of ["bib", "ris", "json"])
      expect(paths).toEqual(
        expect.arrayContaining([
          `cite/gallium.${ending}`,
          `cite/index.${ending}`,
          `cite/figures/century.${ending}`,
          `cite/tables/figures.${ending}`
        ])
      );
  });

  test("a figure without a title for want of a record is in nobody else’s way", () => {
    const figures = notebook.figures.map((figure) =>
      figure.name === "century"
        ? {
            ...figure,
            words: () => {
              throw new Error("no ratio");
            }
          }
        : figure
    );
    const files = citations({ ...notebook, figures });
    expect(files.find(({ path }) => path === "cite/gallium.bib")?.content).toContain("@");
    expect(() => files.find(({ path }) => path === "cite/figures/century.bib")?.content).toThrow("no ratio");
  });
});
