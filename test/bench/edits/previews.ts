import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { write } from "../../../src/notebook/build/emit.ts";
import { prepareFrameworkCache } from "../../../src/notebook/build/framework-cache.ts";
import { offlineGuard } from "../../../src/notebook/build/paths.ts";

/** A preview at work, without a network. */
export interface Preview {
  address: string;
  stop(): Promise<void>;
}

/** What a preview needs of the notebook. Inside the repository, packages are found where they are. */
const parts = ["src", "data", "package.json", "observablehq.config.ts"];
const made = /[\\/](?:\.observablehq|\.build)(?:[\\/]|$)/;

/** Copies the notebook of `root` into `folder`, to be edited there. */
export function copyNotebook(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of parts)
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (file) => !made.test(file) });
}

/** Starts the notebook's own preview, as `npm run dev` does. */
export const startOurs = (folder: string): Promise<Preview> =>
  start(folder, [join(folder, "src/notebook/build/cli.js"), "dev"], { PORT: "4300" });

/** The page that Framework's own preview is measured with. */
export const plainPage = "src/index.md";

/** Starts Framework's preview of a page with one paragraph, in its own style but for the web fonts of another host. */
export async function startFrameworks(folder: string): Promise<Preview> {
  rmSync(folder, { recursive: true, force: true });
  write(folder, "package.json", '{ "type": "module" }\n');
  write(folder, "observablehq.config.js", 'export default { title: "One paragraph", globalStylesheets: [] };\n');
  write(folder, plainPage, "# One paragraph\n\nThis page has one paragraph.\n");
  await prepareFrameworkCache(folder);
  const program = fileURLToPath(import.meta.resolve("@observablehq/framework/dist/bin/observable.js"));
  const port = "4400";
  return start(folder, [program, "preview", "--no-open", "--port", port], { OBSERVABLE_TELEMETRY_DISABLE: "1" });
}

async function start(folder: string, words: string[], environment: Record<string, string>): Promise<Preview> {
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment, NODE_OPTIONS: `--import=${offlineGuard}` }
  });
  const closed = once(child, "close");
  const stop = async (): Promise<void> => {
    child.kill();
    await closed;
  };
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => {
        said += text;
        const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
        if (found) resolve(found);
      });
    closed.then(() => reject(new Error(`the preview ended:\n${said}`)));
  });
  return { address, stop };
}
