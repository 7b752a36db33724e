import {
  arithmeticRow,
  byValue,
  dateText,
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  holds,
  type Lane,
  type LaneBlock,
  type LaneCategory,
  lanesHeight,
  listed,
  pickDerived,
  type QuantityRow,
  quantityInProse,
  quantityText,
  ratioBracket,
  ratioText,
  type StatementRow,
  saidFigures,
  statementColumns,
  statementId,
  statementLabel,
  statementLane,
  statementNumber,
  statementRow,
  statementValue,
  type Tables,
  thumbnailBox,
  thumbnailText,
  thumbnailWidth,
  ticksTo,
  tickTexts,
  timesInWords,
  unless
} from "../notebook/index.ts";
import { byPeriod, periodOf } from "./periods.ts";

const { Mt, one } = displayUnits;

/** The quantity that sums the state balance. */
const balanceSum = "derived.reserves-state-balance";

/** Significant digits of what the balance counts. */
const balanceDigits = 3;

/** The categories of the state balance as its bar names them, the surest first. */
const balanceCategories: Readonly<Record<string, { short: string; known: string; colour: string; ink: string }>> = {
  abc1: { short: "A+B+C₁", known: "explored", colour: "var(--red)", ink: "var(--paper)" },
  c2: { short: "C₂", known: "provisional", colour: "var(--red-tint)", ink: "var(--ink)" }
};

/** What a row is: the survey's current count; a statement; the state balance and its sum. */
interface ReservesRow extends StatementRow {
  part: "survey" | "said" | "category" | "balance" | "ratio";
  /** The category or definition that is counted, by its id. */
  basisId: string;
  /** The table that the figure stands in; empty for a statement in a text. */
  table: string;
}

/** The ratio of the count that is printed without "nearly"; the bracket takes the ratio of the extremes. */
const plainRatio = "derived.reserve-ratio";

/** The survey's current count, what is said, the newest state balance with its sum, and the ratios. */
function reservesRows(tables: Tables): ReservesRow[] {
  const reserves = (figure: QuantityRow) =>
    figure.metric === "reserves" && figure.subject === "russia" && figure.material === "rare-earths";
  const said = saidFigures(tables).filter(reserves);
  const official = tables.figures.rows.filter((figure) => reserves(figure) && figure.series !== null);
  const survey = inOrder(official.filter(({ basis }) => basis === "usgs-reserves"));
  const ofBalance = official.filter(({ basis }) => basis in balanceCategories);
  const latest = inOrder(ofBalance).at(-1)?.period;
  const row = (figure: QuantityRow, part: ReservesRow["part"]): ReservesRow => officialRow(figure, part, tables);
  const sum = (id: string, part: ReservesRow["part"], measure: string): ReservesRow => ({
    ...arithmeticRow(pickDerived(name, tables, id), measure),
    part,
    basisId: "",
    table: ""
  });
  const statements: ReservesRow[] = said.map((figure) => ({
    ...statementRow(figure, tables),
    part: "said",
    basisId: figure.basis,
    table: ""
  }));
  return [
    ...survey.filter(({ current }) => current).map((figure) => row(figure, "survey")),
    ...byValue(statements),
    ...ofBalance.filter(({ period }) => period === latest).map((figure) => row(figure, "category")),
    sum(balanceSum, "balance", "reserves in all categories"),
    ...[plainRatio, "derived.reserve-ratio-nearly"].map((id) => sum(id, "ratio", "ratio of two counts of reserves"))
  ];
}

const inOrder = (figures: readonly QuantityRow[]): QuantityRow[] => figures.toSorted(byPeriod);

/** A cell of an official table, which names its edition in place of an outlet. */
function officialRow(figure: QuantityRow, part: ReservesRow["part"], tables: Tables): ReservesRow {
  const readFrom = figure.reading === "second-hand" ? ", as others cite it" : "";
  return {
    ...statementRow(figure, tables),
    where: `in ${figure.edition}${readFrom}`,
    part,
    basisId: figure.basis,
    table: figure.place ?? ""
  };
}

/** The rows by their parts. Throws an error that names the figure where one is missing. */
function reservesParts(rows: readonly ReservesRow[]) {
  const of = (part: ReservesRow["part"]) => rows.filter((row) => row.part === part);
  const survey = firstOf(name, "current count of the US Geological Survey", of("survey"));
  const said = of("said").filter(({ role }) => role === "statement");
  const officials = said.filter(({ kind, country }) => kind === "official" && country === "RU");
  const highest = firstOf(name, "count by a Russian official", officials.slice(-1));
  const isOf = (ratio: ReservesRow, row: ReservesRow) => ratio.evidence.includes(statementId(row));
  const divided = officials.flatMap((row) =>
    of("ratio")
      .filter((ratio) => isOf(ratio, row) && isOf(ratio, survey))
      .map((ratio) => ({ row, ratio }))
  );
  const plain = firstOf(
    name,
    `"${plainRatio}" of an official’s count to the survey’s`,
    divided.filter(({ ratio }) => statementId(ratio) === plainRatio)
  );
  const balance = firstOf(name, "sum of the state balance", of("balance"));
  const ofBalance = of("category");
  holds(
    name,
    `"${balanceSum}" sums the newest balance`,
    ofBalance.length === Object.keys(balanceCategories).length && ofBalance.every((row) => isOf(balance, row))
  );
  return {
    survey,
    officials,
    said,
    highest,
    balance,
    ofBalance: Object.entries(balanceCategories).flatMap(([id, style]) =>
      ofBalance.filter(({ basisId }) => basisId === id).map((row) => ({ ...style, row }))
    ),
    plain,
    /** The highest count that a ratio divides: higher ones that somebody adds are drawn beyond the bracket. */
    bracketed: divided.at(-1) ?? plain,
    unnumbered: of("said").filter(({ role }) => role === "without-number")
  };
}

/** An amount that may be a limit, as one number. */
const countOf = (row: ReservesRow): number => statementNumber(name, row);

/** How many times the survey's count a count is, in halves, as the title's words have it. */
const halves = (row: ReservesRow, survey: ReservesRow): number => Math.round((2 * countOf(row)) / countOf(survey));

/** What the state balance counts, and whose sum it is. */
function balanceNote(rows: readonly ReservesRow[]): string {
  const { balance, ofBalance } = reservesParts(rows);
  const named = ofBalance.map(
    ({ row, short, known }) => `${quantityInProse(row, Mt, { digits: balanceDigits })} in ${short} (${known})`
  );
  const total = quantityInProse(balance, Mt, { digits: balanceDigits });
  return `The State Report counts ${listed(named)}, ${balanceDate(rows)}. The sum, ${total}, is this notebook’s.`;
}

/** Which count the title divides and which the bracket, as their ratios differ. */
function ratioNote(rows: readonly ReservesRow[]): string {
  const { plain, bracketed } = reservesParts(rows);
  const times = (ratio: ReservesRow): string => ratioText(statementValue(name, ratio), ratio.digits);
  return (
    `The title takes ${quantityText(plain.row, Mt)} (${times(plain.ratio)}), the bracket ${quantityInProse(bracketed.row, Mt)} (${times(bracketed.ratio)}): ` +
    "arithmetic across definitions, which shows no error."
  );
}

/** The day that the balance is of, as words. */
const balanceDate = (rows: readonly ReservesRow[]): string => {
  const { ofBalance } = reservesParts(rows);
  return `at ${dateText(periodOf(firstOf(name, "category of the balance", ofBalance).row))}`;
};

function surveyLane(rows: readonly ReservesRow[]): Lane {
  const { survey } = reservesParts(rows);
  return { ...statementLane(survey, Mt), detail: `${survey.period} edition` };
}

function balanceLane(rows: readonly ReservesRow[]): Lane {
  const { balance, ofBalance } = reservesParts(rows);
  let from = 0;
  const pieces = ofBalance.map(({ row, short, known, colour, ink }): LaneCategory => {
    const start = from;
    from += statementValue(name, row) / Mt.factor;
    const value = quantityText(row, Mt, { digits: balanceDigits });
    return {
      from: start,
      to: from,
      colour,
      ink,
      texts: [`${short}, ${known} ${value}`, `${short} ${value}`],
      evidence: statementId(row),
      label: statementLabel({ ...row, digits: balanceDigits }, Mt)
    };
  });
  const total = quantityInProse(balance, Mt, { digits: balanceDigits });
  return {
    ...statementLane({ ...balance, digits: balanceDigits }, Mt),
    name: "Russian State Report",
    detail: balanceDate(rows),
    symbol: firstOf(name, "category of the balance", ofBalance).row.symbol,
    label: `${total}, this notebook’s sum of the categories of the Russian State Report`,
    text: `= ${quantityText(balance, Mt, { digits: balanceDigits })}`,
    categories: pieces
  };
}

/** A lane a count, and the bracket from the survey's to the highest that a ratio divides. */
function reservesBlocks(rows: readonly ReservesRow[]): LaneBlock[] {
  const { survey, said, highest, balance, bracketed } = reservesParts(rows);
  const ticks = ticksTo(Math.max(...[...said, balance].map((row) => row.high ?? countOf(row))) / Mt.factor);
  const to = bracketed.row === highest ? "the highest count" : `the count of ${bracketed.row.speaker}`;
  return [
    {
      lanes: [surveyLane(rows), ...said.map((row) => statementLane(row, Mt)), balanceLane(rows)],
      ticks,
      tickText: tickTexts(ticks, Mt.sign),
      bracket: ratioBracket(name, [survey, bracketed.row], {
        ratio: bracketed.ratio,
        unit: Mt,
        dashed: true,
        reason: `to ${to}: different definitions of “reserve”, not the same quantity`
      })
    }
  ];
}

const name = "reserves-by-source";

/** Who counts how much rare-earth reserve in Russia: a lane a statement, official counts at both ends. */
export const reservesBySource: Figure<ReservesRow> = {
  name,
  select: (tables) => reservesRows(tables),

  words(rows) {
    const { survey, said, officials, highest, plain, unnumbered, balance } = reservesParts(rows);
    const multiple = timesInWords(statementValue(name, plain.ratio));
    const silent = unnumbered.map(({ speaker, printed }) => `${speaker} (“${printed}”)`);
    return {
      title: `Russian officials count a reserve ${multiple} the US survey’s`,
      subtitle: `Rare-earth reserves of Russia by source, ${Mt.name}`,
      notes: [
        `${balanceNote(rows)} The survey and the State Report count oxides; ${said.every(({ form }) => form === null) ? "the articles do not say what they count" : "not every article says whether it counts oxide or metal"}.`,
        `${ratioNote(rows)}${silent.length > 0 ? ` Not drawn, because they name no number: ${listed(silent)}.` : ""}`
      ],
      description:
        `The ${survey.speaker} counts ${quantityInProse(survey, Mt)}. Russian officials count from ` +
        `${quantityText(firstOf(name, "other count", officials), Mt)} to ${quantityInProse(highest, Mt)}, ${multiple} as much; ` +
        `the Russian state balance sums to ${quantityText(balance, Mt, { digits: balanceDigits })}, ` +
        "categories not yet explored included. The counts define a reserve differently."
    };
  },
  doubts(rows) {
    const { survey, officials, plain, balance } = reservesParts(rows);
    return [...officials, balance].flatMap((row) =>
      unless(
        halves(row, survey) === halves(plain.row, survey),
        `${statementLabel(row, Mt)}, is another multiple of the survey’s count`,
        [row, survey]
      )
    );
  },
  columns: [
    ...statementColumns<ReservesRow>((row) => (row.part === "ratio" ? one : Mt)),
    { label: "Table", align: "start", text: ({ table }) => table }
  ],
  height: (size, rows) => lanesHeight(size, reservesBlocks(rows)),
  draw: (rows, canvas) => drawLanes(reservesBlocks(rows), canvas),
  /** The survey's count, solid, within the count of the ministry's agency. */
  thumbnail(rows, document) {
    const { survey, plain } = reservesParts(rows);
    const [smaller, larger] = [survey, plain.row].map((row) => statementValue(name, row)) as [number, number];
    holds(name, "a smaller reserve within a larger one", smaller < larger);
    const edge = (thumbnailWidth * smaller) / larger;
    return [
      thumbnailBox(document, { x: 0, y: 8, width: edge, height: 22, fill: "var(--red)" }),
      thumbnailBox(document, { x: edge, y: 8, width: thumbnailWidth - edge, height: 22, fill: "var(--red-tint)" }),
      thumbnailText(document, "US count", { x: 0, y: 48 }),
      thumbnailText(document, "Russian count", { x: thumbnailWidth, y: 48, anchor: "end" })
    ];
  }
};
