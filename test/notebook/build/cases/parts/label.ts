import { format } from "npm:d3-format";
import { FileAttachment } from "observablehq:stdlib";

export const label = (n: number): string => `label ${format("03d")(n)}`;

export const loaded = async (): Promise<number> => (await FileAttachment("../data/output.csv").csv()).length;
