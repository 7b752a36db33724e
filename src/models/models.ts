import type { Model } from "../notebook/index.ts";
import { gap } from "./gap.ts";
import { goal } from "./goal.ts";
import { life } from "./life.ts";
import { ramp } from "./ramp.ts";

/** Every model that a page may name. */
export const models: readonly Model<string>[] = [life, goal, gap, ramp];
