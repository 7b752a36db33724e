import { buildSite } from "./build-site.ts";
import { FrameworkError } from "./framework.ts";

/** Checks the ledger and the pages, then builds the notebook into `dist`. A fault leaves `dist` as it was. */
export default async function build(): Promise<void> {
  const started = performance.now();
  try {
    const pages = await buildSite(process.cwd());
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${pages} ${pages === 1 ? "page" : "pages"} in dist, ${seconds} s`);
  } catch (error) {
    if (!(error instanceof FrameworkError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
