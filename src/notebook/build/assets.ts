import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, posix, relative } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import { type Fault, InputError } from "../ledger/fault.ts";
import { emit, write } from "./emit.ts";
import { faultsOfBuild } from "./esbuild-faults.ts";
import { machine } from "./paths.ts";
import { storyModules } from "./story.ts";

/** The scripts, the style sheet and the fonts of a site. */
export interface Assets {
  /** The address from the site's root of a published file by its plain name, `fonts/sans.woff2`; an unknown name throws. */
  asset(name: string): string;
  /** The scripts that stand in every page: the one that asks for fonts, and the one that brings the others. */
  scripts: { fonts: string; start: string };
  /** The whole style sheet, minified. */
  css: string;
}

/** What every bundle for browsers has in common; esbuild gives it back and writes nothing. */
const forBrowsers = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "silent",
  write: false
} as const;
export const scripts = { ...forBrowsers, format: "esm", target: "es2022" } as const;

/**
 * What a story's figures import comes through the machine's index, which also gives loaders what works in Node only.
 * That part stays out of a bundle for browsers: nothing of it is read, and an import that something uses remains and
 * fails in the browser.
 */
export const withoutNodePart: Plugin = {
  name: "without-node-part",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/build\// }, ({ path, importer }) =>
      /[\\/]notebook[\\/]index\.ts$/.test(importer) ? { path, external: true, sideEffects: false } : undefined
    );
  }
};

/** The scripts and the style sheet of a site, before they lie in it. */
export interface BundledAssets extends Omit<Assets, "asset"> {
  /** The scripts that those in the page bring, by address. */
  files: [string, string][];
}

/** Bundles the scripts and the style sheet of the project at `root`. `plugins` say what the scripts share with its site. */
export async function bundleAssets(root: string, plugins: readonly Plugin[]): Promise<BundledAssets> {
  const [{ wake, files }, css] = await Promise.all([bundleClient(root, plugins), bundleStyle()]);
  return { files, css, scripts: await bundleInline(wake) };
}

/** Puts scripts, style sheet and fonts into `site`. */
export function publishAssets(site: string, { files, css, scripts }: BundledAssets): Assets {
  for (const [address, script] of files) write(site, address, script);
  return { css, scripts, asset: addressOf(site, css) };
}

/** What a preview serves of a notebook's code and style, as they are at the moment. */
export interface FollowedAssets {
  assets: Pick<Assets, "asset" | "scripts">;
  /** The script that keeps the place on the page. */
  keepPlace: string;
  /** Bundles the scripts again with the story's code as it is; they wait for it who ask for one of them. */
  renewScripts(): void;
  /** The address of the style sheet as it is. */
  renewStyle(): Promise<string>;
  /** Until the scripts are there. */
  scripts(): Promise<void>;
}

/**
 * The same for a preview, which bundles again what an edit changes: at addresses that stay the same, so that no page has to
 * be made anew for a script, and not minified.
 */
export async function followAssets(root: string, site: string, plugins: readonly Plugin[]): Promise<FollowedAssets> {
  const client = await context({
    ...clientOptions(root, plugins),
    entryNames: "[name]",
    minify: false,
    sourcemap: "inline"
  });
  const bundle = async (): Promise<void> => {
    const { outputFiles } = await client.rebuild();
    for (const { path, contents } of outputFiles) write(site, relative(root, path), contents);
  };
  let bundling: Promise<void> = Promise.resolve();
  const renewScripts = (): void => {
    // Faulty code has been told of; the scripts that there are serve until it is mended.
    bundling = bundling.then(bundle).catch(() => {});
  };
  renewScripts();
  const wake = "_assets/client/wake.js";
  const [css, scripts, keepPlace] = await Promise.all([bundleStyle(), bundleInline(wake), inline("keep-place", wake)]);
  const address = addressOf(site, css);
  let style = address("style.css");
  return {
    keepPlace,
    assets: { scripts, asset: (name) => (name === "style.css" ? style : address(name)) },
    renewScripts,
    async renewStyle() {
      style = emit(site, "_assets/style.css", await bundleStyle());
      return style;
    },
    scripts: () => bundling
  };
}

/** Puts style sheet and fonts into `site`, each at an address that holds a hash of its content. */
function addressOf(site: string, css: string): Assets["asset"] {
  const addresses = new Map([
    ["style.css", emit(site, "_assets/style.css", css)],
    ...fontFiles().map((name): [string, string] => [
      `fonts/${name}`,
      emit(site, `_assets/fonts/${name}`, readFileSync(join(machine, "fonts", name)))
    ])
  ]);
  return (name) => {
    const address = addresses.get(name);
    if (!address)
      throw new Error(`no published file is called "${name}"; there are ${[...addresses.keys()].join(", ")}`);
    return address;
  };
}

const fontFiles = (): string[] => readdirSync(join(machine, "fonts")).filter((file) => file.endsWith(".woff2"));

/** What wakes a page; what it imports lazily becomes files beside it. */
const clientOptions = (root: string, plugins: readonly Plugin[]) =>
  ({
    ...scripts,
    absWorkingDir: root,
    entryPoints: [join(machine, "browser/wake.ts")],
    outdir: "_assets/client",
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    splitting: true,
    metafile: true,
    // A style sheet that only a script needs comes with it, as text.
    loader: { ".css": "text" },
    plugins: [withoutNodePart, ...plugins]
  }) satisfies BuildOptions;

/** What no browser could run of the story's code and the packages that it draws with. */
export async function clientFaults(root: string): Promise<Fault[]> {
  try {
    await build({ ...clientOptions(root, [storyModules(root)]), minify: false, splitting: false });
    return [];
  } catch (error) {
    return faultsOfBuild(error, "src/figures");
  }
}

/** Bundles it, and says at which of the addresses it is. */
async function bundleClient(
  root: string,
  plugins: readonly Plugin[]
): Promise<{ wake: string; files: [string, string][] }> {
  const { outputFiles, metafile } = await build(clientOptions(root, plugins)).catch((error: unknown) => {
    throw new InputError(faultsOfBuild(error, "src/figures"));
  });
  const helpers = Object.keys(metafile.outputs).filter(
    (address) => Object.keys(metafile.outputs[address]?.inputs ?? {}).length === 0
  );
  const files = outputFiles.map(({ path, text }): [string, string] => [
    relative(root, path),
    withoutIdleImports(text, helpers)
  ]);
  const [wake = ""] = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint?.endsWith("browser/wake.ts") ? [file] : []
  );
  return { wake, files };
}

/**
 * esbuild puts the helpers that one script needs into a chunk, and has every script import it. An import that takes
 * nothing from it would only cost the reader a request.
 */
function withoutIdleImports(script: string, helpers: readonly string[]): string {
  return helpers.reduce((text, address) => text.replace(`import"./${basename(address)}";`, ""), script);
}

/** The pages' style sheet with its imports, in one text. */
export async function bundleStyle(): Promise<string> {
  const { outputFiles } = await build({
    ...forBrowsers,
    entryPoints: [join(machine, "style/index.css")],
    external: ["*.woff2"]
  });
  return outputFiles[0]?.text.trim() ?? "";
}

async function bundleInline(wake: string): Promise<Assets["scripts"]> {
  const [fonts, start] = await Promise.all([inline("load-fonts", wake), inline("start", wake)]);
  return { fonts, start };
}

async function inline(name: string, wake: string): Promise<string> {
  const { outputFiles } = await build({
    ...scripts,
    entryPoints: [join(machine, `browser/${name}.ts`)],
    plugins: [
      {
        name: "wake-is-published",
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/wake\.ts$/ }, () => ({ path: `./${wake}`, external: true }));
        }
      }
    ]
  });
  return outputFiles[0]?.text.trim() ?? "";
}

/**
 * The address of the file of Plot that Framework has put into `site` for the live cells. Where no page has cells there is
 * no such file.
 */
export function plotOf(site: string): string | undefined {
  const packages = "_node/@observablehq";
  const inside = (folder: string): string[] => (existsSync(join(site, folder)) ? readdirSync(join(site, folder)) : []);
  const folder = inside(packages).find((entry) => entry.startsWith("plot@"));
  const file = folder && inside(posix.join(packages, folder)).find((entry) => /^index\..*js$/.test(entry));
  return file && posix.join(packages, folder, file);
}

/** Lets the machine's scripts import that file, so that no reader fetches Plot twice; without one, Plot is bundled. */
export const sharedPlot = (address: string | undefined): Plugin => ({
  name: "shared-plot",
  setup({ onResolve }) {
    if (address !== undefined)
      onResolve({ filter: /^@observablehq\/plot$/ }, () => ({
        path: posix.relative("_assets/client", address),
        external: true
      }));
  }
});
