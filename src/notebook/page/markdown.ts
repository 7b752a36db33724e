import type MarkdownIt from "markdown-it";
import { termTrigger } from "./glossary.ts";
import type { Notebook } from "./notebook.ts";
import {
  countWords,
  evidenceTrigger,
  isTokenForm,
  numberInSentence,
  ownNumber,
  ownNumberText,
  termOf,
  termWords,
  tokenPattern
} from "./tokens.ts";

/** What Framework tells a rule about the page that is rendered, and what rules count on it. */
export interface PageEnvironment {
  path: string;
  /** How many figures stand above. */
  figures: number;
}

/** What the rules need of whoever renders pages. */
export interface Renderer {
  /** The notebook as it is now. */
  notebook(): Notebook;
  /** The HTML of a fence that is a block of the notebook's; undefined for any other fence. */
  block(info: string, content: string, page: PageEnvironment, isFirstSection: boolean): string | undefined;
  /** A page's whole body, made of what Markdown gives for it. */
  compose(body: string, page: PageEnvironment): string;
}

/**
 * Teaches Markdown the notebook's own marks: `{{figure-id}}` becomes a number that opens its evidence, and a fence
 * such as ```` ```figure riders ```` becomes a finished figure.
 */
export function notebookMarkdown(md: MarkdownIt, renderer: Renderer): MarkdownIt {
  const token = new RegExp(tokenPattern, "y");
  const trigger = (id: string, form: string): string | undefined => {
    const term = termOf(id, renderer.notebook());
    if (term) return termTrigger(term, termWords(term, form));
    const own = ownNumber(id);
    if (own !== undefined) return ownNumberText(own, form);
    const count = countWords(id, form, renderer.notebook());
    if (count !== undefined) return count;
    const fact = renderer.notebook().fact(id);
    if (!fact || fact.kind === "position" || !isTokenForm(form)) return undefined;
    // The year of a sentence is that of its number, which follows no choice.
    return evidenceTrigger(
      fact.row.id,
      numberInSentence(fact, form, renderer.notebook()),
      form === "year" ? "full" : form
    );
  };

  md.inline.ruler.push("evidence_token", (state, silent) => {
    token.lastIndex = state.pos;
    const match = token.exec(state.src);
    if (!match) return false;
    const [text, id = "", form = "full"] = match;
    const html = trigger(id, form);
    // The check has said what is wrong with it; a preview shows the page around it.
    if (html === undefined) return false;
    if (!silent) state.push("evidence_token", "", 0).content = html;
    state.pos += text.length;
    return true;
  });
  md.renderer.rules.evidence_token = (tokens, index) => tokens[index]?.content ?? "";

  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env: PageEnvironment, self) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const isFirstSection = !tokens.slice(0, index).some(({ type, tag }) => type === "heading_open" && tag === "h2");
    const block = renderer.block(info.trim(), content, env, isFirstSection);
    return block ?? fence?.(tokens, index, options, env, self) ?? "";
  };

  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env: PageEnvironment) => {
    env.figures = 0;
    return renderer.compose(render(tokens, options, env), env);
  };
  return md;
}

/** Makes a page's body of its whole Markdown, front matter included, apart from Framework. */
export function renderPage(md: MarkdownIt, text: string, path: string): string {
  const body = text.replace(/^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m, "");
  const env = { code: [], startLine: 0, currentLine: 0, path };
  return md.renderer.render(md.parse(body, env), md.options, env);
}
