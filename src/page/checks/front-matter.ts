import { z } from "zod";
import { parseLedgerDocument } from "../../ledger/parse-document.ts";
import type { Finding } from "./finding.ts";

const remedy = "write `title: <words>` between two lines of three hyphens";

/** Front matter that Framework would show as text, or pass over: not closed, no YAML, or without a title. */
export function frontMatterFindings(text: string): Finding[] {
  if (!/^---[ \t]*\n/.test(text)) return [];
  const [, content] = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(text) ?? [];
  if (content === undefined) return [{ offset: 0, message: "the front matter is not closed", remedy }];
  const { data, faults } = parseLedgerDocument("", content);
  const [fault] = faults;
  const start = text.indexOf("\n") + 1;
  if (fault) {
    const lines = content.split("\n").slice(0, fault.line - 1);
    const offset = start + lines.join("\n").length + (lines.length > 0 ? 1 : 0) + fault.column - 1;
    return [{ offset, message: `the front matter ${fault.message}`, remedy }];
  }
  return hasTitle.safeParse(data).success ? [] : [{ offset: start, message: "the front matter has no title", remedy }];
}

/** A title may look like a number to YAML. */
const hasTitle = z.looseObject({ title: z.union([z.string().trim().min(1), z.number()]) });
