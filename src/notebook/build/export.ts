import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nearest } from "../ledger/fault.ts";
import { refuse } from "./command.ts";
import { oneFile } from "./one-file.ts";
import { readOptions } from "./project.ts";

const site = "dist";
const folder = "export";

/** Writes pages of the built notebook as files that stand alone. */
export default async function exportPages(_: object, words: readonly string[]): Promise<void> {
  const { homepage } = await readOptions(process.cwd());
  const home = homepage?.replace(/\/?$/, "/");
  const names = words.map((name) => name.replace(/^\/|\.html$/g, "") || "index");
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
}

function remedyFor(name: string): string {
  if (!existsSync(site)) return "build the notebook first: npm run build";
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).flatMap((file) =>
    file.endsWith(".html") ? file.replaceAll("\\", "/").slice(0, -".html".length) : []
  );
  const meant = nearest(name, pages);
  return meant ? `did you mean ${meant}?` : "write its name as in its address, and build the notebook first";
}
