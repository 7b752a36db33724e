import { build } from "esbuild";
import { expect, test } from "vitest";
import { scripts, withoutNodePart } from "../../src/notebook/build/assets.ts";
import { storyModules } from "../../src/notebook/build/story.ts";
import { figures, models } from "../story.ts";

test("figures and models take nothing through the machine’s index that works in Node only", async () => {
  const { outputFiles, metafile } = await build({
    ...scripts,
    entryPoints: ["notebook:figures", "notebook:models"],
    outdir: "out",
    external: ["@observablehq/plot"],
    plugins: [storyModules("."), withoutNodePart],
    metafile: true
  });
  const outputs = Object.values(metafile.outputs);
  const used = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []))
  );
  const imports = outputs.flatMap((output) => output.imports.map(({ path }) => path));
  const packages = used.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  expect([...new Set(packages)].sort()).toEqual(["d3-array", "d3-geo"]);
  expect([...new Set(imports)]).toEqual(["@observablehq/plot"]);
  expect(used.filter((file) => /src\/notebook\/(build|page|tables|explore|browser)\//.test(file))).toEqual([]);
  const [code = 0, modelCode = 0] = outputFiles.map(({ text }) => text.length);
  expect(code).toBeLessThan(33_300 + 6_100 * figures.length);
  expect(modelCode).toBeLessThan(16_000 + 3_500 * models.length);
});
