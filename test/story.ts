import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readOptions } from "../src/notebook/build/project.ts";
import type { Figure, FigureRow } from "../src/notebook/kit/figure.ts";
import type { Model } from "../src/notebook/kit/model.ts";
import { InputError } from "../src/notebook/ledger/fault.ts";
import { readChanges } from "../src/notebook/page/changes.ts";
import type { Story } from "../src/notebook/page/notebook.ts";
import { readPages } from "../src/notebook/page/pages.ts";
import { makeSite } from "../src/notebook/page/site.ts";

/**
 * The figures and models of this notebook, in the order of their files. They are imported as they are written, not bundled as
 * for a build: so a figure's own tests and those of the notebook load it once, and coverage counts both.
 */
export const figures = (await exportsOf("src/figures")).filter(hasFunction<Figure<FigureRow>>("draw"));
export const models = (await exportsOf("src/models")).filter(hasFunction<Model<string>>("results"));
export const story: Story = { figures, models };

async function exportsOf(folder: string): Promise<unknown[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(
    files.sort().map((name): Promise<object> => import(pathToFileURL(resolve(join(folder, name))).href))
  );
  return modules.flatMap((module) => Object.values(module));
}

function hasFunction<Exported>(name: keyof Exported): (value: unknown) => value is Exported {
  return (value): value is Exported => typeof (value as Exported | null)?.[name] === "function";
}

const { pages, templates, faults } = readPages(".");
const { changes, faults: misread } = readChanges(".", pages);
if (faults.length + misread.length > 0) throw new InputError([...faults, ...misread]);

/** The pages of this notebook, so that links lead where they lead on the published ones. */
export const site = makeSite(await readOptions(resolve(".")), pages, templates, changes);
