import { parseLedgerDocument } from "../../ledger/parse-document.ts";
import { keyNumberList } from "../key-numbers.ts";
import type { Notebook } from "../notebook.ts";
import type { Finding } from "./finding.ts";
import type { Gaps } from "./gaps.ts";
import { unknownNumber } from "./unknown-number.ts";

/** Key numbers that are no list of `number` and `text`, or whose number the ledger does not hold. */
export function keyNumberFindings(text: string, notebook: Notebook, gaps: Gaps): Finding[] {
  return [...text.matchAll(/^```key-numbers[^\n]*\n([\s\S]*?)^```/gm)].flatMap(
    ({ index, 0: fence, 1: content = "" }) => {
      const start = index + fence.indexOf("\n") + 1;
      const document = parseLedgerDocument("", content);
      const list = keyNumberList.safeParse(document.data);
      if (!list.success)
        return [
          {
            offset: start,
            message: document.faults[0]?.message ?? "the key numbers are no list of records",
            remedy: "write each as `- number: <id>` and, indented below it, `text: <words>`"
          }
        ];
      return list.data.flatMap(({ number }) => unknownNumber(number, start + content.indexOf(number), notebook, gaps));
    }
  );
}
