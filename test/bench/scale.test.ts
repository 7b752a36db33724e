import { expect, test } from "vitest";
import { measureScale } from "./scale.ts";

test("a ledger of each size is measured, and its size is nothing to a page", async () => {
  const [heads = "", , ...rows] = (await measureScale(["--records", "1000,3000"])).split("\n");
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const column = heads.split("|").findIndex((head) => head.includes("characters"));
  const [small = 0, large = 0] = cells.map((row) => Number(row[column]?.replaceAll(",", "")));
  expect(cells.map((row) => row[1])).toEqual(["1,000", "3,000"]);
  expect(small).toBeGreaterThan(1000);
  expect(large / small).toBeLessThan(1.05);
});

test("sizes that are none are told", async () => {
  await expect(measureScale(["--records", "150"])).rejects.toThrow("multiples of 100");
});
