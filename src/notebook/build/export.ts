import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError, nearest } from "../ledger/fault.ts";
import { runCommand } from "./command.ts";
import { oneFile } from "./one-file.ts";
import { parseOptions, wordsGiven } from "./parse-options.ts";
import { readOptions } from "./project.ts";

const site = "dist";
const folder = "export";

/** Writes pages of the built notebook as files that stand alone. */
await runCommand(async () => {
  parseOptions(
    {},
    {
      does: "Writes pages of the built notebook as one HTML file each, which works from a mail and without a network.",
      takes: "names of pages, as in their addresses",
      example: "npm run export -- index"
    }
  );
  const { homepage } = await readOptions(process.cwd());
  const home = homepage?.replace(/\/?$/, "/");
  const names = wordsGiven({}).map((name) => name.replace(/^\/|\.html$/g, "") || "index");
  if (names.length === 0) refuse("export", "names no page", "write one, as in npm run export -- index");
  for (const name of names) {
    const page = `${name}.html`;
    if (!existsSync(join(site, page))) refuse(name, "is no page of dist", remedyFor(name));
    const file = join(folder, page);
    mkdirSync(dirname(file), { recursive: true });
    const html = await oneFile(site, page, home);
    writeFileSync(file, html);
    console.log(`${file}: ${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB`);
  }
  if (home === undefined)
    console.log(
      "Links to other pages lead to files beside it, until the config’s homepage says where the notebook is."
    );
});

function remedyFor(name: string): string {
  if (!existsSync(site)) return "build the notebook first: npm run build";
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).flatMap((file) =>
    file.endsWith(".html") ? file.replaceAll("\\", "/").slice(0, -".html".length) : []
  );
  const meant = nearest(name, pages);
  return meant ? `did you mean ${meant}?` : "write its name as in its address, and build the notebook first";
}

function refuse(file: string, message: string, remedy: string): never {
  throw new InputError([{ file, line: 1, column: 1, message, remedy }]);
}
