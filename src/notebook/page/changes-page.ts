import { htmlEscape as esc } from "escape-goat";
import MarkdownIt from "markdown-it";
import { dateText, listed } from "../words/words.ts";
import type { Correction, Update } from "./changes.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";
import { groupBy } from "./sources.ts";
import { expandTokens } from "./tokens.ts";

// What is marked as HTML in the list of changes is shown as it is written.
const markdown = new MarkdownIt();

/** The list of changes is read in the repository: links to its other files lead nowhere from a page, and stay words. */
const withoutFileLinks = (html: string): string => html.replace(/<a href="(?!https?:)[^"]*">([\s\S]*?)<\/a>/g, "$1");

/** What a day brought, as HTML whose headings are on `level`. */
export function updateText({ text }: Update, level: number): string {
  const html = withoutFileLinks(markdown.render(text));
  return html.replace(/(<\/?h)[3-6]>/g, `$1${level}>`).trim();
}

/** What a page showed, and what is right. */
export function correctionText({ shown, right }: Correction): string {
  const inline = (words: string): string => withoutFileLinks(markdown.renderInline(words));
  return `<p>Shown: ${inline(shown)}</p>\n<p>Right: ${inline(right)}</p>`;
}

/** Where the feed of changes is; null in a notebook that has none, or no page that lists them. */
export function feedPath({ site }: Notebook): string | null {
  const { updates, corrections } = site.changes;
  return updates.length + corrections.length > 0 && site.link("changes") !== null ? "changes.xml" : null;
}

/** Every dated change: corrections by page, then what each day brought, newest first. */
export function changesBlock(notebook: Notebook): string {
  const { pages, changes } = notebook.site;
  const { updates, corrections } = changes;
  if (updates.length + corrections.length === 0) return "<p>Nothing has changed so far.</p>";
  const time = (day: string): string => `<time datetime="${day}">${dateText(day)}</time>`;
  const byPage = groupBy(corrections, ({ path }) => path);
  const corrected = pages.flatMap(({ path, short }) => {
    const items = byPage.get(path)?.map((correction) => {
      return `<li class="correction" id="${correction.id}"><p class="meta">${time(correction.day)}</p>\n${correctionText(correction)}</li>`;
    });
    return items
      ? [`<h3><a href=".${path}">${esc(expandTokens(short, notebook))}</a></h3>\n<ul>${items.join("\n")}</ul>`]
      : [];
  });
  const days = updates.map((update) => `<h3 id="${update.day}">${time(update.day)}</h3>\n${updateText(update, 4)}`);
  const feed = feedPath(notebook);
  return [
    ...(feed ? [`<p>To hear of changes, subscribe to <a href="./${feed}">the Atom feed</a>.</p>`] : []),
    ...(corrected.length > 0 ? ['<h2 id="corrections">Corrections, by page</h2>', ...corrected] : []),
    ...(days.length > 0 ? ['<h2 id="updates">Updates</h2>', ...days] : [])
  ].join("\n");
}

/** Says at the foot of a page that it once showed something wrong, and leads to what; empty where it never did. */
export function correctedNotice(path: string, { site }: Notebook): string {
  const own = site.changes.corrections.filter((correction) => correction.path === path.replace(/\/index$/, "/"));
  // A day's corrections stand one below the other, so the first leads to all.
  const days = [...groupBy(own, ({ day }) => day)].map(([day, [first]]) =>
    linked(site.link("changes", first.id), dateText(day))
  );
  return days.length === 0 ? "" : `<p>This page once showed something wrong. Corrected on ${listed(days)}.</p>`;
}
