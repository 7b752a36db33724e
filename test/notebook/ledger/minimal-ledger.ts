import { checkLedger } from "../../../src/notebook/ledger/check-ledger.ts";
import { formatFault, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { type LedgerFile, parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import type { Ledger } from "../../../src/notebook/ledger/schema.ts";

/**
 * The smallest ledger that has one of everything: two publications that count the same reserves differently, and two
 * editions of a survey, the later of which prints a number that it has since taken back.
 */
const files = {
  vocabulary: `kinds:
  - { id: official, label: government official, state: true, symbol: diamond, group: Officials and statistics, description: An agency. }
  - { id: statistic, label: official statistic, state: true, symbol: square, group: Officials and statistics, description: A survey. }
  - { id: trade-press, label: trade press, state: false, symbol: circle, description: An outlet. }
metrics:
  - { id: reserves, label: reserves, dimension: mass, quantity: reserves, stock: true, description: In the ground. }
  - { id: production, label: production, dimension: mass-per-year, quantity: production, description: Out of it. }
  - { id: share-of-output, label: share of output, dimension: share, part: true, quantity: output-share, description: A part. }
units:
  - { id: t, label: tonnes, canonical: t, factor: 1, dimension: mass, sign: t, one: tonne, synonyms: [tons], of_material: true, large: [Mt] }
  - { id: Mt, label: million tonnes, canonical: t, factor: 1000000, dimension: mass, sign: Mt }
  - { id: t/yr, label: tonnes a year, canonical: t/yr, factor: 1, dimension: mass-per-year, sign: t, prose: tonnes, one: tonne, synonyms: [tons], of_material: true, per: [t, yr] }
  - { id: kt/yr, label: thousand tonnes a year, canonical: t/yr, factor: 1000, dimension: mass-per-year }
  - { id: "%", label: "%", prose: per cent, canonical: "%", factor: 1, dimension: share }
bases:
  - { id: proven, label: reserves called proven, quantity: reserves, description: Called proven. }
  - { id: resources, label: resources, quantity: reserves, description: Not reserves. }
  - { id: not-stated, label: basis not stated, quantity: any, description: Not said. }
  - { id: conditional, label: on a condition, quantity: capacity, description: If a condition is met. }
forms:
  - { id: oxide, label: oxide, description: Tonnes of oxide. }
  - { id: metal, label: metal, description: Tonnes of metal. }
materials:
  - { id: rare-earths, label: rare earths, forms: [oxide, metal], description: Seventeen elements. }
  - { id: gallium, label: gallium, description: Not a rare earth. }
topics:
  - { id: reserves, label: Reserves, short: Reserves, matrix: true, description: What lies in the ground. }
  - { id: press, label: The press, short: Press, matrix: false, description: How an outlet is judged. }
obstacles:
  - { id: plants, label: No plants, description: Works are missing. }
`,
  speakers: `speakers:
  - { id: minister, name: Anna Minister, type: person, kind: official, role: minister, affiliation: agency, country: RU }
  - { id: agency, name: Mining Agency, type: organisation, kind: official, role: null, country: RU }
  - { id: survey, name: Geological Survey, type: organisation, kind: statistic, role: null, country: US }
  - { id: wire, name: The Wire, type: publication, kind: trade-press, role: null, country: null }
  - { id: gazette-outlet, name: The Gazette, type: publication, kind: trade-press, role: null, country: GB }
  - { id: relay-outlet, name: The Relay, type: publication, kind: trade-press, role: null, country: null }
`,
  places: `places:
  - { id: world, name: World, type: world, within: null, country: null }
  - { id: russia, name: Russia, type: country, within: world, country: RU }
`,
  events: `events:
  - id: offer
    date: "2025-02-24"
    precision: day
    inferred: null
    title: An offer is made
    topic: reserves
    speakers: [minister]
    places: [russia]
    passages:
      - { source: gazette, paragraph: 2, printed: February 24 }
`,
  derivations: `derivations:
  - id: derived.reserve-life
    function: stock-over-flow
    inputs: [gazette.reserves, gazette.production]
    explanation: How long it would last.
  - id: derived.reserve-ratio
    function: ratio
    inputs: [gazette.reserves, relay.reserves]
    explanation: How far the two are apart.
    allowed: Two counts are set side by side.
`,
  choices: `choices:
  - id: reserves
    question: Whose reserve?
    options:
      - { id: gazette, label: the Gazette’s }
      - { id: relay, label: the Relay’s, stands_in: { gazette.reserves: relay.reserves }, keeps: [derived.reserve-ratio] }
`,
  comparisons: `comparisons:
  - id: comparison.reserves
    title: How much there is
    kind: conflict
    word: Different definition
    finds: { metric: reserves, subject: russia, material: rare-earths }
    explanation: They count different things.
    allowed: Two counts are set side by side.
`,
  verdicts: `verdicts:
  - id: verdict.production
    claim: Russia makes this much.
    figures: [gazette.production]
    verdict: supported
    reasoning: Nobody says otherwise.
    rests_on: { gazette.production: 2500 }
nothing_to_compare:
  - { figure: relay.share, reason: Nobody else names a share. }
`,
  gazette: `source:
  id: gazette
  title: How much is there?
  publisher: gazette-outlet
  kind: trade-press
  country: GB
  language: en
  translated: null
  authors: [Jo Writer]
  author_speaker: gazette-outlet
  published:
    date: "2025-03-31"
    precision: day
    qualifier: exact
  url: https://gazette.example/how-much
  text_sha256: "0000000000000000000000000000000000000000000000000000000000000000"
figures:
  - id: gazette.reserves
    paragraph: 3
    printed: 28.5 million tons
    metric: reserves
    subject: russia
    material: rare-earths
    basis: proven
    value: 28.5
    unit: Mt
    period: null
    status: stated
    speaker: minister
    chain: []
    voice: quoted
    says: The minister names the reserves.
    also: [5, { paragraph: 7, printed: 28.5 Mt }]
  - id: gazette.production
    paragraph: 4
    printed: 2,500 tons
    metric: production
    subject: russia
    material: rare-earths
    basis: not-stated
    value: 2500
    unit: t/yr
    period: "2024"
    status: stated
    speaker: minister
    chain: [wire]
    voice: reported
    says: The minister names the output.
positions:
  - id: gazette.plenty
    paragraph: 3
    speaker: minister
    subject: russia
    topic: reserves
    stance: favourable
    voice: quoted
    paraphrase: There is plenty.
left_out:
  - { paragraph: 1, printed: "1234", reason: The number of the article. }
`,
  relay: `source:
  id: relay
  title: null
  title_supplied: A second count
  publisher: relay-outlet
  kind: trade-press
  country: null
  language: en
  translated: null
  authors: null
  author_speaker: relay-outlet
  published:
    date: "2025-04"
    precision: month
    qualifier: inferred
  url: https://relay.example/second
  text_sha256: "1111111111111111111111111111111111111111111111111111111111111111"
figures:
  - id: relay.reserves
    paragraph: 2
    printed: 3.8 million tons
    metric: reserves
    subject: russia
    material: rare-earths
    basis: not-stated
    value: 3.8
    unit: Mt
    period: null
    status: estimate
    speaker: survey
    chain: [wire]
    voice: reported
    says: The survey counts fewer.
  - id: relay.share
    paragraph: 3
    printed: less than 1%
    metric: share-of-output
    subject: russia
    material: rare-earths
    basis: not-stated
    comparator: "<"
    high: 1
    unit: "%"
    period: null
    status: stated
    speaker: relay-outlet
    chain: []
    voice: authorial
    says: The outlet names a share.
positions:
  - id: relay.doubt
    paragraph: 4
    speaker: relay-outlet
    subject: russia
    topic: press
    stance: sceptical
    voice: authorial
    paraphrase: The other outlet is no witness.
    also: [6]
left_out: []
`,
  "survey-2025": `release:
  id: survey-2025
  title: Summaries
  edition: Summaries 2025
  publisher: survey
  kind: statistic
  edition_of: survey
  language: en
  published: { date: "2025", precision: year, qualifier: exact }
  url: https://survey.example/2025
  licence: public domain
  reading: original
  supersedes: null
series:
  - id: survey-2025.reserves
    table: p. 2, world table
    metric: reserves
    material: gallium
    basis: not-stated
    unit: t
    status: statistic
    speaker: survey
    says: What lies in the ground.
    values:
      world: { 2025: ">90" }
  - id: survey-2025.production
    table: p. 2, world table
    metric: production
    material: gallium
    basis: not-stated
    unit: kt/yr
    status: statistic
    speaker: survey
    says: What comes out of it.
    values:
      world: { 2023: 0.6 e r, 2024: NA, 2020/2023: 0.5 }
statements: []
corrections: []
`,
  "survey-2026": `release:
  id: survey-2026
  title: Summaries
  edition: Summaries 2026
  publisher: survey
  kind: statistic
  edition_of: survey
  language: en
  published: { date: "2026-02-06", precision: day, qualifier: exact }
  url: https://survey.example/2026
  licence: public domain
  reading: original
  supersedes: survey-2025
series:
  - id: survey-2026.reserves
    table: p. 3, world table
    metric: reserves
    material: gallium
    basis: not-stated
    unit: t
    status: statistic
    speaker: survey
    says: What lies in the ground.
    values:
      world: { 2026: ">85" }
statements: []
corrections:
  - figure: survey-2026.reserves.world.2026
    holds: 75
    comparator: ">"
    why: A deposit was counted twice.
    by: the Geological Survey, 27 May 2026.
`
} as const;

export type MinimalFile = keyof typeof files;

/** Another wording of one place in one of the files. */
export interface Change {
  file: MinimalFile;
  replace: string;
  with: string;
}

/** The minimal ledger's files, changed. A change whose place is not there exactly once is a mistake of the test. */
export function minimalFiles(...changes: Change[]): LedgerFile[] {
  const texts: Record<MinimalFile, string> = { ...files };
  for (const { file, replace, with: by } of changes) {
    const parts = texts[file].split(replace);
    if (parts.length !== 2) throw new Error(`"${replace}" stands ${parts.length - 1} times in ${file}, not once`);
    texts[file] = parts.join(by);
  }
  return Object.entries(texts).map(([name, text]) => ({ path: `data/ledger/${name}.yaml`, text }));
}

/** The minimal ledger, changed but sound. */
export function minimalLedger(...changes: Change[]): Ledger {
  const parsed = parseLedger(minimalFiles(...changes));
  const faults = checkLedger(parsed);
  if (faults.length > 0) throw new Error(faults.map(formatFault).join("\n"));
  return parsed.ledger;
}

/** The lines that `npm run check` prints for the minimal ledger with these changes. */
export const faultLines = (...changes: Change[]): string[] =>
  sortFaults(checkLedger(parseLedger(minimalFiles(...changes)))).map(formatFault);
