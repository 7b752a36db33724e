// The names that pages and their scripts agree on, written once. Enums, and nothing else in this file, because the bundler writes
// their values into each script that uses them: a file that all scripts share would be one request more.

/** Attributes that carry what scripts need to know, so that they read nothing back from words. */
export enum Data {
  /** On a number: its record; the form in which it is written, if it follows a choice and is not `full`; its place in the list. */
  fact = "data-fact",
  form = "data-form",
  place = "data-n",
  /** On an event: who tells of it first. */
  teller = "data-teller",
  /** On a table's cell: the number or ISO date that it is sorted by, where its words are not just that; empty if none is given. */
  value = "data-value",
  /** On a cell of a column with several units: its unit. Numbers of unlike units are sorted apart. */
  unit = "data-unit",
  /** On a figure, and on a model: its name. */
  figure = "data-figure",
  model = "data-model",
  /** On a figure, and on the control of choices: the fingerprint of what is fetched for it. */
  version = "data-version",
  /** On a model: the numbers that it starts with. In it, by slot: its inputs, its results, and what is said of an input. */
  start = "data-start",
  input = "data-input",
  result = "data-result",
  given = "data-given",
  /** On speakers and positions: what readers filter by. */
  topic = "data-topic",
  voice = "data-voice",
  kind = "data-kind",
  affiliation = "data-affiliation",
  country = "data-country",
  outlet = "data-outlet",
  /** On a tool that opens: its name, and the keys of the address that open it. */
  tool = "data-tool",
  keys = "data-keys",
  /** On the control of choices: the page's name in the addresses of its changes. */
  page = "data-page",
  /** On the search form: the address of the index. */
  index = "data-index",
  /** On the start script: the address of the page's live cells. */
  cells = "data-cells",
  explore = "data-explore",
  /** On a button that copies a citation: the citation, to which the address is added where the reader is. */
  cite = "data-cite",
  /** On a button or link: what it asks of a script. */
  action = "data-do"
}

/** Classes by which scripts find the parts of a page. */
export enum Part {
  number = "ev",
  term = "term",
  evidence = "evidence",
  close = "close",
  evidenceList = "evidence-list",
  drawings = "drawings",
  actions = "actions",
  figureLink = "number",
  figureTable = "data",
  notes = "notes",
  question = "question",
  answer = "answer",
  limit = "limit",
  switches = "switches",
  choices = "choices",
  choicesState = "choices-state",
  comparisons = "comparisons",
  fold = "fold",
  timeline = "timeline",
  speakers = "speakers",
  speaker = "speaker",
  speakerGroup = "group",
  tally = "tally",
  positions = "positions",
  obstacle = "obstacle",
  views = "views"
}

/** Ids of what a page has once. */
export enum Id {
  evidenceSwitch = "show-evidence",
  speakers = "speakers",
  events = "events"
}

/** Endings of the files that a reader can take of a figure. */
export enum FigureFile {
  rows = "json",
  table = "csv",
  typed = "parquet",
  workbook = "xlsx",
  drawing = "svg",
  picture = "png",
  module = "js",
  // Servers take .ts for a film; as text, every browser shows it.
  code = "ts.txt"
}

/** What ids begin with. */
export enum IdPrefix {
  speaker = "speaker-",
  /** Of what a number or a term opens. */
  dialog = "p-"
}

/** Why what came is of no use to a page, as the cause of the error. */
export enum Cause {
  outdated = "outdated"
}
