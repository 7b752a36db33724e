import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromCSV } from "arquero";
import { describe, expect, test } from "vitest";
import { compileFigures } from "../../../src/notebook/tables/figures.ts";
import { realLedger } from "../../real-ledger.ts";

const folder = "../shared/reference";

type Row = Readonly<Record<string, string | null>>;

/** How a reference table is transcribed: the table of the ledger that a row is a cell of, its place, year and number. */
interface Transcription {
  series: (row: Row) => string;
  place: (row: Row) => string | null | undefined;
  year?: (row: Row) => string | null | undefined;
  value?: string;
}

const item = (row: Row): string => `${row.item}, ${row.component}`;

const transcriptions: Readonly<Record<string, Transcription>> = {
  "usgs-ree-mine-production.csv": {
    series: ({ note }) => (note?.startsWith("official") ? "mine-production-quota" : "mine-production"),
    place: ({ country }) => country,
    value: "mine_production"
  },
  "usgs-ree-reserves.csv": {
    series: ({ edition, country }) =>
      edition === "MCS 2023" && country !== "Russia" ? "reserves-china-and-world" : "reserves",
    place: ({ country }) => country,
    year: ({ edition_year }) => edition_year,
    value: "reserves"
  },
  "usgs-ree-us-salient.csv": {
    series: (row) => salient[item(row)] ?? item(row),
    place: ({ country }) => country
  },
  "usgs-gallium.csv": {
    series: ({ measure }) => `gallium-${gallium[measure ?? ""] ?? measure}`,
    place: ({ area }) => area,
    year: ({ year }) => (year === "2021-24" ? "2021-2024" : year)
  },
  "usgs-ds140-ree-1900-2020.csv": {
    series: ({ series }) => (series ?? "").replaceAll("_", "-"),
    place: ({ area }) => area
  },
  "usitc-us-imports-hts2846.csv": {
    series: ({ measure }) => (measure === "quantity" ? "weight" : "value"),
    place: ({ partner }) => partner
  }
};

const metals = "metals-and-alloys";
const salient: Readonly<Record<string, string>> = {
  "production, mineral concentrates": "us-concentrates",
  "production, compounds and metals": "us-compounds-and-metals",
  "production, all rare-earth compounds (footnote total)": "us-all-compounds",
  "imports, compounds": "us-imports-compounds",
  "imports, ferrocerium and alloys": "us-imports-ferrocerium-and-alloys",
  "imports, rare-earth metals, scandium, yttrium": `us-imports-${metals}`,
  "imports, rare-earth metals and alloys": `us-imports-${metals}`,
  "exports, ores and compounds": "us-exports-ores-and-compounds",
  "exports, ferrocerium and alloys": "us-exports-ferrocerium-and-alloys",
  "exports, rare-earth metals, scandium, yttrium": `us-exports-${metals}`,
  "exports, rare-earth metals and alloys": `us-exports-${metals}`,
  "apparent_consumption, compounds and metals": "us-apparent-consumption",
  "net_import_reliance, compounds and metals": "us-import-reliance",
  "net_import_reliance, mineral concentrates": "us-import-reliance-concentrates",
  "price, neodymium oxide, 99.5% min.": "price-neodymium-oxide",
  "price, neodymium-praseodymium (NdPr) oxide, 99% min.": "price-ndpr-oxide"
};

const gallium: Readonly<Record<string, string>> = {
  primary_production: "us-production",
  imports_metal: "us-imports",
  imports_gaas_wafers_gross_weight: "us-imports-wafers",
  exports: "us-exports",
  consumption_reported: "us-consumption",
  unit_value_of_imports: "us-import-value",
  consumer_stocks_year_end: "us-stocks",
  net_import_reliance: "us-import-reliance",
  share_of_us_imports_metal_2021_24: "us-import-sources",
  primary_low_purity_production: "production",
  production_capacity: "capacity",
  price_high_purity: "price-high-purity",
  price_low_purity: "price-low-purity"
};

const releases: Readonly<Record<string, string>> = {
  "MCS 2023": "usgs-mcs-2023",
  "MCS 2024": "usgs-mcs-2024",
  "MCS 2025": "usgs-mcs-2025",
  "MCS 2026 v1.3": "usgs-mcs-2026",
  "MCS 2026 (data release)": "usgs-mcs-2026",
  "MYB 2022": "usgs-myb-2022",
  "DS 140 (file of 27 Sep 2023)": "usgs-ds-140",
  "USITC DataWeb, download of 10 Jul 2026": "usitc-hts-2846"
};

/** Places that the reference tables call by another name. */
const places: Readonly<Record<string, string>> = {
  Burma: "myanmar",
  "Republic of Korea": "south-korea"
};

/** Marks that each flag of the reference tables stands for; a flag that is not here fails. */
const marks: Readonly<Record<string, readonly string[]>> = {
  published: [],
  reported: [],
  zero: [],
  secondary: [],
  "corrected_v1.3": [],
  estimated: ["estimated"],
  revised: ["revised"],
  estimated_revised: ["estimated", "revised"],
  interpolated: ["interpolated"],
  total_incl_estimates: ["includes estimates"],
  total_incl_estimates_revised: ["includes estimates", "revised"],
  na: ["not available"],
  withheld: ["withheld"],
  net_exporter: ["net exporter"]
};

/** A mass or an amount of money in the table's unit, in the unit and form of ours; a year's or not is the metric's business. */
const units: Readonly<Record<string, { unit: string; factor: number; form?: string }>> = {
  "metric tons REO equivalent": { unit: "t", factor: 1, form: "oxide" },
  "kilograms, gallium content": { unit: "t", factor: 1e-3, form: "gallium-content" },
  "kilograms, gross weight": { unit: "t", factor: 1e-3, form: "product-weight" },
  "percent of apparent consumption": { unit: "%", factor: 1 },
  "percent of reported consumption": { unit: "%", factor: 1 },
  percent: { unit: "%", factor: 1 },
  "US dollars per kilogram": { unit: "USD/kg", factor: 1 },
  "US dollars": { unit: "USD", factor: 1 }
};

/** Rows that the ledger leaves out, by kind. */
const leftOut: readonly { kind: string; reason: string; is: (file: string, row: Row) => boolean }[] = [
  {
    kind: "unit values of the long series",
    reason: "no chapter speaks of them, and a value divided by a weight is no price",
    is: (_, { series }) => series?.startsWith("us_unit_value") ?? false
  },
  {
    kind: "the price of NdPr oxide in the edition of 2025",
    reason: "that edition prints no such line; what is not printed is no figure",
    is: (_, { note }) => note === "series not printed in this edition"
  },
  {
    kind: "sums over listed partners",
    reason: "the agency prints no sum, and the ledger holds no computed value",
    is: (file, { flag }) => file.startsWith("usitc") && flag === "calculated"
  }
];

/** Files of the folder that are no table of statistics. */
const otherFiles = ["deposits.csv", "facts.md"];

const ledger = realLedger();
const { rows: figures } = compileFigures(ledger);
const figureOf = new Map(figures.map((row) => [row.id, row]));
const transcribed = figures.filter(({ source, series }) => series && Object.values(releases).includes(source));

/** Shares of US imports are in the fact file only. */
const isInFacts = (series: string | null): boolean => /^usgs-mcs-\d{4}\.us-import-sources$/.test(series ?? "");

test("imports of 2025, for which the listed partners are not all there, are marked so, and no others", () => {
  const marked = figures.filter((row) => row.marks.includes("download incomplete"));
  expect(marked.map(({ series, subject, period }) => [series, subject, period])).toEqual(
    ["weight", "value"].flatMap((table) =>
      ["russia", "china"].map((place) => [`usitc-hts-2846.${table}`, place, "2025"])
    )
  );
});

if (existsSync(folder)) {
  const files = Object.keys(transcriptions);
  const rowsOf = (file: string): Row[] =>
    fromCSV(readFileSync(join(folder, file), "utf8"), { autoType: false }).objects() as Row[];
  const isLeftOut = (file: string, row: Row): boolean => leftOut.some(({ is }) => is(file, row));

  const cellOf = (file: string, row: Row): string => {
    const { series, place, year = () => row.year } = transcriptions[file] as Transcription;
    const name = place(row) ?? "";
    const subject = places[name] ?? name.toLowerCase().replaceAll(" ", "-");
    return `${releases[row.edition ?? ""]}.${series(row)}.${subject}.${year(row)}`;
  };

  /** What a row of a reference table says, in the words of the ledger. */
  function saidBy(file: string, row: Row) {
    const printed = row[(transcriptions[file] as Transcription).value ?? "value"];
    const { unit, factor, form } = units[row.unit ?? ""] ?? { unit: row.unit, factor: Number.NaN };
    const number = printed == null ? null : Number((Number(printed) * factor).toPrecision(12));
    const isBound = row.comparator === ">";
    const isPart = file.startsWith("usitc") && row.year === "2025";
    const fromTrade = /Chinese import records|REO content of exports/.test(row.note ?? "");
    return {
      id: cellOf(file, row),
      low: number,
      value: isBound ? null : number,
      high: isBound ? null : number,
      comparator: number === null ? "unquantified" : (row.comparator ?? "="),
      unit,
      form: form ?? null,
      marks: [
        ...(marks[row.flag ?? ""] ?? [`unknown flag ${row.flag}`]),
        ...(fromTrade ? ["from trade records"] : []),
        ...(isPart ? ["download incomplete"] : [])
      ],
      reading: row.flag === "secondary" ? "second-hand" : "original",
      corrected: row.flag?.startsWith("corrected") ?? false,
      zero: row.flag === "zero" ? 0 : "any",
      place: (row.table_or_page ?? "").replace(/ \(transcribed.*/, "")
    };
  }

  /** The same of the ledger's figure. */
  function heldFor(file: string, row: Row) {
    const figure = figureOf.get(cellOf(file, row));
    if (!figure) return `the ledger has no ${cellOf(file, row)}`;
    const said = saidBy(file, row);
    const { id, low, value, high, comparator, marks, reading, place, url, correction } = figure;
    return {
      id,
      low,
      value,
      high,
      comparator,
      unit: figure.unit.replace("/yr", ""),
      form: said.form && figure.form,
      marks,
      reading,
      corrected: correction !== null,
      zero: said.zero === 0 ? value : "any",
      place: url === said.place || place?.includes(said.place) ? said.place : place
    };
  }

  test("every file of the folder is transcribed, or is no table of statistics", () => {
    expect(readdirSync(folder).sort()).toEqual([...files, ...otherFiles].sort());
  });

  describe.each(files)("%s", (file) => {
    const kept = rowsOf(file).filter((row) => !isLeftOut(file, row));

    test("has rows to compare", () => {
      expect(kept.length).toBeGreaterThan(50);
    });

    test("each row is in the ledger, with its edition, table, place, year, number, comparator and flag", () => {
      expect(kept.map((row) => heldFor(file, row))).toEqual(kept.map((row) => saidBy(file, row)));
    });
  });

  test.each(leftOut)("$kind: left out, because $reason", ({ is }) => {
    const rows = files.flatMap((file) => rowsOf(file).flatMap((row) => (is(file, row) ? [cellOf(file, row)] : [])));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((id) => figureOf.has(id))).toEqual([]);
  });

  test("each cell of these releases is a row of the folder, once", () => {
    const cells = files.flatMap((file) =>
      rowsOf(file).flatMap((row) => (isLeftOut(file, row) ? [] : [cellOf(file, row)]))
    );
    const held = transcribed.filter(({ series }) => !isInFacts(series)).map(({ id }) => id);
    expect([...cells].sort()).toEqual([...held].sort());
  });

  test("what a correction says was printed is what the reference table's note says", () => {
    const corrected = rowsOf("usgs-ree-reserves.csv").filter(({ flag }) => flag?.startsWith("corrected"));
    expect(corrected.length).toBeGreaterThan(0);
    for (const row of corrected) {
      const { printed, corrected_from } = figureOf.get(cellOf("usgs-ree-reserves.csv", row)) ?? {};
      expect(row.note).toContain(`still shows ${printed}`);
      expect(printed).toContain(corrected_from?.toLocaleString("en-GB"));
    }
  });

  test("the shares of US imports are those of the fact file", () => {
    const facts = readFileSync(join(folder, "facts.md"), "utf8");
    for (const [source, edition, years] of [
      ["usgs-mcs-2025", "MCS 2025", "2020/2023"],
      ["usgs-mcs-2026", "MCS 2026", "2021/2024"]
    ] as const) {
      const shares = transcribed.filter((row) => row.source === source && isInFacts(row.series));
      const listed = shares.map(
        ({ subject_name, value }) => `${subject_name.replace(" countries", "").replace("Other", "other")} ${value} %`
      );
      expect(new Set(shares.map(({ period }) => period))).toEqual(new Set([years]));
      expect(facts).toContain(`${listed.join(", ")} (${years.replace("/20", "–")}, ${edition})`);
    }
  });
} else {
  console.warn(`the official statistics are not in ${folder}: the ledger is not compared with them`);
  test.skip(`every transcribed value equals the reference table: skipped, because there is no ${folder}`, () => {});
}
