// Runs a command of the machine: bundles it, which takes a fifth of the time of compiling each module on its way in, and
// starts the bundle with plain Node. `node src/notebook/build/cli.js check` in a project's folder.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { context } from "esbuild";

const [, , command = "", ...words] = process.argv;
// A folder for each command: what two of them share is cut otherwise for each.
const folder = join(process.cwd(), ".build/machine", command);
const machine = join(import.meta.dirname, "..");

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

const bundle = await context({
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
  plugins: [
    {
      name: "run",
      setup({ onEnd }) {
        onEnd(({ errors }) => {
          if (errors.length > 0) {
            if (command !== "dev" || !running) process.exitCode = 1;
          } else if (running) {
            isRenewed = true;
            running.kill("SIGTERM");
          } else run();
        });
      }
    }
  ]
});
if (command === "dev") await bundle.watch();
else {
  await bundle.rebuild().catch(() => {});
  await bundle.dispose();
}
