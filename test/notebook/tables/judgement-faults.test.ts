import { expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { findDisagreements } from "../../../src/notebook/tables/comparisons.ts";
import { compileFigures } from "../../../src/notebook/tables/figures.ts";
import { judgementFaults } from "../../../src/notebook/tables/judgement-faults.ts";
import { latestOpposed, waysToTell } from "../../../src/notebook/tables/unjudged-disagreement.ts";
import { realLedger, realParsedLedger } from "../../real-ledger.ts";
import { type Change, minimalFiles, minimalLedger } from "../ledger/minimal-ledger.ts";
import { figureRow } from "./figure-row.ts";

const linesFor = (...changes: Change[]): string[] =>
  judgementFaults(parseLedger(minimalFiles(...changes))).map(formatFault);

test("judgement that keeps up with the figures has no fault", () => {
  expect(linesFor()).toEqual([]);
});

const unfound: Change = {
  file: "comparisons",
  replace: "reserves, subject: russia, material: rare-earths }\n",
  with: "reserves, subject: world, material: rare-earths }\n"
};

const unjudgedLine = (...changes: Change[]): string | undefined =>
  linesFor(...changes).find((line) => line.includes("nobody has judged"));

test("a disagreement that nobody has judged is a fault with the record to add", () => {
  expect(
    unjudgedLine({
      file: "comparisons",
      replace: "metric: reserves, subject: russia",
      with: "metric: production, subject: world"
    })
  ).toBe(
    "data/ledger/relay.yaml:19:5 nobody has judged that it disagrees with gazette.reserves; paste - { id: comparison.reserves-of-russia, finds: { metric: reserves, subject: russia, material: rare-earths } } into comparisons.yaml, with title, kind, word, explanation, allowed"
  );
  expect(unjudgedLine(unfound)).toBe(
    "data/ledger/relay.yaml:19:5 nobody has judged that it disagrees with gazette.reserves; paste - { id: comparison.reserves-of-russia, finds: { metric: reserves, subject: russia, material: rare-earths } } into comparisons.yaml, with the other fields as in comparison.reserves"
  );
});

test("the record to add has an id that no comparison has", () => {
  const named = (id: string): Change => ({ file: "comparisons", replace: "comparison.reserves", with: id });
  expect(unjudgedLine(unfound, named("comparison.reserves-of-russia"))).toContain(
    "{ id: comparison.reserves-of-russia-rare-earths, finds"
  );
  const both = named(
    "comparison.reserves-of-russia-rare-earths\n    title: Two\n    kind: conflict\n    word: Rounded\n    positions: [gazette.plenty]\n    explanation: None.\n  - id: comparison.reserves-of-russia"
  );
  expect(unjudgedLine(unfound, both)).toContain("{ id: comparison.reserves-of-russia-2, finds");
});

test("a comparison that lists the figures of a disagreement is told to find them", () => {
  const listing = (figures: string): Change => ({
    file: "comparisons",
    replace: "    finds: { metric: reserves, subject: russia, material: rare-earths }\n",
    with: `    figures: [${figures}]\n`
  });
  expect(unjudgedLine(listing("gazette.reserves, relay.reserves"))).toBe(
    "data/ledger/relay.yaml:19:5 nobody has judged that it disagrees with gazette.reserves; comparison.reserves lists such figures already: write finds: { metric: reserves, subject: russia, material: rare-earths } there instead of its figures"
  );
  expect(unjudgedLine(listing("gazette.reserves, gazette.production"))).toContain("; paste - { id: ");
  expect(unjudgedLine(listing("relay.reserves"))).toContain("; paste - { id: ");
  const misread: Change = { file: "comparisons", replace: "kind: conflict", with: "kind: misreading" };
  expect(unjudgedLine(listing("gazette.reserves, relay.reserves"), misread)).toContain("; paste - { id: ");
});

test("of what a figure disagrees with, another source is named before its own, and what it agrees with is not", () => {
  const row = (id: string, source: string, period: string, value: number, fields = {}) =>
    figureRow({
      id,
      source,
      published: "2025",
      period,
      value,
      metric: "production",
      unit: "t/yr",
      reading: "original",
      ...fields
    });
  const claim = (id: string, source: string, value: number) =>
    row(id, source, "2024", value, { reading: "text", published: "2026" });
  const figures = [
    claim("paper.one", "paper", 40),
    claim("other.one", "other", 25),
    row("table.2023", "table", "2023", 25),
    row("table.2024", "table", "2024", 25),
    claim("paper.two", "paper", 60)
  ];
  const found = { metric: "production", subject: "russia", material: "rare-earths", figures };
  const { figure, opponents } = latestOpposed(found, minimalLedger());
  expect(figure?.id).toBe("paper.two");
  expect(opponents.map(({ id }) => id)).toEqual(["other.one", "table.2024", "table.2023", "paper.one"]);
  const agreed = latestOpposed(
    {
      ...found,
      figures: figures.toReversed().map((one) => (one.id === "other.one" ? { ...one, published: "2027" } : one))
    },
    minimalLedger()
  );
  expect(agreed.figure?.id).toBe("other.one");
  expect(agreed.opponents.map(({ id }) => id)).toEqual(["paper.one", "paper.two"]);
});

test("an id is never cut: where a line has too little room, it says less", () => {
  const opponents = ["paper.figure", "paper.other"].map((id) => figureRow({ id }));
  const found = { metric: "reserves", subject: "russia", material: "rare-earths", figures: [] };
  const ways = waysToTell(found, { figure: undefined, opponents }, minimalLedger());
  expect(ways[0]?.message).toBe("nobody has judged that it disagrees with paper.figure and 1 more");
  const lengths = ways.map(({ message, remedy }) => message.length + remedy.length);
  expect(lengths.at(-1)).toBe(Math.min(...lengths));
  for (const { message, remedy } of ways)
    expect(`${message} ${remedy}`).toMatch(/ paper\.figure .*finds: \{ metric: reserves, /);
});

test("each disagreement of this notebook, were it not judged, would stand at a figure, with a record to paste whole", () => {
  const parsed = realParsedLedger();
  const { sources, comparisons } = parsed.ledger;
  const others = comparisons.filter(({ finds }) => !finds);
  const faults = judgementFaults({ ...parsed, ledger: { ...parsed.ledger, comparisons: others } });
  expect(faults.length).toBe(comparisons.length - others.length);
  for (const fault of faults) {
    expect(fault.file).toMatch(new RegExp(`^data/ledger/(${sources.map(({ id }) => id).join("|")})\\.yaml$`));
    expect(fault.line).toBeGreaterThan(5);
    expect(formatFault(fault)).toMatch(
      / nobody has judged (that it disagrees with|it against) [\w.-]+( and \d+ more)?; paste - \{ (id: comparison\.\S+, )?finds: \{ metric: \S+, subject: \S+, material: \S+ \} \} into comparisons.yaml, with \w[\w, .-]+$/
    );
    expect(formatFault(fault).length).toBeLessThanOrEqual(300);
  }
});

test("a record to paste is like one of the same metric, of the same place where there is one", () => {
  const second =
    "comparison.elsewhere\n    title: Two\n    kind: conflict\n    word: Rounded\n    finds: { metric: reserves, subject: world }\n    explanation: None.\n  - id: comparison.here";
  expect(
    unjudgedLine(
      { file: "comparisons", replace: "comparison.reserves", with: second },
      { file: "comparisons", replace: "subject: russia, material: rare-earths", with: "subject: russia" }
    )
  ).toMatch(/, with the other fields as in comparison\.here$/);
});

test("a reason is asked for only where unlike figures are set side by side", () => {
  const unjudged = (basis: string) =>
    linesFor(
      { file: "comparisons", replace: "metric: reserves, subject: russia", with: "metric: production, subject: world" },
      { file: "gazette", replace: "basis: proven", with: `basis: ${basis}` }
    ).find((line) => line.includes("nobody has judged"));
  expect(unjudged("proven")).toMatch(/explanation, allowed$/);
  expect(unjudged("not-stated")).toMatch(/explanation$/);
});

test("a judgement of what no longer disagrees is a fault at what it finds", () => {
  expect(
    linesFor({
      file: "comparisons",
      replace: "finds: { metric: reserves, subject: russia,",
      with: "finds: { metric: reserves, subject: world,"
    }).at(-1)
  ).toBe(
    "data/ledger/comparisons.yaml:6:5 no figures disagree about reserves of world, rare-earths; drop the record, or name its figures instead of what it finds"
  );
});

test("unlike figures divided by one another without a reason are a fault at the kind", () => {
  expect(
    linesFor({ file: "comparisons", replace: "    allowed: Two counts are set side by side.\n", with: "" })
  ).toEqual([
    'data/ledger/comparisons.yaml:4:11 "comparison.reserves" divides unlike figures: "gazette.reserves" and "relay.reserves", reserves called proven and basis not stated; say under "allowed" why they may be compared, or make it not-comparable'
  ]);
});

test.each(["misreading", "not-comparable"])("unlike figures in a %s are divided by nothing", (kind) => {
  expect(
    linesFor(
      { file: "comparisons", replace: "    allowed: Two counts are set side by side.\n", with: "" },
      { file: "comparisons", replace: "kind: conflict", with: `kind: ${kind}` }
    )
  ).toEqual([]);
});

test("a verdict whose figure changed is a fault at the value that it was reviewed on", () => {
  expect(linesFor({ file: "verdicts", replace: "gazette.production: 2500", with: "gazette.production: 2600" })).toEqual(
    [
      "data/ledger/verdicts.yaml:7:37 the verdict was reviewed with 2600 t/yr; gazette.production is 2500 now; read the verdict again, then run npm run accept -- production"
    ]
  );
});

test("a verdict that rests on a figure without an amount says that it is not given", () => {
  expect(
    linesFor({ file: "verdicts", replace: "gazette.production: 2500", with: "survey-2025.production.world.2024: 2500" })
  ).toEqual([
    "data/ledger/verdicts.yaml:7:52 the verdict was reviewed with 2500 t/yr; survey-2025.production.world.2024 gives no amount now; review the verdict, and let it rest on a figure that is given"
  ]);
});

test("a claim with a number that nothing answers is a fault at the claim", () => {
  expect(
    linesFor({
      file: "verdicts",
      replace: "  - { figure: relay.share, reason: Nobody else names a share. }\n",
      with: ""
    }).map((line) => line.replace(/:\d+:\d+ /, " "))
  ).toEqual([
    'data/ledger/relay.yaml nothing answers the claim "relay.share"; add a comparison or a verdict, or under nothing_to_compare in data/ledger/verdicts.yaml: { figure: relay.share, reason: … }'
  ]);
});

test("every claim of a publication that carries a number is compared, judged or set aside", () => {
  const ledger = realLedger();
  const figures = compileFigures(ledger).rows;
  const claims = figures.filter(({ reading, comparator }) => reading === "text" && comparator !== "unquantified");
  const compared = new Set([
    ...findDisagreements(figures, ledger.vocabulary.metrics).flatMap((found) => found.figures.map(({ id }) => id)),
    ...ledger.comparisons.flatMap((comparison) => comparison.figures)
  ]);
  const judged = new Set(ledger.verdicts.flatMap((verdict) => verdict.figures));
  const setAside = new Set(ledger.nothing_to_compare.map(({ figure }) => figure));
  expect(new Set(claims.map(({ source }) => source)).size).toBeGreaterThan(4);
  expect(claims.map(({ id }) => id).filter((id) => !compared.has(id) && !judged.has(id) && !setAside.has(id))).toEqual(
    []
  );
  expect([...setAside].filter((id) => compared.has(id) || judged.has(id))).toEqual([]);
  expect([...setAside].filter((id) => !claims.some((claim) => claim.id === id))).toEqual([]);
});

test("the ledger's judgement has kept up", () => {
  expect(judgementFaults(realParsedLedger()).map(formatFault)).toEqual([]);
});
