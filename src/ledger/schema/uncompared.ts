import { z } from "zod";
import { words } from "./fields.ts";
import { reference } from "./reference.ts";

/** A claim with a number for which no source gives anything to hold against it. */
export const uncompared = z.strictObject({ figure: reference("figures"), reason: words });

export type Uncompared = z.infer<typeof uncompared>;
