// Runs a command of the machine: bundles it, which takes a fifth of the time of compiling each module on its way in, and
// starts the bundle with plain Node. `node src/notebook/build/cli.js check` in a project's folder.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

/** Packages of a hundred small files each that the machine alone uses: to find and open them takes longer than their work. */
const within = [
  "@citation-js/core",
  "@citation-js/plugin-bibtex",
  "@citation-js/plugin-ris",
  "arquero",
  "diff",
  "htmlparser2",
  "hyparquet",
  "hyparquet-writer",
  "linkedom",
  "semver",
  "yaml",
  "zod"
];

/** All other packages are imported where they lie. */
const packagesBeside = {
  name: "packages-beside",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) =>
      kind === "entry-point" || within.includes(path) || importer.includes("/node_modules/")
        ? undefined
        : { path, external: true }
    );
  }
};

const words = process.argv.slice(2);
const isPreview = words[0] === "dev";
const machine = join(import.meta.dirname, "..");
const bundles = join(process.cwd(), ".build/machine");
// A bundle lies under the hash of what it is made of, until that changes. The preview's is renewed while it runs.
const folder = join(bundles, isPreview ? "preview" : hashOfMachine());

/** The command at work; a preview is started anew when the machine's own code changes. */
let running;
let isRenewed = false;
const run = () => {
  // Most of what a command makes is thrown away at once; more room for it spares much of the clearing away.
  const flags = ["--enable-source-maps", "--max-semi-space-size=64"];
  running = spawn(process.execPath, [...flags, join(folder, "build/commands.js"), ...words], {
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

if (isPreview) {
  const renew = ({ errors }) => {
    if (errors.length > 0) {
      if (!running) process.exitCode = 1;
    } else if (running) {
      isRenewed = true;
      running.kill("SIGTERM");
    } else run();
  };
  const bundle = await bundleInto(folder, [{ name: "run", setup: ({ onEnd }) => onEnd(renew) }]);
  await bundle.watch();
} else if (existsSync(folder) || (await makeBundle())) run();

/** Makes the bundle, whole or not at all; false where the machine's code cannot be bundled, or the bundle not be written. */
async function makeBundle() {
  const part = `${folder}.${process.pid}`;
  const bundle = await bundleInto(part);
  try {
    await bundle.rebuild();
    // Another command may have made the same meanwhile.
    if (!existsSync(folder)) renameSync(part, folder);
  } catch (error) {
    if (!error.errors && !existsSync(folder)) throw error;
    process.exitCode = 1;
    await tell(error.errors ?? []);
  } finally {
    await bundle.dispose();
    rmSync(part, { recursive: true, force: true });
  }
  if (!existsSync(folder)) return false;
  forgetOthers();
  return true;
}

/** A disk that cannot be written is one fault, however many files of the bundle it refuses. */
async function tell(errors) {
  const refused = errors.find(({ text }) => /^Failed to (?:create|write)/.test(text));
  if (refused) {
    const why = refused.text.split(": ").at(-1);
    console.error(
      `.build/machine:1:1 cannot be written: ${why}; free some room on the disk, or work in a folder that this user can write\n1 fault`
    );
    return;
  }
  const { formatMessages } = await import("esbuild");
  console.error((await formatMessages(errors, { kind: "error", color: process.stderr.isTTY })).join("\n"));
}

async function bundleInto(outdir, plugins = []) {
  const { context } = await import("esbuild");
  return context({
    absWorkingDir: process.cwd(),
    entryPoints: [join(machine, "build/commands.ts"), join(machine, "index.ts")],
    outbase: machine,
    outdir,
    bundle: true,
    splitting: true,
    plugins: [...plugins, packagesBeside],
    // What a package in the bundle asks Node for.
    banner: { js: 'import { createRequire as asks } from "node:module";\nconst require = asks(import.meta.url);' },
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    sourcesContent: false,
    // The bundle is made of the machine alone.
    tsconfigRaw: {},
    loader: { ".css": "text" },
    logLevel: isPreview ? "error" : "silent"
  });
}

/** The hash of all that a bundle is made of: the machine, where it lies, the packages in it, and the bundler. */
function hashOfMachine() {
  const files = readdirSync(machine, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[jt]s|css|json)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const hash = createHash("sha256").update(relative(process.cwd(), machine));
  const esbuild = createRequire(import.meta.url).resolve("esbuild/package.json");
  const versions = within.map((name) => join(esbuild, "../..", name, "package.json"));
  for (const file of [...files, esbuild, ...versions]) {
    const content = readFileSync(file);
    hash.update(`${relative(machine, file)} ${content.length} `).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

/** A command of an older bundle may still run; of those before it nobody has use. */
function forgetOthers() {
  const age = (name) => statSync(join(bundles, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const others = readdirSync(bundles).filter((name) => /^[0-9a-f]{16}$/.test(name) && join(bundles, name) !== folder);
  for (const name of others.sort((a, b) => age(b) - age(a)).slice(2))
    rmSync(join(bundles, name), { recursive: true, force: true });
}
