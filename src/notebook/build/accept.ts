import { writeFileSync } from "node:fs";
import { InputError } from "../ledger/fault.ts";
import { findingsOf } from "../page/checks/findings.ts";
import { inspectNotebook } from "./check-notebook.ts";
import { findingsFile } from "./findings.ts";

/** Notes what titles and findings say now, as the one that readers are told. */
export default async function accept(): Promise<void> {
  const { notebook, faults, rewritten } = await inspectNotebook(process.cwd());
  const others = faults.filter((fault) => !rewritten.includes(fault));
  if (others.length > 0) throw new InputError(others);
  writeFileSync(findingsFile, `${JSON.stringify(findingsOf(notebook), null, 2)}\n`);
  for (const { file, line, message } of rewritten) console.log(`${file}:${line} ${message}`);
  console.log(`${rewritten.length} rewritten findings accepted in ${findingsFile}`);
}
