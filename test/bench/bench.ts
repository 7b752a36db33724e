import { chromium } from "@playwright/test";
import { buildSite } from "../../src/notebook/build/build-site.ts";
import { runCommand } from "../../src/notebook/build/command.ts";
import { readLedger } from "../../src/notebook/ledger/read-ledger.ts";
import { makeNotebook } from "../../src/notebook/page/notebook.ts";
import { launchOptions } from "../browser/chromium.ts";
import { site, story } from "../story.ts";
import { comparedPage } from "./compared-page.ts";
import { measureEdits } from "./edits/edits.ts";
import { measureGrowth } from "./growth.ts";
import { measureIngest } from "./ingest.ts";
import { interleavedVisits } from "./interleaved-visits.ts";
import { readEditOptions, readOptions, readTextsFolder } from "./read-options.ts";
import { aimLines, pageReport, reportTable } from "./report.ts";
import { measureScale } from "./scale.ts";
import { serveWays } from "./served-ways.ts";

/**
 * `npm run bench -- edits` measures how long an author waits for an edit to show in the preview, `scale` what ledgers of
 * growing size cost, `growth` what builds of more and more pages do. Without such a word this
 * compares each page with the same page as plain HTML and as Framework's client-side cells, in a browser on a slow
 * phone: when its first number can be read, what it fetches, whether its layout shifts.
 */
await runCommand(async () => {
  const [first, ...others] = process.argv.slice(2);
  if (first === "edits") {
    console.log(await measureEdits(process.cwd(), readEditOptions(others).runs));
    return;
  }
  if (first === "ingest") {
    console.log(measureIngest(process.cwd(), readTextsFolder(others)));
    return;
  }
  if (first === "scale") {
    console.log(await measureScale(others));
    return;
  }
  if (first === "growth") {
    console.log(await measureGrowth(others));
    return;
  }
  const known = site.pages.filter(({ aside }) => !aside).map(({ path }) => path);
  const { runs, paths, built } = readOptions(process.argv.slice(2), known);
  if (!built) await buildSite(process.cwd());
  const compared = known.map((path) => comparedPage("dist", path));
  const chosen = compared.filter(({ path }) => paths.includes(path));
  // How far it has come is told in a terminal alone.
  const tell = (text: string): void => {
    if (process.stderr.isTTY) console.error(text);
  };
  const sites = await serveWays(process.cwd(), compared, makeNotebook(readLedger("."), story, site));
  const browser = await chromium.launch(launchOptions());
  try {
    const visits = await interleavedVisits(browser, chosen, sites, { runs, tell });
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
