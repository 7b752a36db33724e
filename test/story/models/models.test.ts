import { describe, expect, test } from "vitest";
import { isWithin, slotsOf, startValues } from "../../../src/notebook/kit/model.ts";
import { canvas, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { testedNotebook } from "../../real-ledger.ts";
import { models } from "../../story.ts";

const { tables } = testedNotebook();
const modelOf = (name: string) => {
  const model = models.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`no model ${name}`);
  return { model, start: startValues(model, tables) };
};
const derived = (id: string): number => tables.derived.rows.find((row) => row.id === id)?.value ?? Number.NaN;
/** The first number of a result. */
const numberIn = (text: string | undefined): number => Number((text ?? "").replaceAll(",", "").match(/[\d.]+/)?.[0]);

describe("every model", () => {
  test.each(models.map(({ name }) => name))("%s starts within its limits and fills every slot", (name) => {
    const { model, start } = modelOf(name);
    for (const input of model.inputs) {
      expect(isWithin(start[input.id] ?? Number.NaN, input), input.id).toBe(true);
      for (const end of [input.min, input.max])
        expect(Object.values(model.results({ ...start, [input.id]: end })).join(), `${input.id} at ${end}`).not.toMatch(
          /NaN|Infinity|not given/
        );
    }
    const slots = slotsOf(`${model.question}${model.answer}`).flatMap((part) => ("slot" in part ? [part.slot] : []));
    const known = [
      ...model.inputs.map(({ id }) => id),
      ...Object.keys(model.fixed),
      ...Object.keys(model.results(start))
    ];
    expect(slots.filter((slot) => !known.includes(slot))).toEqual([]);
    expect(model.inputs.filter(({ id }) => !slots.includes(id))).toEqual([]);
  });

  test.each(models.map(({ name }) => name))(
    "%s is drawn as high as it says, at its start and at its limits",
    (name) => {
      const { model, start } = modelOf(name);
      const ends = model.inputs.flatMap(({ id, min, max }) => [
        { ...start, [id]: min },
        { ...start, [id]: max }
      ]);
      for (const values of [start, ...ends])
        for (const size of sizes) {
          const drawing = model.draw(values, canvas(size));
          expect(drawing.getAttribute("height")).toBe(String(model.height(size)));
          expect(drawing.outerHTML).not.toMatch(/NaN|Infinity/);
        }
    }
  );
});

describe("the share aimed at", () => {
  const { model, start } = modelOf("goal");

  test("takes at the start what the ledger derives", () => {
    const { needed, multiple, reached } = model.results(start);
    expect(numberIn(needed)).toBe(derived("derived.survey-output-at-twelve-percent"));
    expect(numberIn(multiple)).toBe(derived("derived.survey-multiple-at-twelve-percent"));
    expect(numberIn(reached)).toBe(start.output);
  });

  test("takes more if the world grows, and a slower pace by a later year", () => {
    const now = model.results(start);
    expect(numberIn(model.results({ ...start, world: 5 }).needed)).toBeGreaterThan(numberIn(now.needed));
    expect(numberIn(model.results({ ...start, year: 2040 }).pace)).toBeLessThan(numberIn(now.pace));
  });

  test("is met when Russia grows at the pace that it takes", () => {
    const { pace } = model.results(start);
    expect(numberIn(model.results({ ...start, russia: numberIn(pace) }).part)).toBeCloseTo(100, -1);
  });
});

describe("the gap", () => {
  const { model, start } = modelOf("gap");

  test("is at the start what the ledger derives, and so are the parts that the plans fill", () => {
    const { gap, outputPart, lowerPart, higherPart, sevenfoldPart } = model.results(start);
    expect(numberIn(gap)).toBe(derived("derived.us-gap"));
    expect(numberIn(lowerPart)).toBeCloseTo(derived("derived.plan-fedorov-part-of-gap"), 0);
    expect(numberIn(higherPart)).toBeCloseTo(derived("derived.plan-ministry-part-of-gap"), 0);
    expect(numberIn(outputPart)).toBeCloseTo(derived("derived.russian-part-of-gap"), 0);
    const sevenfold = (100 * derived("derived.plan-alikhanov-output")) / derived("derived.us-gap");
    expect(numberIn(sevenfoldPart)).toBeCloseTo(sevenfold, 0);
  });

  test("closes if American production grows fast enough", () => {
    const { gap, higherPart, pace } = model.results({ ...start, growth: 20 });
    expect([gap, higherPart, pace]).toEqual(["nothing", "100%", "0%"]);
  });
});

describe("the ramp", () => {
  const { model, start } = modelOf("ramp");

  test("leads at the start to what is possible", () => {
    const { multiple, reached } = model.results(start);
    expect(numberIn(multiple)).toBeCloseTo(derived("derived.gallium-multiple"), 1);
    expect(numberIn(reached)).toBe(start.possible);
  });

  test("stops where demand stops, and may never pass the capacity", () => {
    const { reached, passed } = model.results({ ...start, bought: 5 });
    expect(numberIn(reached)).toBeCloseTo(8.7, 1);
    expect(passed).toBe("at no time");
  });

  test("says one year, and two years", () => {
    expect(model.results(start).passed).toBe("after 1\u00a0year");
    expect(model.results({ ...start, years: 10 }).passed).toBe("after 2\u00a0years");
  });
});

describe("the life of the reserve", () => {
  const { model, start } = modelOf("life");

  test("is at the start what the ledger derives, to two digits", () => {
    expect(numberIn(model.results(start).life)).toBe(Number(derived("derived.reserve-life-ministry").toPrecision(2)));
  });

  test("is a few generations if output grows", () => {
    expect(numberIn(model.results({ ...start, growth: 5 }).life)).toBe(130);
  });

  test("draws what is supposed beside both counts", () => {
    expect(textsOf(model.draw({ ...start, output: 5000 }, canvas("md")))).toEqual(
      expect.arrayContaining(["As supposed", "5,700\u00a0years", "11,000\u00a0years", "1,500\u00a0years"])
    );
  });
});

test("a model whose record is gone says which one it needs", () => {
  const { model } = modelOf("gap");
  const without = (change: (id: string) => boolean) => ({
    derived: tables.derived,
    figures: { ...tables.figures, rows: tables.figures.rows.filter(({ id }) => change(id)) }
  });
  expect(() =>
    startValues(
      model,
      without((id) => id !== "izvestia.us-production")
    )
  ).toThrow('the model "gap" needs "izvestia.us-production", which the ledger does not have');
});
