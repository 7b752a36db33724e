import type { NotebookOptions } from "../page/site.ts";

/**
 * The configuration of a notebook, for `observablehq.config.ts`: `export default notebook({ title: "Coffee" })`. Options that
 * are not the notebook's own are Framework's. `npm run dev` and `npm run build` make of it what Framework needs; Framework's
 * own commands would show pages without their numbers, and are refused.
 */
export const notebook = (options: NotebookOptions): NotebookOptions & { markdownIt(): never } => ({
  ...options,
  markdownIt() {
    throw new Error("A notebook is previewed by `npm run dev` and built by `npm run build`.");
  }
});
