import { JSDOM } from "jsdom";
import type MarkdownIt from "markdown-it";
import { readLedger } from "../ledger/read-ledger.ts";
import { type PageEnvironment, pageBlock } from "./blocks.ts";
import { makeNotebook, type Story } from "./notebook.ts";
import { recordBlock, recordUses } from "./records.ts";
import { readPageTexts } from "./site.ts";
import { evidenceTrigger, isTokenForm, numberText, tokenPattern } from "./tokens.ts";

export interface MarkdownOptions {
  /** Project folder; the ledger is in `data/ledger` under it. */
  root: string;
  story: Story;
}

/**
 * Teaches Markdown the notebook's own marks: `{{figure-id}}` becomes a number that opens its evidence, and a fence
 * such as ```` ```figure reserves-by-source ```` becomes a finished figure. Unknown names throw: they fail the build.
 */
export function notebookMarkdown(md: MarkdownIt, { root, story }: MarkdownOptions): MarkdownIt {
  const notebook = makeNotebook(readLedger(root), story);
  const texts = readPageTexts(root);
  const uses = recordUses(texts, notebook);
  const { document } = new JSDOM("").window;
  const token = new RegExp(tokenPattern, "y");

  md.inline.ruler.push("evidence_token", (state, silent) => {
    token.lastIndex = state.pos;
    const match = token.exec(state.src);
    if (!match) return false;
    const [text, id = "", form = "full"] = match;
    const fact = notebook.fact(id);
    if (!fact || !isTokenForm(form)) throw new Error(`unknown token ${text}`);
    if (!silent)
      state.push("evidence_token", "", 0).content = evidenceTrigger(id, numberText(fact, form, notebook), form);
    state.pos += text.length;
    return true;
  });
  md.renderer.rules.evidence_token = (tokens, index) => tokens[index]?.content ?? "";

  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env: PageEnvironment, self) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const block =
      recordBlock(info.trim(), env.path, { notebook, uses }) ??
      pageBlock(info.trim(), content, { page: env, notebook, texts, document });
    return block ?? fence?.(tokens, index, options, env, self) ?? "";
  };
  return md;
}
