import { wakeComparison } from "./comparison.ts";
import { wakeFinder } from "./finder.ts";

/** The page's tools by the names that their elements bear. */
export const tools: Readonly<Record<string, (tool: HTMLElement) => void>> = {
  find: wakeFinder,
  compare: wakeComparison
};
