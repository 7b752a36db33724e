import { z } from "zod";

/** How a release was read. */
export const reading = z.enum(["original", "original-not-kept", "second-hand"]);
