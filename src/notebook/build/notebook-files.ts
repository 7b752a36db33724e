import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Notebook } from "../page/notebook.ts";
import { chapterNotebook, type DrawingCode, type FigureCode, figuresOn } from "../page/notebook-exchange.ts";
import type { PublishedFile } from "../page/published-file.ts";
import { notebookPath } from "../page/site.ts";
import { scripts, withoutNodePart } from "./assets.ts";
import { machine } from "./paths.ts";
import { pictureTokens } from "./pictures.ts";

/** Each chapter of the notebook of the project at `root` as a notebook to take away. */
export async function notebookFiles(root: string, notebook: Notebook): Promise<PublishedFile[]> {
  const chapters = notebook.site.pages.filter(({ chapter }) => chapter !== null);
  if (chapters.length === 0) return [];
  const code = await drawingCode(root, new Map(chapters.map((page) => [page.path, figuresOn(page)])));
  const tokens = pictureTokens();
  return chapters.map((page) => {
    const drawn = code.get(page.path);
    if (!drawn) throw new Error(`there is no code for the figures of ${page.file}`);
    return { path: notebookPath(page), content: chapterNotebook(page, { notebook, code: drawn, tokens }) };
  });
}

/** What the code of figures takes from elsewhere: names by module, and modules that it names as a whole. */
interface Taken {
  names: Map<string, Set<string>>;
  wholes: Map<string, { as: string; names: Set<string> }>;
}

const border = "machine";

/**
 * The code of figures for notebooks that are read elsewhere, a list of figures for each: their own code as it can be read and
 * changed, and in one script what that takes from the machine and from packages, so that nothing is fetched.
 */
async function drawingCode(
  root: string,
  notebooks: ReadonlyMap<string, readonly string[]>
): Promise<Map<string, DrawingCode>> {
  const figures = await figureCode(root, [...new Set([...notebooks.values()].flat())]);
  const entries = new Map<string, string>();
  const made = [...notebooks].map(([notebook, names]) => {
    const taken: Taken = { names: new Map(), wholes: new Map() };
    const code = names.map((name): [string, FigureCode] => {
      const variable = variableOf(root, name);
      return [name, { variable, code: asCell(figures.get(name) ?? "", variable, taken) }];
    });
    entries.set(notebook, entryOf(taken));
    return { notebook, figures: new Map(code) };
  });
  const libraries = await libraryCode(root, entries);
  return new Map(made.map(({ notebook, figures }) => [notebook, { figures, library: libraries.get(notebook) ?? "" }]));
}

/** The name that a figure's file exports it by. */
function variableOf(root: string, name: string): string {
  const [, variable] =
    /^export const (\w+): Figure</m.exec(readFileSync(join(root, `src/figures/${name}.ts`), "utf8")) ?? [];
  if (variable === undefined) throw new Error(`src/figures/${name}.ts has no "export const …: Figure<…>"`);
  return variable;
}

/** The code of each figure with what else of the story it needs, as plain JavaScript; machine and packages stay outside. */
async function figureCode(root: string, names: readonly string[]): Promise<Map<string, string>> {
  const storyOnly: Plugin = {
    name: "story-only",
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path, kind }) => {
        if (kind === "entry-point") return undefined;
        if (/(?:^|\/)notebook\/index\.ts$/.test(path)) return { path: border, external: true };
        return path.startsWith(".") ? undefined : { path, external: true };
      });
    }
  };
  const { outputFiles } = await build({
    absWorkingDir: resolve(root),
    entryPoints: Object.fromEntries(names.map((name) => [name, `src/figures/${name}.ts`])),
    outdir: "figures",
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    write: false,
    plugins: [storyOnly]
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path, ".js"), text]));
}

/** Code that takes what it imports from the library of its notebook, as the value of a variable there. */
function asCell(code: string, variable: string, { names, wholes }: Taken): string {
  const body = code
    .replace(/^import (?:\* as (\w+)|\{([^}]*)\}) from "([^"]+)";\n/gm, (_, whole, list: string | undefined, from) => {
      if (list === undefined) {
        const known = wholes.get(from) ?? { as: whole.replace(/\d+$/, ""), names: new Set() };
        for (const [, used = ""] of code.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, "g"))) known.names.add(used);
        wholes.set(from, known);
        return `const ${whole} = library.${known.as};\n`;
      }
      const known = names.get(from) ?? new Set();
      for (const name of list.split(",")) known.add(name.trim().split(" ")[0] ?? "");
      names.set(from, known);
      return `const {${list.replaceAll(" as ", ": ")}} = library;\n`;
    })
    .replace(/^export \{[^}]*\};\n/m, `return ${variable};\n`);
  return `const ${variable} = (() => {\n${body.replace(/^(?=.)/gm, "  ")}})();`;
}

function entryOf({ names, wholes }: Taken): string {
  const path = (from: string): string => JSON.stringify(from === border ? join(machine, "index.ts") : from);
  return [
    `export { showFigure as show } from ${JSON.stringify(join(machine, "browser/notebook-figure.ts"))};`,
    ...[...names].map(([from, used]) => `export { ${[...used].sort().join(", ")} } from ${path(from)};`),
    ...[...wholes].map(([from, whole]) => {
      const used = [...whole.names].sort().join(", ");
      return `import { ${used} } from ${path(from)};\nexport const ${whole.as} = { ${used} };`;
    })
  ].join("\n");
}

/** The library of each notebook: a variable of that name. */
async function libraryCode(root: string, entries: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const names = [...entries.keys()];
  const library: Plugin = {
    name: "library",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^library:/ }, ({ path }) => ({ path, namespace: "library" }));
      onLoad({ filter: /./, namespace: "library" }, ({ path }) => ({
        contents: entries.get(path.slice("library:".length)) ?? "",
        resolveDir: resolve(root)
      }));
    }
  };
  const { outputFiles } = await build({
    ...scripts,
    absWorkingDir: resolve(root),
    entryPoints: Object.fromEntries(names.map((name, place) => [String(place), `library:${name}`])),
    outdir: "libraries",
    format: "iife",
    globalName: "library",
    // Plot asks whether tests run it; a notebook would look for a cell of that name.
    define: { it: "undefined" },
    charset: "utf8",
    plugins: [library, withoutNodePart]
  });
  return new Map(outputFiles.map(({ path, text }) => [names[Number(basename(path, ".js"))] ?? "", text.trim()]));
}
