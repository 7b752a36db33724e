import { describe, expect, test } from "vitest";
import { othersSay } from "../../../src/notebook/page/others-say.ts";
import { beside } from "../../../src/notebook/tables/same-quantity.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { factOf } from "../../notebook/page/notebooks.ts";
import { realLedger, realNotebook } from "../../real-ledger.ts";

const notebook = realNotebook();
const htmlBeside = (id: string): string => {
  const fact = factOf(id, notebook);
  if (fact.kind !== "figure") throw new Error(`${id} is no figure`);
  return othersSay(fact.row, notebook);
};
const saidBeside = (id: string): HTMLElement => elementOf(htmlBeside(id));

test("many others are four amounts, each once, and the way to all of them", () => {
  const others = saidBeside("russia-post.reserves-kazanov");
  const amounts = all(others, "h4:first-child ~ .others:nth-of-type(1) b").map(wordsOf);
  expect(amounts).toHaveLength(4);
  expect(new Set(amounts).size).toBe(4);
  expect(amounts).toContain("3.8 million tonnes");
  expect(one(others, ".others a").getAttribute("href")).toBe("./disagreements#reserves-of-russia");
});

test("nothing is left out where no page holds them side by side", () => {
  const lonely = notebook.tables.figures.rows.filter(
    ({ id }) => !notebook.tables.comparisons.rows.some(({ figures }) => figures.includes(id))
  );
  expect(lonely.length).toBeGreaterThan(0);
  for (const { id } of lonely) expect(htmlBeside(id)).not.toContain("<a ");
});

test("says in which publication others spoke, and of which edition or date what it says itself is", () => {
  const said = (id: string) => all(saidBeside(id), ".others li").map(wordsOf).join("\n");
  expect(said("usgs-mcs-2026.us-concentrates.united-states.2021")).toContain(
    "US Geological Survey, Minerals Yearbook 2022, advance tables (mine production, 2021)"
  );
  expect(said("rex-kommersant.share-of-output")).toContain("Izvestia, March 2025 (inferred)");
  expect(said("izvestia.reserves-ministry")).toContain("Oleg Kazanov, in Russia.Post");
  expect(said("russia-post.reserves-kazanov")).toContain("Sergey Shoigu, seen second-hand");
});

describe("no popover compares unlike things", () => {
  const { figures, comparisons } = notebook.tables;
  const apart = new Map(realLedger().vocabulary.metrics.map(({ id, years_apart }) => [id, years_apart]));
  const isAhead = ({ status }: { status: string }): boolean => ["target", "forecast"].includes(status);
  const yearsOf = (period: string): number[] => period.split("/").map((date) => Number(date.slice(0, 4)));
  const gap = (one: string, other: string): number => {
    const [[a = 0, b = a], [c = 0, d = c]] = [yearsOf(one), yearsOf(other)];
    return Math.max(0, c - b, a - d);
  };

  test("what is under one ratio is of one metric, place and material, one status, and about one time", () => {
    let held = 0;
    for (const figure of figures.rows)
      for (const other of beside(figure, figures.rows, apart.get(figure.metric)).like) {
        held += 1;
        const pair = `${figure.id} and ${other.id}`;
        expect([other.metric, other.subject, other.material], pair).toEqual([
          figure.metric,
          figure.subject,
          figure.material
        ]);
        expect(isAhead(other), pair).toBe(isAhead(figure));
        if (figure.period !== null && other.period !== null)
          expect(gap(figure.period, other.period), pair).toBeLessThanOrEqual(apart.get(figure.metric) ?? 1);
      }
    expect(held).toBeGreaterThan(100);
  });

  test("a strip stands under what is alike and nowhere else, and none divides places in an order", () => {
    for (const { id, metric } of figures.rows) {
      const html = htmlBeside(id);
      const strips = html.split('<svg class="strip"').length - 1;
      expect(strips, id).toBe(html.includes('<h4>What others say</h4>\n<svg class="strip"') ? 1 : 0);
      if (notebook.isOrdinal(metric)) expect(strips, id).toBe(0);
    }
  });

  test("a share of today is beside no aim and no earlier share under a ratio", () => {
    const parts = headed(saidBeside("rex-reuters.share-of-output"));
    expect(parts["What others say"]?.join()).not.toMatch(/12%|10%|1\.3%/);
    expect(parts["Planned or forecast"]?.join()).toMatch(/12%.*2030/);
    expect(parts["For other times"]?.join()).toMatch(/1\.3%.*2020/);
  });

  test("every year is printed, or that none is stated", () => {
    const sample = figures.rows.filter(({ series }) => series === null);
    for (const { id } of sample)
      for (const line of htmlBeside(id).match(/<small>[^<]*<\/small>/g) ?? [])
        expect(line, id).toMatch(/(?:, |\u2013|\u00a0)\d{4}\)<|, \d{4}\u2013\d{4}\)<|time not stated/);
  });

  test("figures that stand together in a comparison show each other", () => {
    const together = comparisons.rows.filter((row) => row.figures.length > 1);
    expect(together.length).toBeGreaterThan(20);
    for (const { id, figures: members } of together)
      for (const member of members) {
        const html = htmlBeside(member);
        expect(html, member).not.toContain("others-none");
        expect(html, `${member} in ${id}`).toContain("others");
      }
    const demand = headed(saidBeside("rex-kommersant.domestic-demand"));
    expect(demand["What Russia uses in a year, all in the name of one official"]).toBeUndefined();
    expect(demand["Russia’s demand at home"]?.join()).toContain("consumption");
  });

  test("where definitions differ or are not stated, the ratio says so", () => {
    for (const { id } of figures.rows) {
      const html = htmlBeside(id);
      expect(html.includes('class="definitions"'), id).toBe(html.includes('class="bracket dashed"'));
    }
    expect(wordsOf(one(saidBeside("russia-post.reserves-kazanov"), ".definitions"))).toBe(
      "Different definitions: the ratio proves neither wrong."
    );
  });
});

/** The lines of each list, by its heading. */
function headed(element: Element): Record<string, string[]> {
  return Object.fromEntries(
    all(element, "h4").map((heading) => {
      let next = heading.nextElementSibling;
      while (next && next.localName !== "ul") next = next.nextElementSibling;
      return [wordsOf(heading), next ? all(next, "li").map(wordsOf) : []];
    })
  );
}
