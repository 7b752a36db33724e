// Runs a command of the machine: bundles it, which takes a fifth of the time of compiling each module on its way in, and
// starts the bundle with plain Node. `node src/notebook/build/cli.js check` in a project's folder. The bundle is kept for as
// long as nothing has changed that it is made of.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , command = "", ...words] = process.argv;
// A folder for each command: what two of them share is cut otherwise for each.
const folder = join(process.cwd(), ".build/machine", command);
const machine = join(import.meta.dirname, "..");
const stamp = join(folder, "made-of");

/** The hash of all that a bundle is made of: the machine and the bundler. */
function made() {
  const hash = createHash("sha256").update(readFileSync(new URL(import.meta.resolve("esbuild/package.json"))));
  const files = readdirSync(machine, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[jt]s|css)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort()) hash.update(`${file} `).update(readFileSync(file));
  return hash.digest("hex");
}

/** The command at work; a preview is started anew when the machine's own code changes. */
let running;
let isRenewed = false;
const run = () => {
  // Most of what a command makes is thrown away at once; more room for it spares much of the clearing away.
  const flags = ["--enable-source-maps", "--max-semi-space-size=64"];
  running = spawn(process.execPath, [...flags, join(folder, `build/${command}.js`), ...words], {
    // By the last, a command knows when this process is gone, however it ended.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, NOTEBOOK_MACHINE: machine, NOTEBOOK_BORDER: join(folder, "index.js") }
  });
  running.on("close", (code) => {
    if (isRenewed) {
      isRenewed = false;
      run();
    } else process.exit(code ?? 1);
  });
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => running?.kill(signal));

/** What the bundle is made of that runs. */
let current = made();
if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) run();
if (command === "dev") await (await bundler()).watch();
else if (!running) {
  const bundle = await bundler();
  await bundle.rebuild().catch(() => {});
  await bundle.dispose();
}

async function bundler() {
  const { context } = await import("esbuild");
  return context({
    absWorkingDir: process.cwd(),
    entryPoints: [join(machine, `build/${command}.ts`), join(machine, "index.ts")],
    outbase: machine,
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    loader: { ".css": "text" },
    logLevel: "error",
    plugins: [{ name: "run", setup: ({ onEnd }) => onEnd(start) }]
  });
}

function start({ errors }) {
  if (errors.length > 0) {
    if (!running) process.exitCode = 1;
    return;
  }
  const now = made();
  if (running && now === current) return;
  current = now;
  writeFileSync(stamp, now);
  if (running) {
    isRenewed = true;
    running.kill("SIGTERM");
  } else run();
}
