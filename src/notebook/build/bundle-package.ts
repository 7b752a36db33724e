import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import { dirname, extname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { scripts } from "./assets.ts";
import { type Installed, installed, isNodeModule } from "./cells/packages.ts";
import { machine, packages } from "./paths.ts";

/** A file of Framework's cache that stands for a part of a package. */
export interface BrowserModule {
  /** Where Framework looks for it: `_npm/d3@7.9.2/_esm.js`. */
  address: string;
  owner: Installed;
  /** The part of the package, such as `dist/katex.min.css`; undefined for what its name alone stands for. */
  part: string | undefined;
}

/** A module that needs what only Node has, or that its package does not have. */
export class UnfitPackage extends Error {}

// Everything that bears on a bundle: this recipe, esbuild, and whatever is installed.
const key = createHash("sha256")
  .update(readFileSync(join(machine, "build/bundle-package.ts")))
  .update(existsSync(join(packages, ".package-lock.json")) ? readFileSync(join(packages, ".package-lock.json")) : "")
  .digest("hex")
  .slice(0, 16);
const stores = join(packages, ".cache/browser-modules");
const store = join(stores, key);

/** Bundles a part of a package for browsers, or takes it as it was bundled before. Returns the file that holds it. */
export async function bundlePackage(module: BrowserModule): Promise<string> {
  const file = join(store, module.address);
  if (existsSync(file)) return file;
  forgetOthers();
  mkdirSync(dirname(file), { recursive: true });
  // Under another name first: another build may be looking for a whole one.
  const unfinished = `${file}.${process.pid}`;
  if (/\.[cm]?js$/.test(module.address)) writeFileSync(unfinished, await bundled(module));
  else copyFileSync(partFile(module) ?? lacking(module), unfinished);
  renameSync(unfinished, file);
  return file;
}

/** Clears away what an earlier recipe made, but for what a build of another copy of the machine may be at work in. */
function forgetOthers(): void {
  if (!existsSync(stores)) return;
  const dayAgo = Date.now() - 86_400_000;
  for (const name of readdirSync(stores)) {
    const other = join(stores, name);
    const { mtimeMs = Number.POSITIVE_INFINITY } = statSync(other, { throwIfNoEntry: false }) ?? {};
    if (name !== key && mtimeMs < dayAgo) rmSync(other, { recursive: true, force: true });
  }
}

async function bundled(module: BrowserModule): Promise<string> {
  const { owner, part } = module;
  const entry = (part && partFile(module)) || (part ? `${owner.name}/${part}` : owner.name);
  // DuckDB starts its worker with the file as it is.
  if (/\.worker\.js$/.test(entry)) return readFileSync(entry, "utf8");
  const { code, metafile } = await run({ entryPoints: [entry] }, module);
  const output = Object.values(metafile.outputs)[0];
  const isCommonJs = metafile.inputs[output?.entryPoint ?? ""]?.format === "cjs";
  if (!isCommonJs) return code;
  // esbuild gives a CommonJS module nothing but a default; its names are known only once it has run.
  const names = await namesOf(entry, owner);
  if (names.length === 0) return code;
  const from = JSON.stringify(entry);
  const contents = `import whole from ${from};\nexport default whole;\nexport const { ${names.join(", ")} } = whole;\n`;
  return (await run({ stdin: { contents, resolveDir: owner.folder } }, module)).code;
}

async function run(
  entry: BuildOptions,
  { address, owner }: BrowserModule
): Promise<{ code: string; metafile: Metafile }> {
  try {
    const { outputFiles = [], metafile } = await build({
      ...scripts,
      ...entry,
      absWorkingDir: owner.folder,
      outfile: "/bundle.js",
      platform: "browser",
      define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
      metafile: true,
      plugins: [nothingOfNode, sameInstance(address, owner), withoutEval]
    });
    return { code: outputFiles[0]?.text ?? "", metafile: metafile as Metafile };
  } catch (error) {
    const [first] = (error as { errors?: { text: string }[] }).errors ?? [];
    throw first ? new UnfitPackage(first.text) : error;
  }
}

const nothingOfNode: Plugin = {
  name: "nothing-of-node",
  setup({ onResolve }) {
    onResolve({ filter: /^[\w:/]+$/ }, async ({ path, resolveDir }) => {
      // A package may bear the name of a part of Node, as "events" does, or keep its own stand-in for it.
      if (!isNodeModule(path) || installed(resolveDir, path)) return undefined;
      return { errors: [{ text: `it needs "${path}", a part of Node that no browser has` }] };
    });
  }
};

/** Leaves an import of a package whose copies do not know each other's objects to the file that pages import it from. */
function sameInstance(address: string, owner: Installed): Plugin {
  return {
    name: "same-instance",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^(?:apache-arrow|react)$/ }, ({ path, kind, namespace, resolveDir }) => {
        const shared = installed(packages, path);
        if (path === owner.name || !shared || installed(resolveDir || packages, path)?.version !== shared.version)
          return undefined;
        if (kind === "require-call" && namespace !== "shared") return { path, namespace: "shared" };
        const folder = address.split("/")[0] ?? "";
        const file = `${folder}/${path}@${shared.version}/${folder === "_npm" ? "_esm" : "index"}.js`;
        return { path: posix.relative(posix.dirname(address), file).replace(/^(?!\.)/, "./"), external: true };
      });
      // What is required must be imported: a browser has no require.
      onLoad({ filter: /./, namespace: "shared" }, ({ path }) => ({
        contents: `export * from "${path}";\nexport { default } from "${path}";\n`,
        resolveDir: owner.folder
      }));
    }
  };
}

// d3-dsv compiles a row's constructor from text, which a policy without `unsafe-eval` forbids: .csv() would fail for
// readers. Of the others, Arquero compiles its expressions and Vega its own, and cannot do without.
const withoutEval: Plugin = {
  name: "without-eval",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]d3-dsv[\\/](?:src|dist)[\\/][\w-]+\.m?js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const compiled =
        /function objectConverter\(columns\) \{\s*return new Function\([\s\S]*?\}\)\.join\(","\) \+ "\}"\);\s*\}/;
      const contents = source.replace(
        compiled,
        'function objectConverter(columns) {\n  return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));\n}'
      );
      if (/new Function/.test(contents)) throw new Error(`${path} has changed: mend the pattern in bundle-package.ts`);
      return { contents };
    });
  }
};

async function namesOf(entry: string, owner: Installed): Promise<string[]> {
  try {
    const { createRequire } = await import("node:module");
    const file = createRequire(pathToFileURL(join(owner.folder, "_"))).resolve(entry);
    const whole = (await import(pathToFileURL(file).href)) as { default?: object };
    return Object.keys(whole.default ?? {}).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.test(name));
  } catch {
    // Some packages run in browsers only. Their default is all that can be told.
    return [];
  }
}

const reserved =
  /^(?:default|delete|in|new|null|void|with|class|enum|export|import|function|typeof|var|true|false|this|super|switch|case|catch|try|throw|return|let|const|static|yield|await|if|else|for|while|do|break|continue|debugger|extends|finally|instanceof|whole)$/;

/** The file in the package that a part names. */
function partFile({ owner, part = "" }: BrowserModule): string | undefined {
  const file = join(owner.folder, part);
  return [file, `${file}.js`, `${file}.mjs`].find((path) => existsSync(path) && extname(path) !== "");
}

function lacking({ owner, part }: BrowserModule): never {
  throw new UnfitPackage(`${owner.name} ${owner.version} has no file "${part}"`);
}
