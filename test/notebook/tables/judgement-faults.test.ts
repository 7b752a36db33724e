import { expect, test } from "vitest";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { findDisagreements } from "../../../src/notebook/tables/comparisons.ts";
import { compileFigures } from "../../../src/notebook/tables/figures.ts";
import { judgementFaults } from "../../../src/notebook/tables/judgement-faults.ts";
import { realLedger, realParsedLedger } from "../../real-ledger.ts";
import { type Change, minimalFiles } from "../ledger/minimal-ledger.ts";

const linesFor = (...changes: Change[]): string[] =>
  judgementFaults(parseLedger(minimalFiles(...changes))).map(formatFault);

test("judgement that keeps up with the figures has no fault", () => {
  expect(linesFor()).toEqual([]);
});

test("a disagreement that nobody has judged is a fault with the record to add", () => {
  expect(
    linesFor({
      file: "comparisons",
      replace: "    finds: { metric: reserves, subject: russia, material: rare-earths }\n",
      with: "    figures: [gazette.reserves, relay.reserves]\n"
    })
  ).toEqual([
    "data/ledger/relay.yaml:19:5 nobody has judged that it disagrees with gazette.reserves; paste - { finds: { metric: reserves, subject: russia, material: rare-earths } } into comparisons.yaml; add id, title, kind, word, explanation, allowed"
  ]);
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
      /; paste - \{ (id: \S+, )?finds: \{ metric: \S+, subject: \S+, material: \S+ \} \} into comparisons.yaml; add (id, )?\w[\w, -]+$/
    );
  }
});

test("a record to paste is like one of the same metric, where there is one", () => {
  const parsed = realParsedLedger();
  const { comparisons } = parsed.ledger;
  const finding = comparisons.filter(({ finds }) => finds);
  const [first] = finding;
  const location = first && parsed.locations.get(first);
  if (!first?.finds || !location) throw new Error("the ledger judges nothing that a rule finds");
  // It judges another material, so that nobody judges what it judged.
  const other = { ...first, finds: { ...first.finds, material: "elsewhere" } };
  const [fault] = judgementFaults({
    ...parsed,
    locations: new Map([...parsed.locations, [other, location]]),
    ledger: { ...parsed.ledger, comparisons: comparisons.map((one) => (one === first ? other : one)) }
  });
  expect(fault?.remedy).toContain(`the fields of ${first?.id}`);
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
