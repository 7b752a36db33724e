import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../ledger/fault.ts";
import { parseLedgerDocument } from "../ledger/parse-document.ts";
import { readText } from "../ledger/read-text.ts";
import { wrongIn } from "../ledger/schema-issues.ts";

/** A page of the notebook, as its front matter and its Markdown tell of it. */
export interface Page {
  /** `/`, `/harvest`, `/angles/prices`. */
  path: string;
  /** Its Markdown, from the project's root: `src/harvest.md`. */
  file: string;
  /** The whole file. */
  text: string;
  /** Its name. May hold tokens, as `short`, `finding` and `about` may. */
  title: string;
  /** A shorter name, for the bar at the top. */
  short: string;
  /** Chapters have the rail and lead to one another; the others stand alone. They are numbered in their order. */
  chapter: number | null;
  /** Stands in full width, without the rail. */
  wide: boolean;
  /** The chapter's finding in a sentence or two. */
  finding: string | null;
  /** Names of the figures that the finding rests on: where one of them doubts its title, the finding is in doubt too. */
  restsOn: readonly string[];
  /** What a page without a finding is for, as search engines and cards show it. */
  about: string | null;
  /** Its place in the bar at the top, where it is named there. */
  bar: number | null;
  /** Reached when it is wanted, so not in the footer and in no reading order. */
  aside: boolean;
  /** Left out of the search. */
  hidden: boolean;
  /** Names of the blocks that its fences bring, `disagreements` or `figure`. */
  blocks: ReadonlySet<string>;
}

const words = z.string().trim().min(1, "must not be empty");

const frontMatter = z.strictObject({
  title: z.union([words, z.number().transform(String)]),
  short: words.optional(),
  chapter: z.int().positive("chapters count from 1").optional(),
  wide: z.boolean().optional(),
  finding: words.optional(),
  rests_on: z.array(words).optional(),
  about: words.optional(),
  order: z.number().optional(),
  bar: z.union([z.boolean(), z.number()], "it must be true or false, or a number for its place").optional(),
  aside: z.boolean().optional(),
  // Framework's own, as far as a notebook serves them.
  toc: z.union([z.boolean(), z.looseObject({})], "it must be true or false").optional(),
  index: z.boolean().optional(),
  draft: z.boolean().optional(),
  sql: z.record(z.string(), z.string()).optional()
});

/** Keys of Framework's that a notebook does not serve, and what serves instead. */
const refused: ReadonlyMap<string, string> = new Map(
  Object.entries({
    keywords: "the search finds a page by its headings, words and numbers; write the words into the page",
    sidebar: "a notebook has a bar and a rail instead; write `bar: true` to name the page at the top",
    theme: "a notebook follows the reader's light or dark theme; change the colours in src/notebook/style/tokens.css",
    style: "a notebook has one style sheet; add to src/notebook/style",
    head: "the notebook writes the head; put an element into the page itself",
    header: "the notebook writes the header; put an element into the page itself",
    footer: "the notebook writes the footer; put an element into the page itself",
    pager: "the ways back and on follow `chapter` and `order`; write `aside: true` to leave a page out"
  })
);

/**
 * The pages of the project at `root`, in reading order, the Markdown files that stand for many pages, what is wrong with
 * their front matter, and the files that are no pages for that: what stands below it can be checked all the same.
 */
export function readPages(root: string): { pages: Page[]; templates: Page[]; misread: Page[]; faults: Fault[] } {
  if (!existsSync(join(root, "src"))) return { pages: [], templates: [], misread: [], faults: [noFolder] };
  const faults: Fault[] = [];
  const templates: Page[] = [];
  const misread: Page[] = [];
  const ordered: { page: Page; order: number }[] = [];
  for (const name of markdownFiles(root)) {
    const file = `src/${name}`;
    const { text, fault } = readText(root, file);
    if (fault) faults.push({ file, ...fault });
    else {
      const read = readFrontMatter(file, text);
      faults.push(...read.faults);
      if (read.data && isTemplate(name)) templates.push(pageOf(name, text, read.data));
      else if (read.data && !read.data.draft)
        ordered.push({ page: pageOf(name, text, read.data), order: read.data.order ?? Number.POSITIVE_INFINITY });
      else if (!read.data && matter.test(text)) misread.push(pageOf(name, text, { title: name }));
    }
  }
  ordered.sort(
    (a, b) =>
      Number(b.page.path === "/") - Number(a.page.path === "/") ||
      (a.page.chapter ?? Number.POSITIVE_INFINITY) - (b.page.chapter ?? Number.POSITIVE_INFINITY) ||
      a.order - b.order ||
      (a.page.path < b.page.path ? -1 : 1)
  );
  const pages = ordered.map(({ page }) => page);
  return {
    pages: inSequence(pages),
    templates,
    misread,
    faults: [...faults, ...doubledChapters(pages), ...doubledTitles(pages)]
  };
}

const noFolder: Fault = {
  file: "src",
  line: 1,
  column: 1,
  message: "there is no such folder",
  remedy: "put the pages into it: src/index.md is the first"
};

/** Every Markdown file under `src`, those that stand for many pages included: `source-[id].md`. */
export const markdownFiles = (root: string): string[] =>
  readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".md") && !/(?:^|\/)\.|^notebook\//.test(name))
    .sort();

const isTemplate = (name: string): boolean => name.includes("[");

/** The path at which Framework serves a Markdown file. */
const pathOf = (name: string): string => `/${name.replace(/\.md$/, "")}`.replace(/\/index$/, "/");

function pageOf(name: string, text: string, data: z.infer<typeof frontMatter>): Page {
  return {
    path: pathOf(name),
    file: `src/${name}`,
    text,
    title: data.title,
    short: data.short ?? data.title,
    chapter: data.chapter ?? null,
    wide: data.wide ?? false,
    finding: data.finding ?? null,
    restsOn: data.rests_on ?? [],
    about: data.about ?? null,
    bar: typeof data.bar === "number" ? data.bar : data.bar ? Number.POSITIVE_INFINITY : null,
    aside: data.aside ?? false,
    hidden: data.index === false,
    blocks: new Set([...text.matchAll(/^(?:```|~~~)[ \t]*([\w-]+)/gm)].map(([, block = ""]) => block))
  };
}

const matter = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;

function readFrontMatter(file: string, text: string): { data?: z.infer<typeof frontMatter>; faults: Fault[] } {
  const at = (line: number, column: number, message: string, remedy: string): Fault[] => [
    { file, line, column, message, remedy }
  ];
  const write = "write `title: <words>` between two lines of three hyphens";
  if (!/^---[ \t]*\r?\n/.test(text)) return { faults: at(1, 1, "the page has no front matter", write) };
  const [, content] = matter.exec(text) ?? [];
  if (content === undefined) return { faults: at(1, 1, "the front matter is not closed", write) };
  const { data, faults, locate } = parseLedgerDocument(file, content);
  if (faults.length > 0)
    return {
      faults: faults.map((fault) => ({ ...fault, line: fault.line + 1, message: `the front matter ${fault.message}` }))
    };
  const read = frontMatter.safeParse(data ?? {});
  if (read.success) return { data: read.data, faults: [] };
  return {
    faults: read.error.issues.flatMap((issue) => {
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")];
      return keys.flatMap((key) => {
        const { line, column } = locate(key === "" ? [] : [key]);
        const isMissing = key !== "" && !Object.hasOwn(Object(data), key);
        const remedy = refused.get(key);
        if (remedy !== undefined) return at(line + 1, column, `"${key}" is not served here`, remedy);
        if (issue.code === "unrecognized_keys")
          return at(
            line + 1,
            column,
            `"${key}" is no key of a page`,
            `use one of ${Object.keys(frontMatter.shape).join(", ")}`
          );
        if (key === "title")
          return at(isMissing ? 2 : line + 1, isMissing ? 1 : column, "the front matter has no title", write);
        return wrongIn(issue, [], data).flatMap(({ part, message, remedy }) => {
          const place = locate(part);
          return at(place.line + 1, place.column, message, remedy);
        });
      });
    })
  };
}

/** Chapters with the numbers that readers see: a chapter that is taken out, or a draft, leaves no gap. */
function inSequence(pages: readonly Page[]): Page[] {
  const chapters = pages.filter(({ chapter }) => chapter !== null);
  return pages.map((page) => (page.chapter === null ? page : { ...page, chapter: chapters.indexOf(page) + 1 }));
}

/** Two pages of one name could not be told apart in the bar, in lists and in the search. */
const doubledTitles = (pages: readonly Page[]): Fault[] =>
  doubled(pages, "title", (title, { file }) => ({
    message: `the title ${JSON.stringify(title)} is ${file}’s already`,
    remedy: "give one of the two another title"
  }));

/** Two chapters of one number would be one place in the reading order. */
const doubledChapters = (pages: readonly Page[]): Fault[] =>
  doubled(pages, "chapter", (chapter, { file }) => ({
    message: `chapter ${chapter} is ${file} already`,
    remedy: "number the chapters anew"
  }));

/** A fault, where the value stands, for each page that shares with one before it what only one may have. */
function doubled<Key extends "title" | "chapter">(
  pages: readonly Page[],
  key: Key,
  tell: (value: NonNullable<Page[Key]>, other: Page) => Pick<Fault, "message" | "remedy">
): Fault[] {
  const first = new Map<string, Page>();
  const written = new RegExp(`^(["']?${key}["']?\\s*:\\s*)\\S`);
  return pages.flatMap((page) => {
    const value = page[key];
    if (value === null) return [];
    const other = first.get(String(value).toLowerCase());
    if (!other) {
      first.set(String(value).toLowerCase(), page);
      return [];
    }
    const lines = page.text.split("\n");
    const line = Math.max(1, lines.findIndex((one) => written.test(one)) + 1);
    const column = (written.exec(lines[line - 1] ?? "")?.[1]?.length ?? 0) + 1;
    return [{ file: page.file, line, column, ...tell(value, other) }];
  });
}
