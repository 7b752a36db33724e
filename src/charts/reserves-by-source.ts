import type { Chart } from "./chart.ts";
import { displayUnits, listed, quantityInProse, quantityText, timesInWords } from "./format.ts";
import type { LaneBlock } from "./lane-layout.ts";
import { drawLanes, lanesHeight } from "./lanes.ts";
import { firstOf, holds, pickDerived } from "./pick.ts";
import { ratioBracket } from "./ratio-bracket.ts";
import { byValue, statementLane } from "./statement-lane.ts";
import { arithmeticRow, type StatementRow, statementColumns, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { ticksTo, tickTexts } from "./ticks.ts";

const name = "reserves-by-source";
const { Mt, one } = displayUnits;
/** The ratio of the count that is printed without "nearly"; the bracket takes the ratio of the extremes. */
const plainRatio = "derived.reserve-ratio";

/** Who counts how much rare-earth reserve in Russia: a lane a statement, the span of the counts in a bracket. */
export const reservesBySource: Chart<StatementRow> = {
  name,
  select(tables) {
    const statements = tables.figures.rows
      .filter((row) => row.metric === "reserves" && row.subject === "russia" && row.material === "rare-earths")
      .map((figure) => statementRow(figure, tables));
    const ratios = [plainRatio, "derived.reserve-ratio-nearly"].map((id) =>
      arithmeticRow(pickDerived(name, tables, id), "ratio of two counts of reserves")
    );
    return [...byValue(statements), ...ratios];
  },
  words(rows) {
    const { lowest, others, highest, plain, unnumbered } = parts(rows);
    const smallest = statementValue(name, lowest);
    const halves = new Set(others.map((row) => Math.round((2 * statementValue(name, row)) / smallest)));
    const multiple = timesInWords(statementValue(name, plain));
    const title = `Russian officials count a reserve ${multiple} the US survey’s`;
    holds(name, title, halves.size === 1 && lowest.speaker === "US Geological Survey" && lowest.kind === "statistic");
    holds(
      name,
      title,
      others.every(({ kind, country }) => kind === "official" && country === "RU")
    );
    const bases = new Set([lowest, ...others].map(({ basis }) => basis));
    const formKnown = [lowest, ...others].some(({ form }) => form !== null);
    const silent = unnumbered.map(({ speaker, printed }) => `${speaker} (“${printed}”)`);
    return {
      title,
      subtitle: `Rare-earth reserves of Russia by source, ${Mt.name}${formKnown ? "" : ", oxide or metal not stated"}`,
      notes: [
        `What is counted is worded in different ways: ${[...bases].join("; ")}.`,
        "The bracket joins the lowest and the highest count. They rest on different definitions, so the ratio is arithmetic and shows no error.",
        ...(silent.length > 0 ? [`Not drawn, because they name no number: ${listed(silent)}.`] : [])
      ],
      description:
        `The ${lowest.speaker}, ${lowest.where}, counts ${quantityInProse(lowest, Mt)}. Russian officials count from ` +
        `${quantityText(firstOf(name, "other count", others), Mt)} to ${quantityInProse(highest, Mt)}, about ${multiple} as much. ` +
        "The counts define a reserve differently."
    };
  },
  columns: statementColumns((row) => (row.role === "arithmetic" ? one : Mt)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

function parts(rows: readonly StatementRow[]) {
  const counts = rows.filter(({ role }) => role === "statement");
  const lowest = firstOf(name, "count of reserves", counts);
  const others = counts.slice(1);
  const highest = firstOf(name, "second count of reserves", others.slice(-1));
  const plain = firstOf(
    name,
    `row "${plainRatio}"`,
    rows.filter((row) => statementId(row) === plainRatio)
  );
  const ratio = firstOf(
    name,
    "ratio of the highest count to the lowest",
    rows.filter(
      ({ role, evidence }) =>
        role === "arithmetic" && [highest, lowest].every((row) => evidence.includes(statementId(row)))
    )
  );
  return {
    counts,
    lowest,
    others,
    highest,
    plain,
    ratio,
    unnumbered: rows.filter(({ role }) => role === "without-number")
  };
}

function blocks(rows: readonly StatementRow[]): LaneBlock[] {
  const { counts, lowest, highest, ratio } = parts(rows);
  const ticks = ticksTo(statementValue(name, highest) / Mt.factor);
  return [
    {
      lanes: counts.map((row) => statementLane(row, Mt)),
      ticks,
      tickText: tickTexts(ticks, Mt.sign),
      bracket: ratioBracket(name, [lowest, highest], {
        ratio,
        unit: Mt,
        dashed: true,
        reason: "different definitions of “reserve”: not the same quantity"
      })
    }
  ];
}
