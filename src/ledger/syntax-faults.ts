import type { Document, ErrorCode } from "yaml";

/** What is wrong with a text as YAML, and where in it. */
interface SyntaxFault {
  offset: number;
  message: string;
  remedy: string;
}

const remedies: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: "drop one of the two",
  TAB_AS_INDENT: "indent with spaces"
};

/**
 * What is wrong with a text as YAML: its first error, since those after it mostly follow from it, and every key that
 * stands twice, since nothing follows from that. A merge that was not finished is called that.
 */
export function syntaxFaults({ errors }: Document.Parsed, text: string): SyntaxFault[] {
  const mark = errors.length > 0 ? text.search(/^(<{7}|={7}|>{7})( |$)/m) : -1;
  if (mark >= 0)
    return [
      { offset: mark, message: "holds a merge that was not finished", remedy: "keep one side, and drop the marks" }
    ];
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  return inOrder
    .filter((error, index) => index === 0 || error.code === "DUPLICATE_KEY")
    .map(({ pos, message, code }) => ({
      offset: pos[0],
      message: `is not valid YAML: ${message.split("\n", 1)[0]}`,
      remedy:
        remedies[code] ?? "mend the syntax at this place; quote text that holds a colon, a hash or a leading symbol"
    }));
}
