import { basename, resolve } from "node:path";
import { isDate } from "../ledger/checks/every-date-exists.ts";
import { suggest } from "../ledger/fault.ts";
import { refuse } from "./command.ts";
import { type Made, newFigure, newPage, newSource } from "./new/parts.ts";
import { newNotebook } from "./new/project.ts";

/** What can be made: how it is asked for, and what makes it. */
const kinds = {
  page: {
    words: 'SLUG "Title"',
    make: (slug: string, title: string, from?: string) => newPage(id(slug, true), title || capital(slug), from)
  },
  figure: { words: "NAME", make: (name: string) => newFigure(id(name)) },
  source: { words: "ID DATE", make: (name: string, date: string) => newSource(id(name), day(date)) },
  notebook: {
    words: 'DIR "Title"',
    make: (folder: string, title: string) => newNotebook(resolve(folder), title || capital(basename(folder)))
  }
} satisfies Record<
  string,
  { words: string; make: (name: string, more: string, from?: string) => Made | Promise<Made> }
>;

const known = Object.keys(kinds) as (keyof typeof kinds)[];

/**
 * Writes a page, a figure, a source or a whole notebook that builds as it is; never over a file that is there. A page may
 * begin as another: `from`.
 */
export default async function makeNew(
  { from }: { from?: string | undefined },
  [asked = "", name = "", title = "", ...more]: readonly string[]
): Promise<void> {
  const kind = known.find((one) => one === asked);
  if (!kind)
    return refuse(
      asked || "new",
      asked ? "is nothing that can be made" : "needs to know what to make",
      remedyFor(asked)
    );
  const usage = `npm run new -- ${kind} ${kinds[kind].words}`;
  if (name === "") return refuse(kind, "needs a name", `write ${usage}`);
  const [surplus] = kind === "figure" ? [title, ...more].filter((word) => word !== "") : more;
  if (surplus !== undefined) {
    const remedy =
      kind === "figure" ? `it takes a name alone: ${usage}` : `put the title into quotation marks: ${usage}`;
    return refuse(surplus, "is one word too many", remedy);
  }
  if (from !== undefined && kind !== "page") return refuse("--from", "is for pages alone", `write ${usage}`);
  const { files, next } = await kinds[kind].make(name, title, from);
  for (const { path, is } of files) console.log(`${path}: ${is}`);
  for (const line of next) console.log(line);
}

function remedyFor(asked: string): string {
  return asked ? suggest(asked, known) : `write npm run new -- ${known.join(" or ")}`;
}

function capital(name: string): string {
  const words = basename(name).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name as it may stand in addresses; a page may lie in a folder. */
function id(name: string, mayHaveFolder = false): string {
  const part = "[a-z0-9]+(?:-[a-z0-9]+)*";
  const pattern = new RegExp(mayHaveFolder ? `^${part}(?:/${part})*$` : `^${part}$`);
  return pattern.test(name)
    ? name
    : refuse(name, "is no name for it", "write lower-case letters and digits, joined by hyphens: my-angle");
}

/** When a source was published, as far as that is known. */
function day(date: string): string {
  const remedy = "write it as 2026, 2026-01 or 2026-01-31: npm run new -- source ID DATE";
  return isDate(date) ? date : refuse(date || "DATE", date ? "is no date" : "is missing", remedy);
}
