import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { counted } from "./command.ts";

/** Where a notebook keeps the outlines of its drawings, if it keeps any, with the test that holds the drawings against them. */
const folder = "test/story/golden";
const test = `${folder}/drawings.test.ts`;

/** Renews the outlines of the drawings; what is told of those that changed. */
export async function renewOutlines(root: string): Promise<string[]> {
  if (!existsSync(join(root, test))) return [];
  const outlines = (): Map<string, string> =>
    new Map(
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith(".txt"))
        .map((name) => [name, readFileSync(join(root, folder, name), "utf8")])
    );
  const before = outlines();
  const vitest = createRequire(join(resolve(root), "package.json")).resolve("vitest/package.json");
  const options = ["run", "--config", "test/vitest.config.ts", "--project", "unit", test, "--update"];
  const child = spawn(process.execPath, [join(dirname(vitest), "vitest.mjs"), ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"]
  });
  const ended = new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  const [printed, , code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the outlines of the drawings could not be renewed:\n${printed}`);
  const renewed = [...outlines()].filter(([name, outline]) => before.get(name) !== outline).map(([name]) => name);
  return renewed.length === 0
    ? []
    : [
        `${counted(renewed.length, "outline of a drawing", "outlines of drawings")} renewed in ${folder}, look at each on its page: ${renewed.join(", ")}`
      ];
}
