import {
  arithmeticRow,
  byValue,
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  type Lane,
  type LaneBlock,
  lanesHeight,
  listed,
  numberWord,
  partInWords,
  pickDerived,
  pickFigure,
  planner,
  planRow,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type StatementRow,
  statementColumns,
  statementId,
  statementLane,
  statementRow,
  statementValue,
  ticksTo,
  tickTexts,
  unless
} from "../notebook/index.ts";

/** What a row is: the gap, a part of it and the output or plan that would fill it, or a number behind the gap. */
export interface PartOfGapRow extends StatementRow {
  part: "gap" | "share" | "output" | "plan" | "demand" | "production" | "horizon";
  /** Whose plan, and when it was said. */
  planner: string;
}

const name = "part-of-gap";
const { t, percent, years } = displayUnits;
const today = ["derived.russian-part-of-gap-kazanov", "derived.russian-part-of-gap"];
const plans = ["derived.plan-fedorov-part-of-gap", "derived.plan-ministry-part-of-gap"];

/** The gap between the two American numbers as a bar, and what Russia's output, today or as planned, would fill of it. */
export const partOfGap: Figure<PartOfGapRow> = {
  name,

  select(tables) {
    const row = (statement: StatementRow, part: PartOfGapRow["part"], planner = ""): PartOfGapRow => ({
      ...statement,
      part,
      planner
    });
    const gap = pickDerived(name, tables, "derived.us-gap");
    const [demand = "", production = ""] = gap.inputs;
    const figure = (id: string) => statementRow(pickFigure(name, tables, id), tables);
    const filling = (id: string, isPlan: boolean): PartOfGapRow[] => {
      const share = pickDerived(name, tables, id);
      const output = pickFigure(name, tables, share.inputs[0] ?? "");
      const plan = planRow(output, tables);
      return [
        row(arithmeticRow(share, "part of the gap that it would fill"), "share"),
        isPlan ? row(plan, "plan", planner(plan)) : row(statementRow(output, tables), "output")
      ];
    };
    return [
      row(arithmeticRow(gap, "expected US demand less US production"), "gap"),
      ...today.flatMap((id) => filling(id, false)),
      ...plans.flatMap((id) => filling(id, true)),
      row(figure(demand), "demand"),
      row(figure(production), "production"),
      row(figure("izvestia.us-demand-horizon"), "horizon")
    ];
  },

  words(rows) {
    const { gap, now, planned, demand, production, horizon } = parts(rows);
    const most = planned.at(-1);
    const part = partOf(now[0]);
    const amounts = (fillings: readonly Filling[]) =>
      fillings.map(({ output }) => quantityText(output, t)).join(" or ");
    return {
      title: `All Russian output would fill about ${part} of the gap between two US numbers, the largest plan in tonnes ${partOf(most)}`,
      subtitle: `Rare earths, tonnes a year: US demand expected in ${numberWord(statementValue(name, horizon))} years less US production, and Russian output as stated and as planned`,
      notes: [
        `A conditional reading: ${quantityInProse(production, t)} are production and ${quantityInProse(demand, t)} are demand, ${demand.speaker} says. They make a gap of ${quantityInProse(gap, t, gap)} only if production stays as it is and all of it serves US demand. The expert says that America buys back what China processes, not how much; and nothing of how production will grow.`,
        `Russia uses rare earths itself; that none of its output would go elsewhere is part of the condition. The plans are for ${listed([...new Set(planned.map(({ output }) => output.period ?? "a year not named"))])}, seen second-hand; a later one names a multiple and no tonnes, and is not drawn. Shares are this notebook’s arithmetic.`
      ],
      description:
        `Between US production and expected demand lie ${quantityInProse(gap, t, gap)} a year, if the two unlike numbers are set against each other. ` +
        `Russia’s output, ${amounts(now)} tonnes by source, would fill about ${part} of it; the plans in tonnes, ${amounts(planned)}, from ${partOf(planned[0])} to ${partOf(most)}.`
    };
  },

  doubts(rows) {
    const { now, planned } = parts(rows);
    const shares = now.map(({ share }) => statementValue(name, share));
    const most = Math.max(...shares);
    return [
      ...unless(
        new Set(shares.map(partInWords)).size === 1 && Math.min(...shares) > 0 && partInWords(most) !== null,
        "the outputs of the sources no longer fill the same simple part of the gap"
      ),
      ...unless(
        planned.every(({ share }) => statementValue(name, share) > most),
        "a plan would fill no more of the gap than today’s output"
      )
    ];
  },

  columns: statementColumns(({ part }) => (part === "share" ? percent : part === "horizon" ? years : t)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

interface Filling {
  share: PartOfGapRow;
  output: PartOfGapRow;
}

const partOf = (filling: Filling | undefined): string =>
  filling
    ? (partInWords(statementValue(name, filling.share)) ?? quantityWithUnit(filling.share, percent, filling.share))
    : "";

function parts(rows: readonly PartOfGapRow[]) {
  const of = (part: PartOfGapRow["part"]) =>
    firstOf(
      name,
      part,
      rows.filter((row) => row.part === part)
    );
  const shares = rows.filter(({ part }) => part === "share");
  const fillings = (part: "output" | "plan"): Filling[] =>
    byValue(rows.filter((row) => row.part === part)).map((output) => ({
      output,
      share: firstOf(
        name,
        `part of the gap for "${statementId(output)}"`,
        shares.filter(({ evidence }) => evidence.includes(statementId(output)))
      )
    }));
  return {
    gap: of("gap"),
    demand: of("demand"),
    production: of("production"),
    horizon: of("horizon"),
    now: fillings("output"),
    planned: fillings("plan")
  };
}

function blocks(rows: readonly PartOfGapRow[]): LaneBlock[] {
  const { gap, now, planned, demand } = parts(rows);
  const outputs = now.map(({ output }) => statementValue(name, output));
  const whole = statementLane(gap, t, " a year");
  const gapLane: Lane = {
    ...whole,
    name: "US demand less production",
    detail: `${demand.speaker}’s numbers, ${demand.where}`,
    bar: [
      { to: whole.at, colour: "var(--blue-tint)" },
      { to: Math.max(...planned.map(({ output }) => statementValue(name, output))), colour: "var(--red-tint)" },
      { to: Math.max(...outputs), colour: "var(--red)" }
    ]
  };
  const lane = ({ output, share }: Filling): Lane => ({
    ...statementLane(output, t, " a year"),
    remark: `= ${quantityWithUnit(share, percent, { digits: share.digits })} of the gap`
  });
  const planLane = (filling: Filling): Lane => {
    const [office = "", said = ""] = filling.output.planner.split(/, (?=[^,]*$)/);
    return { ...lane(filling), name: office, detail: `plan for ${filling.output.period}, ${said}` };
  };
  const ticks = ticksTo(whole.at);
  const lanes = [gapLane, ...now.map(lane), ...planned.map(planLane)];
  return [{ lanes, ticks, tickText: tickTexts(ticks, t.sign) }];
}
