import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "../ledger/check-ledger.ts";
import { locate } from "../ledger/checks/violation.ts";
import { type Fault, InputError } from "../ledger/fault.ts";
import { readText } from "../ledger/parse-document.ts";
import { type ParsedLedger, parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { soundPart, withoutRecords } from "../ledger/sound-part.ts";
import { checkPage, checkTokens, doubtedFindings } from "../page/checks/page-parts.ts";
import { makeNotebook } from "../page/notebook.ts";
import { choiceViolations } from "../tables/choices.ts";
import { derivationViolations } from "../tables/derived.ts";
import { judgementFaults } from "../tables/judgement-faults.ts";
import { missingPages } from "./missing-pages.ts";
import type { ReadStory } from "./story.ts";

/**
 * Everything that `npm run check` checks, in one run: the ledger's records, then what rests on them, the story’s code, then the pages,
 * each on whatever is sound before it. Returns the ledger; throws an InputError that lists every fault.
 */
export function checkNotebook(root: string, story: ReadStory): Ledger {
  const parsed = parseLedger(readLedgerFiles(root));
  const sound = soundPart(parsed);
  const violations = derivationViolations(sound.ledger);
  const calculable = withoutRecords(
    sound,
    violations.map(({ record }) => record)
  );
  const faults = [
    ...checkLedger(parsed),
    ...violations.map((violation) => locate(violation, parsed.locations)),
    ...choiceViolations(calculable.ledger).map((violation) => locate(violation, parsed.locations)),
    ...judgementFaults(sound),
    ...story.faults,
    ...pageFaults(root, calculable, story)
  ];
  if (faults.length > 0) throw new InputError(faults);
  return parsed.ledger;
}

/** Pages are checked together with the file that holds their names and findings. */
function pageFaults(root: string, { ledger, unread, omitted }: ParsedLedger, story: ReadStory): Fault[] {
  const notebook = makeNotebook(ledger, story);
  const gaps = { unread, whole: omitted.length === 0, story: story.faults.length === 0 };
  const markdown = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.startsWith("."))
    .sort();
  const names = "src/notebook/page/site.ts";
  const site = readText(root, names).text;
  return [
    ...markdown.flatMap((path) => {
      const file = `src/${path}`;
      const { text, fault } = readText(root, file);
      if (fault) return [{ file, ...fault }];
      // A figure that lacks records left out above would doubt what the data do bear out.
      const doubts = gaps.whole ? doubtedFindings(file, text, notebook) : [];
      return [...checkPage(file, text, notebook, gaps), ...doubts];
    }),
    ...checkTokens(names, site, notebook, gaps),
    ...missingPages(names, site, markdown)
  ];
}
