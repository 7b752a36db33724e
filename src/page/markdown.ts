import type MarkdownIt from "markdown-it";

export interface MarkdownOptions {
  /** Project folder; the ledger is in `data/ledger` under it. */
  root: string;
}

/** Stub: leaves Markdown as it is. */
export function notebookMarkdown(md: MarkdownIt, _options: MarkdownOptions): MarkdownIt {
  return md;
}
