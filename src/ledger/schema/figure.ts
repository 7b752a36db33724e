import { z } from "zod";
import { also } from "./also.ts";
import { paragraph, recordId } from "./fields.ts";
import { quantity } from "./quantity.ts";

/** A figure of a text, in a paragraph of it. */
export const figure = z.strictObject({ id: recordId, paragraph, ...quantity, also });

export type TextFigure = z.infer<typeof figure>;
