import { htmlEscape as esc } from "escape-goat";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import { pageFile } from "./site.ts";

/** Where a page's Markdown is published, from the site's root. As text, every browser shows it. */
export const sourcePath = ({ path }: Pick<Page, "path">): string => `pages/${pageFile(path)}.md.txt`;

/** How a reader makes a page of their own of this one: its source, and the three commands to run. */
export function forkPage(page: Page | undefined, { site }: Notebook): string {
  const { repository } = site.options;
  const folder = repository?.replace(/(?:\.git)?\/?$/, "").replace(/^.*[/:]/, "");
  const from = page ? ` --from ${pageFile(page.path)}` : "";
  const commands = [
    repository === undefined ? "npm ci" : `git clone ${repository} && cd ${folder} && npm ci`,
    `npm run new -- page my-angle "My angle"${from}`,
    "npm run dev"
  ];
  const source = page
    ? `<a href="./${sourcePath(page)}">The source of this page</a> is Markdown, with a name in double braces for each number.`
    : "The records of this page are a file of the ledger.";
  const where =
    repository === undefined ? "In a copy of the repository" : `With <a href="${esc(repository)}">the repository</a>`;
  return `<details class="fork"><summary>Fork this page</summary><p>${source} ${where}, three commands show a page of your own that begins as this one:</p>
<pre><code>${esc(commands.join("\n"))}</code></pre></details>`;
}
