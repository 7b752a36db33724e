import {
  displayUnits,
  type Figure,
  type FigureAmount,
  firstOf,
  listed,
  markAt,
  type Quantity,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  sortNumber,
  unless
} from "../notebook/index.ts";
import {
  columnShare,
  countryShares,
  digits,
  isDrawn,
  isRussia,
  isWorld,
  leastDrawn,
  outputAt,
  reservesAt,
  type SharesRow,
  shareText
} from "./country-shares.ts";
import { drawShares, sharesHeight } from "./country-shares-drawing.ts";
import { periodOf } from "./periods.ts";

const { percent, Mt, t } = displayUnits;

/** A share as the table says it. */
const tableShare = (quantity: Quantity | null): string =>
  quantity === null ? "not given" : quantityWithUnit(quantity, percent, { ...digits, signs: true });

const inPercent = ({ low, value, high, comparator = "=" }: Quantity): FigureAmount => ({
  low,
  value,
  high,
  comparator,
  unit: "%"
});

/** Which outputs are estimates, and which of these come from trade records. */
function estimateNote(rows: readonly SharesRow[]): string {
  const known = rows.filter(({ output }) => !output.marks.includes("estimated") && markAt(output) !== 0);
  const fromTrade = rows.filter(({ output }) => output.marks.includes("from trade records"));
  const all = `Every output above zero is the survey’s estimate${known.length > 0 ? `, but for ${listed(known.map((row) => row.name))}` : ""}`;
  return fromTrade.length > 0
    ? `${all}; for ${listed(fromTrade.map((row) => row.name))} it rests on trade records.`
    : `${all}.`;
}

/** Where a correction holds in place of what the release prints. */
function correctionNotes(rows: readonly SharesRow[]): string[] {
  const [first] = rows;
  const corrected = [...rows.map(({ reserves }) => reserves), ...(first ? [first.worldReserves] : [])].filter(
    ({ corrected_from }) => corrected_from !== null
  );
  if (corrected.length === 0) return [];
  const each = corrected.map(
    (figure) =>
      `${isWorld(figure) ? "the world" : figure.subject_name} ${quantityInProse(figure, Mt)}, not “${figure.printed}”`
  );
  return [
    `Of reserves, corrected values count: ${listed(each)}. The survey revised its chapter after the data release.`
  ];
}

const name = "reserves-and-output-shares";

/** A mark for the share of reserves and one for the share of output, a row a country. */
export const reservesAndOutputShares: Figure<SharesRow> = {
  name,

  select: (tables) => countryShares(tables),

  words(rows) {
    const russia = firstOf(name, "row for Russia", rows.filter(isRussia));
    const us = firstOf(
      name,
      "row for the United States",
      rows.filter(({ country }) => country === "united-states")
    );
    const { worldReserves, worldOutput, reserveShare } = russia;
    const year = periodOf(worldOutput);
    const bound = worldReserves.value === null;
    const left = rows.filter((row) => !isDrawn(row)).map((row) => row.name);
    return {
      title: `Russia has ${shareText(reserveShare)} of the world’s reserves and ${shareText(russia.outputShare)} of its mine output`,
      subtitle: `Shares of world reserves and of mine output in ${year}, %, rare-earth oxide, as the US Geological Survey counts and estimates them${otherCount(russia)}`,
      notes: [
        `${bound ? `The survey gives world reserves as ${quantityInProse(worldReserves, Mt)}, so each share of reserves is an upper bound. ` : ""}The shares are this notebook’s arithmetic, in two digits.${worldReserves.period_inferred === null ? "" : " The table dates output, not reserves."}`,
        ...(rows.some(({ country }) => country === "china")
          ? []
          : ["China is left out: this edition prints its quota, not its output."]),
        estimateNote(rows.filter(isDrawn)),
        ...correctionNotes(rows),
        ...(left.length > 0
          ? [`In the table only, with less than ${leastDrawn}% of either: ${listed([...left].sort())}.`]
          : [])
      ],
      description:
        `Russia has ${shareText(reserveShare)} of the world’s reserves and ${shareText(russia.outputShare)} of its mine output in ${year}. ` +
        `The United States shows the reverse: ${shareText(us.reserveShare)} and ${shareText(us.outputShare)}. ` +
        `The others, reserves, then output, in %: ${rows
          .filter((row) => isDrawn(row) && row !== russia && row !== us)
          .map(inDescription)
          .join("; ")}.`
    };
  },

  doubts(rows) {
    const share = (country: string, part: "reserves" | "output"): number => {
      const [row] = rows.filter((candidate) => candidate.country === country);
      return (row && (part === "reserves" ? reservesAt(row) : outputAt(row))) ?? 0;
    };
    return [
      ...unless(
        share("russia", "reserves") > share("russia", "output"),
        "Russia’s share of output is no smaller than its share of reserves",
        rows.filter(({ country }) => country === "russia")
      ),
      ...unless(
        share("united-states", "reserves") < share("united-states", "output"),
        "the United States no longer shows the reverse of Russia",
        rows.filter(({ country }) => country === "united-states"),
        "description"
      )
    ];
  },

  columns: [
    { label: "Country", align: "start", text: (row) => row.name },
    {
      label: "Reserves, t",
      align: "end",
      text: ({ reserves }) => quantityText(reserves, t, { signs: true }),
      amount: ({ reserves }) => reserves
    },
    {
      label: "Share of reserves",
      align: "end",
      text: ({ reserveShare }) => tableShare(reserveShare),
      amount: ({ reserveShare }) => reserveShare && inPercent(reserveShare)
    },
    {
      label: "Output, t a year",
      align: "end",
      text: ({ output }) => quantityText(output, t, { signs: true }),
      amount: ({ output }) => output
    },
    {
      label: "Share of output",
      align: "end",
      text: ({ outputShare }) => tableShare(outputShare),
      amount: ({ outputShare }) => inPercent(outputShare)
    },
    {
      label: "Output of",
      align: "start",
      text: ({ output }) => periodOf(output),
      value: ({ output }) => output.period
    },
    { label: "Output is", align: "start", text: ({ output }) => output.marks.join(", ") || "reported" },
    {
      label: "World, t",
      align: "end",
      text: ({ worldReserves, worldOutput }) =>
        `${quantityText(worldReserves, t, { signs: true })} and ${quantityText(worldOutput, t, { signs: true })} a year`,
      amount: ({ worldReserves }) => worldReserves
    },
    {
      label: "World’s output, t a year",
      align: "end",
      text: ({ worldOutput }) => quantityText(worldOutput, t, { signs: true }),
      amount: ({ worldOutput }) => worldOutput
    },
    {
      label: "Reserves as printed",
      align: "end",
      text: ({ reserves }) => reserves.printed,
      value: ({ reserves }) => reserves.corrected_from ?? sortNumber(reserves)
    },
    { label: "Correction", align: "start", text: ({ reserves }) => reserves.correction ?? "" },
    { label: "Edition", align: "start", text: ({ output }) => output.edition ?? "" }
  ],

  height: (_size, rows) => sharesHeight(rows),

  draw: drawShares
};

/** A reader may prefer another's count of Russia's reserve. */
const otherCount = ({ reserves, worldReserves }: SharesRow): string =>
  reserves.source === worldReserves.source ? "" : `; Russia’s reserves by ${reserves.speaker_name}`;

const inDescription = ({ name: country, reserveShare, outputShare }: SharesRow): string =>
  `${country} ${reserveShare === null ? "not given" : columnShare(reserveShare)}, ${columnShare(outputShare)}`;
