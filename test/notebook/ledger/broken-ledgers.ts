import type { Change } from "./minimal-ledger.ts";

/** One change of the sound ledger that breaks one check, and the line that a person then reads. */
export interface BrokenLedger extends Change {
  check: string;
  line: string;
}

/** For every check of the ledger at least one. */
export const brokenLedgers: readonly BrokenLedger[] = [
  {
    check: "period-fits-the-words",
    file: "gazette",
    replace: "says: The minister names the output.",
    with: "says: The minister names the output of 2023.",
    line: 'data/ledger/gazette.yaml:43:13 its words name 2023, and the period is 2024; correct "period", or the words'
  },
  {
    check: "period-fits-the-words",
    file: "gazette",
    replace: 'period: "2024"',
    with: 'period: "2026"',
    line: 'data/ledger/gazette.yaml:44:13 2026 had not come in 2025, and "stated" is of what has; write forecast, target or capacity, or correct the period'
  },
  {
    check: "names-fit-the-words",
    file: "gazette",
    replace: "says: The minister names the reserves.",
    with: "says: The minister names the reserves of gallium.",
    line: 'data/ledger/gazette.yaml:23:15 its words name gallium, and the material is "rare-earths"; correct "material", or the words'
  },
  {
    check: "names-fit-the-words",
    file: "gazette",
    replace:
      "subject: russia\n    material: rare-earths\n    basis: proven\n    value: 28.5\n    unit: Mt\n    period: null\n    status: stated\n    speaker: minister\n    chain: []\n    voice: quoted\n    says: The minister names",
    with: "subject: world\n    material: rare-earths\n    basis: proven\n    value: 28.5\n    unit: Mt\n    period: null\n    status: stated\n    speaker: minister\n    chain: []\n    voice: quoted\n    says: The minister names for Russia",
    line: 'data/ledger/gazette.yaml:22:14 its words name Russia, and the subject is "world"; correct "subject", or the words'
  },
  {
    check: "names-fit-the-words",
    file: "relay",
    replace: "says: The survey counts fewer.",
    with: "says: Minister says that the survey counts fewer.",
    line: 'data/ledger/relay.yaml:30:14 its words name Anna Minister, and the speaker is "survey"; correct "speaker", or the words'
  },
  {
    check: "table-is-as-transcribed",
    file: "survey-2025",
    replace: "says: What comes out of it.\n",
    with: 'says: What comes out of it.\n    checksum: "00000000"\n',
    line: 'data/ledger/survey-2025.yaml:35:15 the table "survey-2025.production" is not the one that was held against its release; take back what changed by mistake, or, where the release prints it so, write checksum: "e42fa6ec"'
  },
  {
    check: "leap-is-looked-at",
    file: "survey-2026",
    replace: '2026: ">85"',
    with: "2026: 9000",
    line: 'data/ledger/survey-2026.yaml:25:22 world has 9000 for 2026, and >90 for 2025 in survey-2025: 5 times as much or more, or as little; correct the cell or the unit; where the release prints it so, write checksum: "c571afbb" under "survey-2026.reserves"'
  },
  {
    check: "status-fits-the-words",
    file: "gazette",
    replace: "says: The minister names the reserves.",
    with: "says: The minister expects these reserves.",
    line: 'data/ledger/gazette.yaml:28:13 its words are of what is to come, and "stated" is of what is; write forecast or target, or correct the words'
  },
  {
    check: "status-fits-the-words",
    file: "gazette",
    replace: 'period: "2024"\n    status: stated',
    with: 'period: "2024"\n    status: target',
    line: 'data/ledger/gazette.yaml:44:13 2024 had gone by in 2025, and "target" is of what is to come; correct "status", or the period'
  },
  {
    check: "status-fits-the-words",
    file: "gazette",
    replace: "period: null\n    status: stated",
    with: "period: null\n    status: forecast",
    line: 'data/ledger/gazette.yaml:28:13 neither its period nor its words lie ahead, and "forecast" is of what is to come; correct "status", or give the period that it is for'
  },
  {
    check: "status-fits-the-words",
    file: "gazette",
    replace: "says: The minister names the reserves.",
    with: "says: The minister estimates these reserves.",
    line: "data/ledger/gazette.yaml:28:13 its words call it an estimate; write estimate, or correct the words"
  },
  {
    check: "status-fits-the-words",
    file: "gazette",
    replace: "period: null\n    status: stated",
    with: "period: null\n    status: capacity",
    line: 'data/ledger/gazette.yaml:28:13 its words say of nothing that it could be, as "capacity" does; correct "status", or the words'
  },
  {
    check: "voice-fits-its-speaker",
    file: "gazette",
    replace: "voice: quoted\n    says",
    with: "voice: authorial\n    says",
    line: 'data/ledger/gazette.yaml:31:12 "authorial" is the publication’s own voice, and "minister" is not; write quoted or reported, or name "gazette-outlet" as the speaker'
  },
  {
    check: "voice-fits-its-speaker",
    file: "relay",
    replace: "voice: authorial\n    says",
    with: "voice: reported\n    says",
    line: 'data/ledger/relay.yaml:48:12 "relay-outlet" is the publication’s own voice, which it has not reported; write authorial or gloss, or name whose words they are'
  },
  {
    check: "every-id-is-used-once",
    file: "vocabulary",
    replace: "id: conditional,",
    with: "id: resources,",
    line: 'data/ledger/vocabulary.yaml:19:11 id "resources" is used twice, first at data/ledger/vocabulary.yaml:17; give one of the two another id'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "survey-2025",
    replace: "0.6 e r",
    with: "0.6 q",
    line: 'data/ledger/survey-2025.yaml:36:22 "q" is not among the marks; use one that data/ledger/vocabulary.yaml knows, or add it there'
  },
  {
    check: "mark-fits-its-cell",
    file: "survey-2025",
    replace: "0.6 e r",
    with: "0.6 NA",
    line: 'data/ledger/survey-2025.yaml:36:22 "NA" stands in place of a number; write one of the two'
  },
  {
    check: "mark-fits-its-cell",
    file: "survey-2025",
    replace: "2024: NA",
    with: "2024: e",
    line: 'data/ledger/survey-2025.yaml:36:37 "e" marks a number, and there is none; write the number before it'
  },
  {
    check: "every-id-is-used-once",
    file: "relay",
    replace: "  - id: relay.doubt\n",
    with: "  - id: relay.share\n",
    line: 'data/ledger/relay.yaml:51:9 id "relay.share" is used twice, first at data/ledger/relay.yaml:34; give one of the two another id'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "gazette",
    replace: "    metric: production\n",
    with: "    metric: prodution\n",
    line: 'data/ledger/gazette.yaml:37:13 "prodution" is not among the metrics; did you mean "production"?'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "gazette",
    replace: "chain: [wire]",
    with: "chain: [wyre]",
    line: 'data/ledger/gazette.yaml:46:13 "wyre" is not among the speakers; did you mean "wire"?'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "places",
    replace: "within: world",
    with: "within: zzzzzz",
    line: 'data/ledger/places.yaml:3:56 "zzzzzz" is not among the places; use one that data/ledger/places.yaml knows, or add it there'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "events",
    replace: "source: gazette",
    with: "source: gazete",
    line: 'data/ledger/events.yaml:11:19 "gazete" is not among the sources; did you mean "gazette"?'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "derivations",
    replace: "relay.reserves",
    with: "zzzzzz.zzzzzzz",
    line: 'data/ledger/derivations.yaml:8:32 "zzzzzz.zzzzzzz" is not among the figures; use one that data/ledger/ knows, or add it there'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "gazette",
    replace: "topic: reserves",
    with: "topic: zzzzzzzz",
    line: 'data/ledger/gazette.yaml:54:12 "zzzzzzzz" is not among the topics; use one that data/ledger/vocabulary.yaml knows, or add it there'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "gazette",
    replace: "    stance: favourable\n",
    with: "    stance: favourable\n    obstacle: plans\n",
    line: 'data/ledger/gazette.yaml:56:15 "plans" is not among the obstacles; did you mean "plants"?'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "relay",
    replace: "    subject: russia\n    topic: press",
    with: "    subject: rusia\n    topic: press",
    line: 'data/ledger/relay.yaml:54:14 "rusia" is not among the places; did you mean "russia"?'
  },
  {
    check: "record-belongs-to-its-source",
    file: "gazette",
    replace: "id: gazette.plenty",
    with: "id: relay.plenty",
    line: 'data/ledger/gazette.yaml:50:9 id "relay.plenty" does not start with its source, "gazette."; call it "gazette.plenty"'
  },
  {
    check: "every-date-exists",
    file: "events",
    replace: '"2025-02-24"',
    with: '"2025-02-30"',
    line: 'data/ledger/events.yaml:3:11 there is no date "2025-02-30"; correct the day: 2025-02 has the days 01 to 28'
  },
  {
    check: "every-date-exists",
    file: "events",
    replace: '"2025-02-24"',
    with: '"2025-02"',
    line: 'data/ledger/events.yaml:3:11 "2025-02" is not a date to the day; let date and precision agree'
  },
  {
    check: "every-date-exists",
    file: "relay",
    replace: "precision: month",
    with: "precision: year",
    line: 'data/ledger/relay.yaml:13:11 "2025-04" is not a date to the year; let date and precision agree'
  },
  {
    check: "every-date-exists",
    file: "gazette",
    replace: 'period: "2024"',
    with: 'period: "2024-13"',
    line: 'data/ledger/gazette.yaml:43:13 there is no date "2024-13"; correct the month: months are 01 to 12'
  },
  {
    check: "canonical-unit-is-one",
    file: "vocabulary",
    replace: "canonical: t/yr, factor: 1000,",
    with: "canonical: t, factor: 1000,",
    line: 'data/ledger/vocabulary.yaml:13:60 "t" is no canonical unit of mass-per-year; use t/yr'
  },
  {
    check: "canonical-unit-is-one",
    file: "vocabulary",
    replace: 'canonical: "%", factor: 1,',
    with: 'canonical: "%", factor: 10,',
    line: 'data/ledger/vocabulary.yaml:14:69 "%" is its own canonical unit, and so has the factor 1, not 10; write 1, or name the unit that it is counted in'
  },
  {
    check: "part-is-within-its-whole",
    file: "relay",
    replace: `less than 1%
    metric: share-of-output
    subject: russia
    material: rare-earths
    basis: not-stated
    comparator: "<"
    high: 1
`,
    with: `less than 130%
    metric: share-of-output
    subject: russia
    material: rare-earths
    basis: not-stated
    comparator: "<"
    high: 130
`,
    line: 'data/ledger/relay.yaml:42:11 130% is more than all of which "relay.share" is a part; correct the amount, or the metric, if it is none with "part: true"'
  },
  {
    check: "part-is-within-its-whole",
    file: "survey-2025",
    replace: '2025: ">90" }',
    with: "2025: 90 }\n      russia: { 2025: 100 }",
    line: 'data/ledger/survey-2025.yaml:26:23 100 is more than the 90 of "world", of which "russia" is a part; correct the one or the other as the table prints it'
  },
  {
    check: "unit-fits-its-metric",
    file: "gazette",
    replace: "    unit: t/yr\n",
    with: "    unit: t\n",
    line: 'data/ledger/gazette.yaml:42:11 unit "t" measures mass, but production is mass-per-year; use t/yr or kt/yr'
  },
  {
    check: "basis-fits-its-metric",
    file: "gazette",
    replace: "basis: proven",
    with: "basis: conditional",
    line: 'data/ledger/gazette.yaml:24:12 basis "conditional" qualifies capacity, not reserves; use proven or resources or not-stated'
  },
  {
    check: "count-names-what-it-counts",
    file: "vocabulary",
    replace: "metrics:\n",
    with: "metrics:\n  - { id: mines, label: mines, dimension: count, quantity: mines, description: Mines. }\n",
    line: 'data/ledger/vocabulary.yaml:6:11 metric "mines" does not say what it counts; name it under "counts", one kind of thing, or give "ordinal: true" if it is a place in an order'
  },
  {
    check: "interval-runs-upwards",
    file: "gazette",
    replace:
      "    printed: 2,500 tons\n    metric: production\n    subject: russia\n    material: rare-earths\n    basis: not-stated\n    value: 2500\n",
    with: "    printed: 2,500 to 3,000 tons\n    metric: production\n    subject: russia\n    material: rare-earths\n    basis: not-stated\n    low: 3000\n    high: 2500\n",
    line: "data/ledger/gazette.yaml:41:10 the interval 3000 – 2500 is upside down; write the smaller end as low and the larger as high"
  },
  {
    check: "interval-runs-upwards",
    file: "relay",
    replace: `less than 1%
    metric: share-of-output
    subject: russia
    material: rare-earths
    basis: not-stated
    comparator: "<"
    high: 1
`,
    with: `nearly 2%, not 1%
    metric: share-of-output
    subject: russia
    material: rare-earths
    basis: not-stated
    comparator: nearly
    value: 2
    high: 1
`,
    line: "data/ledger/relay.yaml:42:12 the interval 2 – 1 is upside down; write the smaller end as low and the larger as high"
  },
  {
    check: "interval-runs-upwards",
    file: "gazette",
    replace: 'period: "2024"',
    with: 'period: "2035/2024"',
    line: "data/ledger/gazette.yaml:43:13 the period 2035 – 2024 is upside down; write the earlier year first"
  },
  {
    check: "comparator-fits-its-amount",
    file: "relay",
    replace: "    high: 1\n",
    with: "    value: 1\n",
    line: 'data/ledger/relay.yaml:41:17 comparator "<" does not go with value; give high'
  },
  {
    check: "comparator-fits-its-amount",
    file: "gazette",
    replace: "    value: 2500\n",
    with: "",
    line: 'data/ledger/gazette.yaml:34:9 comparator "=" does not go with no amount; give value or low+high or low+value+high'
  },
  {
    check: "comparator-fits-its-amount",
    file: "relay",
    replace: 'comparator: "<"\n    high: 1\n',
    with: "comparator: unquantified\n    value: 1\n",
    line: 'data/ledger/relay.yaml:41:17 comparator "unquantified" does not go with value; give no amount'
  },
  {
    check: "printed-figure-contains-its-value",
    file: "gazette",
    replace: "    value: 28.5\n",
    with: "    value: 29\n",
    line: 'data/ledger/gazette.yaml:25:12 "28.5 million tons" does not contain 29 Mt; correct "value", "unit" or "printed"; it holds 28500000'
  },
  {
    check: "printed-figure-contains-its-value",
    file: "gazette",
    replace: "    printed: 2,500 tons\n",
    with: "    printed: some tons\n",
    line: 'data/ledger/gazette.yaml:41:12 "some tons" does not contain 2500 t/yr; correct "value", "unit" or "printed"; it holds no number'
  },
  {
    check: "printed-words-fit-the-amount",
    file: "gazette",
    replace: "printed: 28.5 million tons",
    with: "printed: about 28.5 million tons",
    line: 'data/ledger/gazette.yaml:18:9 "about 28.5 million tons" reads as "~", and the record says "="; correct "comparator", or give in "printed" the words that say so'
  },
  {
    check: "printed-words-fit-the-amount",
    file: "gazette",
    replace: "printed: 28.5 million tons",
    with: "printed: 28.5 tons",
    line: 'data/ledger/gazette.yaml:26:11 "28.5 tons" is in tonnes, and the record has another amount, in million tonnes; correct "unit", the amount or "printed"'
  },
  {
    check: "printed-figure-is-short",
    file: "gazette",
    replace: "printed: 28.5 million tons",
    with: "printed: 28.5 million tons of all that is in there",
    line: "data/ledger/gazette.yaml:20:14 the printed figure has 9 words; keep the number and what belongs to it, at most eight words"
  },
  {
    check: "our-words-are-few",
    file: "relay",
    replace: "says: The outlet names a share.",
    with: `says: ${"word ".repeat(26).trim()}`,
    line: 'data/ledger/relay.yaml:49:11 "says" has 26 words; say it in at most 25'
  },
  {
    check: "relay-is-named",
    file: "relay",
    replace: "figures:\n",
    with: "  relay: { of: wire, paragraphs: [2, 3], reason: It is named at the beginning. }\nfigures:\n",
    line: 'data/ledger/relay.yaml:48:5 paragraph 3 passes on a report of "wire", and the record does not name it; name "wire" as the speaker or in the chain, or say under "own" why it is the publication\'s own'
  },
  {
    check: "chain-names-others",
    file: "gazette",
    replace: "chain: [wire]",
    with: "chain: [wire, minister]",
    line: 'data/ledger/gazette.yaml:46:19 "minister" is the speaker, and no one who passed it on; leave it out of the chain, or name who said it'
  },
  {
    check: "chain-names-others",
    file: "gazette",
    replace: "chain: [wire]",
    with: "chain: [wire, wire]",
    line: 'data/ledger/gazette.yaml:46:19 "wire" stands in the chain twice; name it once'
  },
  {
    check: "unknown-title-has-a-working-title",
    file: "relay",
    replace: "  title_supplied: A second count\n",
    with: "",
    line: "data/ledger/relay.yaml:3:10 the title is unknown and no working title is given; add title_supplied in our words"
  },
  {
    check: "every-id-is-used-once",
    file: "survey-2025",
    replace: "survey-2025.production",
    with: "survey-2025.reserves",
    line: 'data/ledger/survey-2025.yaml:26:9 id "survey-2025.reserves" is used twice, first at data/ledger/survey-2025.yaml:15; give one of the two another id'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "survey-2025",
    replace: "      world: { 2025:",
    with: "      word: { 2025:",
    line: 'data/ledger/survey-2025.yaml:25:7 "word" is not among the places; did you mean "world"?'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "survey-2026",
    replace: "supersedes: survey-2025",
    with: "supersedes: survey-2024",
    line: 'data/ledger/survey-2026.yaml:13:15 "survey-2024" is not among the sources; did you mean "survey-2025"?'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "survey-2026",
    replace: "figure: survey-2026.reserves.world.2026",
    with: "figure: survey-2026.reserves.world.2025",
    line: 'data/ledger/survey-2026.yaml:28:13 "survey-2026.reserves.world.2025" is not among the figures; did you mean "survey-2025.reserves.world.2025"?'
  },
  {
    check: "record-belongs-to-its-source",
    file: "survey-2025",
    replace: "id: survey-2025.production",
    with: "id: survey-2026.production",
    line: 'data/ledger/survey-2025.yaml:26:9 id "survey-2026.production" does not start with its source, "survey-2025."; call it "survey-2025.production"'
  },
  {
    check: "record-belongs-to-its-source",
    file: "survey-2026",
    replace: "figure: survey-2026.reserves.world.2026",
    with: "figure: survey-2025.reserves.world.2025",
    line: 'data/ledger/survey-2026.yaml:28:13 "survey-2025.reserves.world.2025" is no figure of this edition; move the correction to the file of the edition that prints it'
  },
  {
    check: "every-date-exists",
    file: "survey-2025",
    replace: "      world: { 2023:",
    with: "      world: { 2023-13:",
    line: 'data/ledger/survey-2025.yaml:36:25 there is no date "2023-13"; correct the month: months are 01 to 12'
  },
  {
    check: "every-date-exists",
    file: "survey-2026",
    replace: "    table: p. 3, world table\n",
    with: '    table: p. 3, world table\n    published: "2026-02-30"\n',
    line: 'data/ledger/survey-2026.yaml:17:16 there is no date "2026-02-30"; correct the day: 2026-02 has the days 01 to 28'
  },
  {
    check: "unit-fits-its-metric",
    file: "survey-2025",
    replace: "unit: kt/yr",
    with: "unit: t",
    line: 'data/ledger/survey-2025.yaml:31:11 unit "t" measures mass, but production is mass-per-year; use t/yr or kt/yr'
  },
  {
    check: "basis-fits-its-metric",
    file: "survey-2025",
    replace: "    basis: not-stated\n    unit: kt/yr",
    with: "    basis: proven\n    unit: kt/yr",
    line: 'data/ledger/survey-2025.yaml:30:12 basis "proven" qualifies reserves, not production; use not-stated'
  },
  {
    check: "our-words-are-few",
    file: "survey-2025",
    replace: "says: What comes out of it.",
    with: `says: ${"word ".repeat(26).trim()}`,
    line: 'data/ledger/survey-2025.yaml:34:11 "says" has 26 words; say it in at most 25'
  },
  {
    check: "interval-runs-upwards",
    file: "survey-2025",
    replace: "2020/2023: 0.5",
    with: "2023/2020: 0.5",
    line: "data/ledger/survey-2025.yaml:36:52 the period 2023 – 2020 is upside down; write the earlier year first"
  },
  {
    check: "editions-stand-in-one-line",
    file: "survey-2025",
    replace: "supersedes: null",
    with: "supersedes: survey-2025",
    line: 'data/ledger/survey-2025.yaml:13:15 the editions before "survey-2025" lead back to it; let the first edition supersede null'
  },
  {
    check: "editions-stand-in-one-line",
    file: "survey-2026",
    replace: "edition_of: survey",
    with: "country: US",
    line: 'data/ledger/survey-2026.yaml:1:1 supersedes "survey-2025", which is an edition of survey; let both name one release'
  },
  {
    check: "editions-stand-in-one-line",
    file: "survey-2026",
    replace: "supersedes: survey-2025",
    with: "supersedes: null",
    line: 'data/ledger/survey-2026.yaml:13:15 "survey-2025" is the first edition already; let each edition supersede the one before it'
  },
  {
    check: "superseded-figure-is-meant",
    file: "derivations",
    replace: "[gazette.reserves, relay.reserves]",
    with: "[gazette.reserves, survey-2025.reserves.world.2025]",
    line: 'data/ledger/derivations.yaml:8:32 a later edition gives "survey-2025.reserves.world.2025" anew; write survey@latest.reserves.world.latest, or survey@2025.reserves.world.2025 where that edition is meant'
  },
  {
    check: "correction-has-not-outlived-its-reason",
    file: "survey-2026",
    replace: '">85"',
    with: '">75"',
    line: 'data/ledger/survey-2026.yaml:29:12 "survey-2026.reserves.world.2026" prints >75 itself, as its correction says; drop the correction: it has outlived its reason'
  },
  {
    check: "choice-can-be-made",
    file: "choices",
    replace: ", stands_in: { gazette.reserves: relay.reserves }",
    with: "",
    line: 'data/ledger/choices.yaml:6:15 option "relay" changes nothing; list under stands_in what it replaces'
  },
  {
    check: "passage-can-be-found",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: gazette, printed: February 24 }",
    line: 'data/ledger/events.yaml:11:9 the paragraph of "gazette" is not given; add "paragraph"'
  },
  {
    check: "passage-can-be-found",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: gazette, paragraph: 2, place: p. 2 }",
    line: 'data/ledger/events.yaml:11:49 "gazette" is a text, where a passage has no "place"; give "paragraph" alone, with "printed" for its date'
  },
  {
    check: "passage-can-be-found",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: survey-2025, paragraph: 2 }",
    line: 'data/ledger/events.yaml:11:43 "survey-2025" is a release, where a passage has no "paragraph"; give "statement", or "place"'
  },
  {
    check: "passage-can-be-found",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: survey-2025 }",
    line: 'data/ledger/events.yaml:11:9 the place in "survey-2025" is not given once; give either "statement" or "place"'
  },
  {
    check: "passage-can-be-found",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: survey-2025, place: p. 2, statement: survey-2025.reserves.world.2025 }",
    line: 'data/ledger/events.yaml:11:9 the place in "survey-2025" is not given once; give either "statement" or "place"'
  },
  {
    check: "passage-can-be-found",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: survey-2025, statement: survey-2026.reserves.world.2026 }",
    line: 'data/ledger/events.yaml:11:43 "survey-2026.reserves.world.2026" is no statement of "survey-2025"; name the source that holds it'
  },
  {
    check: "every-reference-leads-somewhere",
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: "{ source: survey-2025, statement: survey-2025.reserves.world.2026 }",
    line: 'data/ledger/events.yaml:11:43 "survey-2025.reserves.world.2026" is not among the figures; did you mean "survey-2025.reserves.world.2025"?'
  },
  {
    check: "every-guess-is-reviewed",
    file: "gazette",
    replace: "    says: The minister names the output.\n",
    with: "    says: The minister names the output.\n    review: [metric]\n",
    line: 'data/ledger/gazette.yaml:49:5 metric of "gazette.production" is a guess; compare it with the text, mend what is wrong, and take out "review"; npm run review shows both'
  },
  {
    check: "every-guess-is-reviewed",
    file: "gazette",
    replace: "    says: The minister names the output.\n",
    with: "    says: The minister names the output.\n    review: [metric, speaker]\n",
    line: 'data/ledger/gazette.yaml:49:5 metric, speaker of "gazette.production" are guesses; compare them with the text, mend what is wrong, and take out "review"; npm run review shows both'
  }
];
