import { readStory } from "../src/notebook/build/story.ts";
import { InputError } from "../src/notebook/ledger/fault.ts";

/** The figures and models of this notebook, as its pages get them. Throws where one of them is faulty. */
export const story = await readStory(".");
if (story.faults.length > 0) throw new InputError(story.faults);

export const { figures, models } = story;
