import { chromium } from "@playwright/test";
import { launchOptions } from "../../test/browser/chromium.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { makeNotebook } from "../page/notebook.ts";
import { pages } from "../page/site.ts";
import { comparedPage } from "./bench/compared-page.ts";
import { interleavedVisits } from "./bench/interleaved-visits.ts";
import { readOptions } from "./bench/read-options.ts";
import { aimLines, pageReport, reportTable } from "./bench/report.ts";
import { serveWays } from "./bench/served-ways.ts";
import { runCommand } from "./command.ts";
import { runStep } from "./run-step.ts";

/**
 * Compares each page with the same page as plain HTML and as Framework's client-side cells, in a browser on a slow
 * phone: when its first number can be read, what it fetches, whether its layout shifts.
 */
await runCommand(async () => {
  const known = pages.filter(({ aside }) => !aside).map(({ path }) => path);
  const { runs, paths, built } = readOptions(process.argv.slice(2), known);
  if (!built && !(await runStep("src/build/build.ts"))) {
    process.exitCode = 1;
    return;
  }
  const compared = known.map((path) => comparedPage("dist", path));
  const chosen = compared.filter(({ path }) => paths.includes(path));
  const sites = await serveWays(".", compared, makeNotebook(readLedger(".")));
  const browser = await chromium.launch(launchOptions());
  try {
    const visits = await interleavedVisits(browser, chosen, sites, { runs, tell: (text) => console.error(text) });
    const reports = chosen.flatMap((page, index) => (visits[index] ? [pageReport(page, visits[index])] : []));
    console.log(
      `\nSlow 4G, 4× CPU, brotli; ${runs === 1 ? "one run" : `medians of ${runs} interleaved runs, largest layout shift`}\n`
    );
    console.log(`${reportTable(reports)}\n\n${aimLines(reports).join("\n")}`);
  } finally {
    await browser.close();
    for (const site of Object.values(sites)) site.close();
  }
});
