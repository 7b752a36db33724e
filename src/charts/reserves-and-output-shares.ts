import type { Chart } from "./chart.ts";
import { pixelPlot } from "./marks/pixel-plot.ts";
import { ticksTo } from "./marks/ticks.ts";
import { firstOf } from "./rows/pick.ts";
import { countryShares, isDrawn, isRussia, leastDrawn, reservesAt, type SharesRow } from "./shares/country-shares.ts";
import { columnShare, shareText, tableShare } from "./shares/share-text.ts";
import { sharesAxis } from "./shares/shares-axis.ts";
import { sharesColumns } from "./shares/shares-columns.ts";
import { sharesHeads } from "./shares/shares-heads.ts";
import { bottom, pitch, sharesLayout, top } from "./shares/shares-layout.ts";
import { sharesLines } from "./shares/shares-lines.ts";
import { sharesMarks } from "./shares/shares-marks.ts";
import { correctionNotes, estimateNote } from "./shares/shares-notes.ts";
import { displayUnits, listed, markAt, quantityInProse, quantityText } from "./words/format.ts";
import { unless } from "./words/unless.ts";

const name = "reserves-and-output-shares";
const { Mt, t } = displayUnits;

/** A mark for the share of reserves and one for the share of output, a row a country. */
export const reservesAndOutputShares: Chart<SharesRow> = {
  name,

  select: (tables) => countryShares(name, tables),

  words(rows) {
    const russia = firstOf(name, "row for Russia", rows.filter(isRussia));
    const us = firstOf(
      name,
      "row for the United States",
      rows.filter(({ country }) => country === "united-states")
    );
    const { worldReserves, worldOutput, reserveShare } = russia;
    const year = worldOutput.period ?? "";
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
        `Of the world’s reserves, Russia has ${shareText(reserveShare)}, of its mine output in ${year} ${shareText(russia.outputShare)}. ` +
        `The United States shows the reverse: ${shareText(us.reserveShare)} and ${shareText(us.outputShare)}. ` +
        `${rows.filter(isDrawn).map(inDescription).join("; ")}.`
    };
  },

  doubts(rows) {
    const share = (country: string, part: "reserves" | "output"): number => {
      const [row] = rows.filter((candidate) => candidate.country === country);
      return (row && (part === "reserves" ? reservesAt(row) : markAt(row.outputShare))) ?? 0;
    };
    return [
      ...unless(
        share("russia", "reserves") > share("russia", "output"),
        "Russia’s share of output is no smaller than its share of reserves"
      ),
      ...unless(
        share("united-states", "reserves") < share("united-states", "output"),
        "the United States no longer shows the reverse of Russia"
      )
    ];
  },

  columns: [
    { label: "Country", align: "start", text: (row) => row.name },
    { label: "Reserves, t", align: "end", text: ({ reserves }) => quantityText(reserves, t, { signs: true }) },
    { label: "Share of reserves", align: "end", text: ({ reserveShare }) => tableShare(reserveShare) },
    { label: "Output, t a year", align: "end", text: ({ output }) => quantityText(output, t, { signs: true }) },
    { label: "Share of output", align: "end", text: ({ outputShare }) => tableShare(outputShare) },
    { label: "Output of", align: "start", text: ({ output }) => output.period ?? "" },
    { label: "Output is", align: "start", text: ({ output }) => output.marks.join(", ") || "reported" },
    {
      label: "World, t",
      align: "end",
      text: ({ worldReserves, worldOutput }) =>
        `${quantityText(worldReserves, t, { signs: true })} and ${quantityText(worldOutput, t, { signs: true })} a year`
    },
    { label: "Reserves as printed", align: "end", text: ({ reserves }) => reserves.printed },
    { label: "Correction", align: "start", text: ({ reserves }) => reserves.correction ?? "" },
    { label: "Edition", align: "start", text: ({ output }) => output.edition ?? "" }
  ],

  height: (_size, rows) => top + rows.filter(isDrawn).length * pitch + bottom,

  draw(rows, canvas) {
    const drawn = rows.filter(isDrawn);
    const { left, right } = sharesLayout[canvas.size];
    const most = Math.max(...drawn.flatMap((row) => [reservesAt(row) ?? 0, markAt(row.outputShare) ?? 0]));
    const ticks = ticksTo(most);
    const end = canvas.width - right;
    const x = (share: number) => left + ((end - left) * share) / Math.max(most, ...ticks);
    const placed = drawn.map((row, index) => ({ row, y: top + pitch * index + pitch / 2 }));
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      sharesAxis(ticks, x, top + drawn.length * pitch),
      sharesLines(placed, x, canvas),
      sharesColumns(placed, canvas),
      sharesHeads(canvas),
      sharesMarks(placed, x)
    ]);
  }
};

/** A reader may prefer another's count of Russia's reserve. */
const otherCount = ({ reserves, worldReserves }: SharesRow): string =>
  reserves.source === worldReserves.source ? "" : `; Russia’s reserves by ${reserves.speaker_name}`;

const inDescription = ({ name: country, reserveShare, outputShare }: SharesRow): string =>
  `${country} ${reserveShare === null ? "not given" : columnShare(reserveShare)}, ${columnShare(outputShare)}`;
