import { resolve } from "node:path";
import { readOptions } from "../src/notebook/build/project.ts";
import { readStory } from "../src/notebook/build/story.ts";
import { InputError } from "../src/notebook/ledger/fault.ts";
import { readChanges } from "../src/notebook/page/changes.ts";
import { readPages } from "../src/notebook/page/pages.ts";
import { makeSite } from "../src/notebook/page/site.ts";

/** The figures and models of this notebook, as its pages get them. Throws where one of them is faulty. */
export const story = await readStory(".");
if (story.faults.length > 0) throw new InputError(story.faults);

export const { figures, models } = story;

const { pages, templates, faults } = readPages(".");
const { changes, faults: misread } = readChanges(".", pages);
if (faults.length + misread.length > 0) throw new InputError([...faults, ...misread]);

/** The pages of this notebook, so that links lead where they lead on the published ones. */
export const site = makeSite(await readOptions(resolve(".")), pages, templates, changes);
