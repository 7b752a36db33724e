import MarkdownIt from "markdown-it";
import type { Choices } from "../../../src/notebook/page/choices.ts";
import { type Composer, makeComposer } from "../../../src/notebook/page/compose.ts";
import { notebookMarkdown, renderPage } from "../../../src/notebook/page/markdown.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { elementOf } from "./dom.ts";

const noChoices: Choices = { choices: [], alternatives: [] };

interface Preview {
  choices?: Choices;
  faultsOf?(path: string): string;
}

export function composerOf(notebook: Notebook, { choices = noChoices, ...preview }: Preview = {}): Composer {
  return makeComposer({ notebook, choices, sectionsOf: () => [], ...preview });
}

/** A page as it is composed: what Framework is given, and the whole of it. */
export function composed(
  text: string,
  notebook: Notebook,
  { path = "/page", ...preview }: Preview & { path?: string } = {}
): { composer: Composer; given: string; html: string; page: HTMLElement } {
  const composer = composerOf(notebook, preview);
  const given = renderPage(notebookMarkdown(new MarkdownIt({ html: true }), composer), text, path);
  const html = composer.fill(given);
  return { composer, given, html, page: elementOf(html) };
}

/** A page's Markdown with its tokens and blocks alone, before the page is composed of it. */
export function rendered(text: string, notebook: Notebook, path = "/page"): HTMLElement {
  const composer = composerOf(notebook);
  const alone = { ...composer, compose: (body: string) => composer.fill(body) };
  return elementOf(renderPage(notebookMarkdown(new MarkdownIt({ html: true }), alone), text, path));
}
