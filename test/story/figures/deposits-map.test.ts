import { describe, expect, it } from "vitest";
import { depositsMap as figure } from "../../../src/figures/deposits-map.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import type { PlaceRow } from "../../../src/notebook/tables/places.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const place = (id: string, type: PlaceRow["type"], rest: Partial<PlaceRow> = {}): PlaceRow => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  type,
  within: "north",
  within_name: "North",
  country: "RU",
  country_name: "Russia",
  latitude: null,
  longitude: null,
  coordinate_source: null,
  colour: null,
  name_native: null,
  note: null,
  figures: 0,
  ...rest
});
const at = (longitude: number) => ({ latitude: 65, longitude, coordinate_source: "© Somebody" });
const places = [
  place("north", "region"),
  place("eastern", "deposit", at(120)),
  place("western", "deposit", at(40)),
  place("works", "plant", at(60)),
  place("unknown", "deposit"),
  place("rocky", "deposit"),
  place("foreign", "deposit", { country: "UA" }),
  place("empty", "deposit"),
  place("russia", "country", { ...at(95), colour: "red" }),
  place("china", "country", { ...at(103), latitude: 36, colour: "ochre", country: "CN" }),
  place("atlantis", "country", { country: "AT" }),
  place("greenland", "country", { ...at(-40), country: "GL" }),
  place("world", "world", { country: null })
];
const about = (subject: string, metric: string, value: number, rest: Partial<QuantityRow> = {}) =>
  figureRow({ id: `russia-post.${subject}-${metric}-${rest.period ?? ""}`, subject, metric, value, ...rest });
const series = { series: "state.made", unit: "t/yr" };
const figures = [
  about("western", "concentrate-output", 9000, { unit: "t/yr" }),
  about("western", "reserves", 7e6, { speaker: "oleg-kazanov", period: "2025-06" }),
  about("western", "grade", 1.2, { unit: "%" }),
  about("eastern", "reserves", 4e6),
  about("eastern", "ore", 150e6),
  about("works", "production-of-compounds", 2300, { ...series, period: "2021" }),
  about("works", "production-of-compounds", 2600, { ...series, period: "2020" }),
  about("unknown", "reserves", 5e5),
  about("rocky", "ore", 33e6),
  about("foreign", "reserves", 1e6),
  about("western", "reserves", 1, { material: "gallium", period: "1" }),
  about("north", "share-of-reserves", 46, { unit: "%" })
];
const mined = (subject: string, value: number, rest: Partial<QuantityRow> = {}) =>
  figureRow({
    id: `survey.${subject}`,
    subject,
    metric: "production",
    unit: "t/yr",
    value,
    period: "2025",
    series: "survey.mined",
    ...rest
  });
const mines = [mined("china", 270_000), mined("russia", 2600), mined("atlantis", 900), mined("greenland", 0)];
const share = derivedRow({ id: "derived.survey-output-share-china", inputs: ["survey.china", "survey.world"] });
const select = (some = figures, where = places) =>
  figure.select(tablesOf({ figures: [...some, ...mines, mined("world", 390_000)], derived: [share], places: where }));
const rows = select();

describe("the map of deposits", () => {
  it("takes what is said of rare earths in Russia, from west to east, the last year of a table, places unknown last", () => {
    expect(rows.map((row) => `${row.place} ${row.metric} ${row.value}`)).toEqual([
      "Western reserves 7000000",
      "Western grade 1.2",
      "Western concentrate-output 9000",
      "Works production-of-compounds 2300",
      "Eastern reserves 4000000",
      "Eastern ore 150000000",
      "North share-of-reserves 46",
      "Rocky ore 33000000",
      "Unknown reserves 500000",
      "China production 270000",
      "Russia production 2600",
      "Atlantis production 900"
    ]);
  });
  it("says which deposits have a count, which is worked, and whose coordinates are drawn", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("Of four deposits that have been counted, only Western is worked for its rare earths");
    expect(words.notes[1]).toMatch(/^No border is drawn.* Coordinates: Western, © Somebody; Works/);
    expect(words.notes[1]).not.toContain("Dashed rings");
    expect(words.description).toContain("Western 7\u00a0million\u00a0tonnes, Eastern 4\u00a0million\u00a0tonnes");
  });
  it("doubts its title once a second deposit is worked", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, select([...figures, about("eastern", "concentrate-output", 1)]))).toHaveLength(1);
  });
  it("draws only places with coordinates, from west to east, within the map", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const dots = [...svg.querySelectorAll('circle:not([class="ring"])')].map((dot) => Number(dot.getAttribute("cx")));
      expect(dots).toHaveLength(5);
      expect(dots.slice(0, 3)).toEqual(dots.slice(0, 3).sort((a, b) => a - b));
      expect(dots.every((x) => x > 0 && x < canvas(size).width)).toBe(true);
      const [works] = [...svg.querySelectorAll("text")].filter(({ textContent }) => textContent === "Works");
      const ring = svg.querySelector('circle[fill="var(--paper)"]');
      expect(works?.outerHTML).toContain(`${Number(ring?.getAttribute("cy")) + 20}`);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("marks a deposit that no source locates at the main town of its district, hollow and dashed, and says so", () => {
    const inRegion = places.map((one) => (one.id === "north" ? { ...one, ...at(80) } : one));
    const some = select(figures, inRegion);
    expect(figure.words(some).notes[1]).toContain(
      "Dashed rings: Rocky and Unknown, at the main towns of their districts"
    );
    const svg = figure.draw(some, canvas("lg"));
    const rings = [...svg.querySelectorAll("[stroke-dasharray] circle, circle[stroke-dasharray]")];
    expect(rings).toHaveLength(2);
    expect(some.find(({ place }) => place === "Rocky")).toMatchObject({ latitude: null, town: { longitude: 80 } });
    expect(some.find(({ place }) => place === "Western")?.town).toBeNull();
  });
  it("lists the others apart, and ore only where nothing else is counted", () => {
    const svg = figure.draw(rows, canvas("lg"));
    const texts = textsOf(svg).join(" | ");
    expect(texts).toContain("No source found says where exactly");
    expect(texts).toContain("33\u00a0million t of ore");
    expect(texts).not.toContain("150");
    expect(texts).toContain("2.3\u00a0thousand t a year");
    expect(linksOf(svg).map(({ name }) => name)).toContain(
      "Western, reserves: 7\u00a0million\u00a0tonnes, Oleg Kazanov, Rosnedra"
    );
    expect(linksOf(svg)).toHaveLength(7);
  });
  it("draws what each country mined, area by amount, and says which country it cannot place", () => {
    const svg = figure.draw(rows, canvas("lg"));
    const radius = (name: string) =>
      Number(
        svg.querySelector(`a[*|href="#e-survey-${name}"] circle, circle[aria-label^="${name}" i]`)?.getAttribute("r")
      );
    expect((radius("china") / radius("russia")) ** 2).toBeCloseTo(270_000 / 2600, -1);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(["What each country mined in 2025", "China 270", "Russia 2.6"])
    );
    expect(figure.words(rows).notes[1]).toContain("Atlantis is in the table only");
    expect(figure.words(rows).description).toContain("China 270\u00a0thousand\u00a0tonnes");
  });
  it("keeps every statement and the coordinates in its table", () => {
    const cells = rows.map((row) => figure.columns.slice(0, 3).map((column) => column.text(row)));
    expect(cells[0]).toEqual(["Western", "North", "65° N, 40° E"]);
    expect(cells.find(([name]) => name === "North")).toEqual(["North", "region", "not found"]);
    expect(cells.find(([name]) => name === "Unknown")?.[2]).toBe("not found");
  });
  it("cannot be drawn without a deposit", () => {
    expect(() => figure.words(select([]))).toThrow("no deposit");
  });
});
