import type { Chart } from "./chart.ts";
import { drawLanes, lanesHeight } from "./lanes/lanes.ts";
import { balanceDigits } from "./reserves/balance-categories.ts";
import { reservesBlocks } from "./reserves/reserves-lanes.ts";
import { balanceNote, ratioNote, revisionNotes } from "./reserves/reserves-notes.ts";
import { reservesParts } from "./reserves/reserves-parts.ts";
import { type ReservesRow, reservesRows } from "./reserves/reserves-rows.ts";
import { firstOf } from "./rows/pick.ts";
import { statementColumns } from "./rows/statement-row.ts";
import { statementValue } from "./rows/statement-value.ts";
import { displayUnits, listed, quantityInProse, quantityText, timesInWords } from "./words/format.ts";
import { unless } from "./words/unless.ts";

const name = "reserves-by-source";
const { Mt, one } = displayUnits;
/** Who counts how much rare-earth reserve in Russia: a lane a statement, official counts at both ends. */
export const reservesBySource: Chart<ReservesRow> = {
  name,
  select: (tables) => reservesRows(name, tables),

  words(rows) {
    const { survey, relayed, officials, highest, plain, unnumbered, balance } = reservesParts(name, rows);
    const multiple = timesInWords(statementValue(name, plain));
    const said = [...relayed, ...officials];
    const silent = unnumbered.map(({ speaker, printed }) => `${speaker} (“${printed}”)`);
    return {
      title: `Russian officials count a reserve ${multiple} the US survey’s`,
      subtitle: `Rare-earth reserves of Russia by source, ${Mt.name}`,
      notes: [
        ...revisionNotes(name, rows),
        balanceNote(name, rows),
        said.every(({ form }) => form === null)
          ? "The survey and the State Report count oxides; the articles do not say whether they mean oxide or metal."
          : "The survey and the State Report count oxides; not every article says whether it means oxide or metal.",
        `What the articles count is worded in different ways: ${[...new Set(said.map(({ basis }) => basis))].join("; ")}.`,
        ratioNote(name, rows),
        ...(silent.length > 0 ? [`Not drawn, because they name no number: ${listed(silent)}.`] : [])
      ],
      description:
        `The ${survey.speaker} counts ${quantityInProse(survey, Mt)}. Russian officials count from ` +
        `${quantityText(firstOf(name, "other count", officials), Mt)} to ${quantityInProse(highest, Mt)}, about ${multiple} as much; ` +
        `the Russian state balance sums to ${quantityText(balance, Mt, { digits: balanceDigits })}, ` +
        "categories not yet explored included. The counts define a reserve differently."
    };
  },
  doubts(rows) {
    const { survey, relayed, officials, balance } = reservesParts(name, rows);
    const smallest = statementValue(name, survey);
    const halves = [...officials, balance].map((row) => Math.round((2 * statementValue(name, row)) / smallest));
    return [
      ...unless(new Set(halves).size === 1, "the Russian counts are not all the same multiple of the survey’s"),
      ...relayed.flatMap((row) =>
        unless(row.value === survey.value, `the count relayed ${row.where} is not the survey’s current one`)
      ),
      ...officials.flatMap(({ speaker, where, kind, country }) =>
        unless(kind === "official" && country === "RU", `${speaker} ${where} is no Russian official`)
      )
    ];
  },
  columns: [
    ...statementColumns<ReservesRow>((row) => (row.part === "ratio" ? one : Mt)),
    { label: "Table", align: "start", text: ({ table }) => table }
  ],
  height: (size, rows) => lanesHeight(size, reservesBlocks(name, rows)),
  draw: (rows, canvas) => drawLanes(reservesBlocks(name, rows), canvas)
};
