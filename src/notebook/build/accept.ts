import { writeFileSync } from "node:fs";
import { InputError } from "../ledger/fault.ts";
import { findingsOf } from "../page/checks/findings.ts";
import { inspectNotebook } from "./check-notebook.ts";
import { runCommand } from "./command.ts";
import { findingsFile } from "./findings.ts";
import { parseOptions } from "./parse-options.ts";

await runCommand(async () => {
  parseOptions(
    {},
    {
      does: "Accepts what the data have made of titles and findings, of which check tells until then.",
      example: "npm run accept"
    }
  );
  const { notebook, faults, rewritten } = await inspectNotebook(process.cwd());
  const others = faults.filter((fault) => !rewritten.includes(fault));
  if (others.length > 0) throw new InputError(others);
  writeFileSync(findingsFile, `${JSON.stringify(findingsOf(notebook), null, 2)}\n`);
  for (const { file, line, message } of rewritten) console.log(`${file}:${line} ${message}`);
  console.log(`${rewritten.length} rewritten findings accepted in ${findingsFile}`);
});
