import type { Change } from "./minimal-ledger.ts";

/** One change of the sound ledger that its schema refuses, and the line that a person then reads. */
export const refusedBySchema: readonly (Change & { what: string; line: string })[] = [
  {
    what: "a file without one of its lists",
    file: "places",
    replace: "places:\n  - { id: world,",
    with: "places: []\nplases:\n  - { id: world,",
    line: 'data/ledger/places.yaml:2:1 unknown key "plases"; did you mean "places"?'
  },
  {
    what: "a list that is none",
    file: "relay",
    replace: "left_out: []",
    with: "left_out:",
    line: 'data/ledger/relay.yaml:60:10 "left_out" is not a list; write each record as an item that starts with a dash'
  },
  {
    what: "a record that is none",
    file: "relay",
    replace: "left_out: []",
    with: "left_out: [12]",
    line: "data/ledger/relay.yaml:60:12 record is 12; it must be a mapping"
  },
  {
    what: "a field that is missing",
    file: "gazette",
    replace: "    paragraph: 4\n",
    with: "",
    line: 'data/ledger/gazette.yaml:34:5 "paragraph" is missing; add it to the record; it must be a number'
  },
  {
    what: "a field with a choice that is missing",
    file: "relay",
    replace: "    status: estimate\n",
    with: "",
    line: 'data/ledger/relay.yaml:19:5 "status" is missing; add it to the record; it must be one of stated, estimate, target, forecast, capacity, statistic'
  },
  {
    what: "a field that there is not",
    file: "gazette",
    replace: "    paragraph: 4\n",
    with: "    paragraph: 4\n    paragraf: 4\n",
    line: 'data/ledger/gazette.yaml:36:15 unknown field "paragraf"; did you mean "paragraph"?'
  },
  {
    what: "a field that there is not, further in",
    file: "gazette",
    replace: "    qualifier: exact\n",
    with: "    qualifier: exact\n    region: west\n",
    line: 'data/ledger/gazette.yaml:15:13 unknown field "region"; leave it out'
  },
  {
    what: "a word that is not among the choices",
    file: "speakers",
    replace: "type: person",
    with: "type: persn",
    line: 'data/ledger/speakers.yaml:2:48 "type" cannot be "persn"; did you mean "person"? (one of person, organisation, publication, unnamed)'
  },
  {
    what: "text where a number belongs",
    file: "gazette",
    replace: "value: 2500",
    with: "value: 2500 tons",
    line: 'data/ledger/gazette.yaml:41:12 "value" is "2500 tons"; it must be a number'
  },
  {
    what: "a number where text belongs",
    file: "gazette",
    replace: 'period: "2024"',
    with: "period: 2024",
    line: 'data/ledger/gazette.yaml:43:13 "period" is 2024; it must be text: put it in quotation marks'
  },
  {
    what: "a number in quotation marks",
    file: "gazette",
    replace: "value: 2500",
    with: 'value: "2500"',
    line: 'data/ledger/gazette.yaml:41:12 "value" is "2500"; it must be a number: take off its quotation marks'
  },
  {
    what: "a number with its thousands set apart by commas",
    file: "gazette",
    replace: "value: 2500",
    with: "value: 9,100",
    line: 'data/ledger/gazette.yaml:41:12 "value" is "9,100"; it must be a number: write 9100'
  },
  {
    what: "one with a decimal too",
    file: "gazette",
    replace: "value: 2500",
    with: "value: -1,234,567.5",
    line: 'data/ledger/gazette.yaml:41:12 "value" is "-1,234,567.5"; it must be a number: write -1234567.5'
  },
  {
    what: "one set apart by points",
    file: "gazette",
    replace: "value: 2500",
    with: "value: 1.234.567,5",
    line: 'data/ledger/gazette.yaml:41:12 "value" is "1.234.567,5"; it must be a number: write 1234567.5'
  },
  {
    what: "one set apart by spaces",
    file: "gazette",
    replace: "value: 2500",
    with: "value: 9 100",
    line: 'data/ledger/gazette.yaml:41:12 "value" is "9 100"; it must be a number: write 9100'
  },
  {
    what: "a number with a decimal comma",
    file: "gazette",
    replace: "value: 2500",
    with: "value: 9,1",
    line: 'data/ledger/gazette.yaml:41:12 "value" is "9,1"; it must be a number: write 9.1'
  },
  {
    what: "yes where true belongs",
    file: "vocabulary",
    replace: "state: false",
    with: "state: yes",
    line: 'data/ledger/vocabulary.yaml:4:51 "state" is "yes"; it must be true or false: write true'
  },
  {
    what: "words where a list belongs",
    file: "vocabulary",
    replace: "stock: true, description: In the ground.",
    with: "counts: 'a: tram', stock: true, description: In the ground.",
    line: 'data/ledger/vocabulary.yaml:6:83 "counts" is "a: tram"; it must be a list: write ["a: tram"]'
  },
  {
    what: "a broken number where a whole one belongs",
    file: "gazette",
    replace: "    paragraph: 4\n",
    with: "    paragraph: 4.5\n",
    line: 'data/ledger/gazette.yaml:35:16 "paragraph" is 4.5; it must be a whole number'
  },
  {
    what: "text where true or false belongs",
    file: "vocabulary",
    replace: "state: false",
    with: "state: sometimes",
    line: 'data/ledger/vocabulary.yaml:4:51 "state" is "sometimes"; it must be true or false'
  },
  {
    what: "text where a list belongs",
    file: "events",
    replace: "speakers: [minister]",
    with: "speakers: minister",
    line: 'data/ledger/events.yaml:8:15 "speakers" is "minister"; it must be a list: write [minister]'
  },
  {
    what: "text where a mapping belongs",
    file: "events",
    replace: "      - { source: gazette, paragraph: 2, printed: February 24 }\n",
    with: "      - gazette\n",
    line: 'data/ledger/events.yaml:11:9 "passages.0" is "gazette"; it must be a mapping'
  },
  {
    what: "nothing where words belong",
    file: "gazette",
    replace: "says: The minister names the output.",
    with: 'says: " "',
    line: 'data/ledger/gazette.yaml:48:11 "says" is " "; must not be empty'
  },
  {
    what: "words that a spreadsheet would run",
    file: "gazette",
    replace: "says: The minister names the output.",
    with: "says: =HYPERLINK(A1)",
    line: 'data/ledger/gazette.yaml:48:11 "says" is "=HYPERLINK(A1)"; must not begin as a formula does: spreadsheets would run it; begin with a word'
  },
  {
    what: "a paragraph below the first",
    file: "gazette",
    replace: "    paragraph: 4\n",
    with: "    paragraph: 0\n",
    line: 'data/ledger/gazette.yaml:35:16 "paragraph" is 0; paragraphs count from 1'
  },
  {
    what: "a unit that is nothing",
    file: "vocabulary",
    replace: "factor: 1000000",
    with: "factor: 0",
    line: 'data/ledger/vocabulary.yaml:11:60 "factor" is 0; a factor is above zero'
  },
  {
    what: "an id that is not in lower case",
    file: "vocabulary",
    replace: "id: conditional,",
    with: "id: Conditional,",
    line: 'data/ledger/vocabulary.yaml:19:11 "id" is "Conditional"; an id is lower-case words joined by hyphens'
  },
  {
    what: "an id of a record without its source",
    file: "relay",
    replace: "id: relay.doubt",
    with: "id: doubt",
    line: 'data/ledger/relay.yaml:51:9 "id" is "doubt"; the id of a record is `<source>.<words-with-hyphens>`'
  },
  {
    what: "an id of a calculation that does not say so",
    file: "derivations",
    replace: "id: derived.reserve-life",
    with: "id: reserve-life",
    line: 'data/ledger/derivations.yaml:2:9 "id" is "reserve-life"; the id of a derived quantity is `derived.<words>`'
  },
  {
    what: "a calculation with one figure",
    file: "derivations",
    replace: "[gazette.reserves, gazette.production]",
    with: "[gazette.reserves]",
    line: 'data/ledger/derivations.yaml:4:5 "inputs" is ["gazette.reserves"]; a calculation takes two figures or more'
  },
  {
    what: "an event that no passage tells of",
    file: "events",
    replace: "    passages:\n      - { source: gazette, paragraph: 2, printed: February 24 }\n",
    with: "    passages: []\n",
    line: 'data/ledger/events.yaml:10:5 "passages" is []; an event has a passage that tells of it'
  },
  {
    what: "a repeat that is no paragraph",
    file: "gazette",
    replace: "also: [5,",
    with: "also: [five,",
    line: 'data/ledger/gazette.yaml:33:12 "also.0" is "five"; a repeat is a paragraph, or a paragraph with what is printed there'
  },
  {
    what: "a date in another order",
    file: "gazette",
    replace: 'date: "2025-03-31"',
    with: 'date: "31-03-2025"',
    line: 'data/ledger/gazette.yaml:12:11 "published.date" is "31-03-2025"; a date is YYYY, YYYY-MM or YYYY-MM-DD'
  },
  {
    what: "a period that is no date",
    file: "gazette",
    replace: 'period: "2024"',
    with: 'period: "next year"',
    line: 'data/ledger/gazette.yaml:43:13 "period" is "next year"; a period is a date or two years joined by a slash'
  },
  {
    what: "a country in words",
    file: "places",
    replace: "country: RU",
    with: "country: Russia",
    line: 'data/ledger/places.yaml:3:72 "country" is "Russia"; a country is its two-letter ISO code'
  },
  {
    what: "a language in words",
    file: "relay",
    replace: "language: en",
    with: "language: English",
    line: 'data/ledger/relay.yaml:8:13 "language" is "English"; a language is its two-letter ISO code'
  },
  {
    what: "an address that is none",
    file: "gazette",
    replace: "url: https://gazette.example/how-much",
    with: "url: gazette",
    line: 'data/ledger/gazette.yaml:15:8 "url" is "gazette"; an address begins with https://'
  },
  {
    what: "a hash that is too short",
    file: "relay",
    replace: '"1111111111111111111111111111111111111111111111111111111111111111"',
    with: "abc",
    line: 'data/ledger/relay.yaml:17:16 "text_sha256" is "abc"; a SHA-256 has 64 hexadecimal digits'
  },
  {
    what: "a damaged character that is a word",
    file: "relay",
    replace: "  language: en\n",
    with: "  language: en\n  damaged_character: both\n",
    line: 'data/ledger/relay.yaml:9:22 "damaged_character" is "both"; it is one character'
  },
  {
    what: "a copy of nothing",
    file: "relay",
    replace: "  language: en\n",
    with: "  language: en\n  duplicates: [{ paragraph: 2, of: [], reason: The headline again. }]\n",
    line: 'data/ledger/relay.yaml:9:32 "duplicates.0.of" is []; a copy names the paragraphs that it repeats'
  },
  {
    what: "a release without its edition",
    file: "survey-2025",
    replace: "  edition: Summaries 2025\n",
    with: "",
    line: 'data/ledger/survey-2025.yaml:1:1 "edition" is missing; add it to the record; it must be text'
  },
  {
    what: "a way of reading that there is not",
    file: "survey-2025",
    replace: "reading: original",
    with: "reading: origial",
    line: 'data/ledger/survey-2025.yaml:12:12 "reading" cannot be "origial"; did you mean "original"? (one of original, original-not-kept, second-hand)'
  },
  {
    what: "a table without its place",
    file: "survey-2026",
    replace: "    table: p. 3, world table\n",
    with: "",
    line: 'data/ledger/survey-2026.yaml:15:5 "table" is missing; add it to the record; it must be text'
  },
  {
    what: "a cell that writes a dash for zero",
    file: "survey-2025",
    replace: "2024: NA",
    with: '2024: "-"',
    line: 'data/ledger/survey-2025.yaml:36:37 "values.world.2024" is "-"; a cell is a number, with a comparator before it and marks after it, or a mark alone, such as NA for not available'
  },
  {
    what: "a cell that is empty",
    file: "survey-2025",
    replace: "2024: NA",
    with: "2024:",
    line: 'data/ledger/survey-2025.yaml:36:36 "values.world.2024" is null; a cell is a number, with a comparator before it and marks after it, or a mark alone, such as NA for not available'
  },
  {
    what: "a number with a comma",
    file: "survey-2025",
    replace: "2020/2023: 0.5",
    with: '2020/2023: "1,500"',
    line: 'data/ledger/survey-2025.yaml:36:52 "values.world.2020/2023" is "1,500"; a cell is a number, with a comparator before it and marks after it, or a mark alone, such as NA for not available'
  },
  {
    what: "a cell under something else than a year",
    file: "survey-2025",
    replace: "2020/2023: 0.5",
    with: "2020 to 2023: 0.5",
    line: 'data/ledger/survey-2025.yaml:36:55 "2020 to 2023" cannot stand here; a cell stands under a year, a date or two years'
  },
  {
    what: "a correction in words",
    file: "survey-2026",
    replace: "holds: 75",
    with: 'holds: "75"',
    line: 'data/ledger/survey-2026.yaml:29:12 "holds" is "75"; it must be a number: take off its quotation marks'
  },
  {
    what: "a correction with a comparator that takes two numbers",
    file: "survey-2026",
    replace: '    comparator: ">"\n    why',
    with: "    comparator: nearly\n    why",
    line: 'data/ledger/survey-2026.yaml:30:17 "comparator" cannot be "nearly"; use one of =, ~, <, <=, >, >='
  },
  {
    what: "a correction that names nobody",
    file: "survey-2026",
    replace: "    by: the Geological Survey, 27 May 2026.\n",
    with: "",
    line: 'data/ledger/survey-2026.yaml:28:5 "by" is missing; add it to the record; it must be text'
  },
  {
    what: "a basis of a list of one quantity",
    file: "vocabulary",
    replace: "quantity: capacity, description: If",
    with: "quantity: [capacity], description: If",
    line: 'data/ledger/vocabulary.yaml:19:47 "quantity" is ["capacity"]; a list names two quantities or more'
  }
];
