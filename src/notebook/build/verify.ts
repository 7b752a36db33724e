import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readLedger } from "../ledger/read-ledger.ts";
import { type TextReport, verifyText } from "../ledger/verify-text.ts";
import { counted, refuse } from "./command.ts";

/** Holds each source against its text, which is found by its hash among the files of a folder. */
export default function verify({ texts: named }: { texts?: string | undefined }): void {
  const folder = textsFolder(named);
  const ledger = readLedger(".");
  const texts = new Map(
    (folder === null ? [] : readdirSync(folder))
      .map((name) => join(folder ?? "", name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
      .map((path) => readFileSync(path))
      .map((bytes) => [createHash("sha256").update(bytes).digest("hex"), bytes.toString("utf8")])
  );
  let complete = true;
  let absent = 0;
  for (const source of ledger.sources) {
    if (source.text_sha256 === null) {
      if (source.reading === "text") console.log(`${source.id}: gives no hash of its text, so it is held against none`);
      continue;
    }
    const text = texts.get(source.text_sha256);
    if (text === undefined) {
      // Texts are under copyright, and whoever forks the notebook seldom has them all.
      if (folder !== null) console.log(`${source.id}: no file in the folder has its hash ${source.text_sha256}`);
      absent++;
      continue;
    }
    const report = verifyText(source, ledger, text);
    printReport(report);
    complete &&= report.missing.length === 0 && report.unaccounted.length === 0;
  }
  if (absent > 0)
    console.log(
      `${absent} ${absent === 1 ? "text is" : "texts are"} not here, so nothing was held against ${absent === 1 ? "it" : "them"}; whoever has them runs npm run verify -- --texts DIR`
    );
  process.exitCode = complete ? 0 : 1;
}

/** The folder that is named, or `texts`; null where there is none. */
function textsFolder(named: string | undefined): string | null {
  const folder = named ?? "texts";
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  if (named === undefined) return null;
  return refuse(folder, "is not a folder", "name the folder that holds the texts: npm run verify -- --texts DIR");
}

function printReport({ source, figures, leftOut, missing, unaccounted }: TextReport): void {
  console.log(
    `${source}: ${counted(figures, "figure")}, ${counted(leftOut, "passage")} left out with a reason, ${missing.length} not found, ${counted(unaccounted.length, "number")} without a record`
  );
  for (const { record, paragraph, printed } of missing)
    console.log(`  ¶${paragraph} does not hold "${printed}" of ${record}; correct the paragraph or what is printed`);
  for (const { paragraph, printed } of unaccounted)
    console.log(`  ¶${paragraph} "${printed}" has no record; add one, or list it under left_out with a reason`);
}
