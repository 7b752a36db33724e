import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, posix, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import subsetFont from "subset-font";
import { Data, FigureFile, Part } from "../page/contract.ts";
import { hasRareSign } from "../page/font-signs.ts";
import { fromAsciiHtml } from "./ascii-html.ts";
import { scriptHash } from "./policy.ts";

const types: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2"
};

/** Scripts that a page fetches when it is wanted, by what a page that wants them holds. */
const wantedBy: Readonly<Record<string, string>> = {
  choices: `class="${Part.choices}"`,
  explore: Data.explore,
  figures: Data.figure,
  models: Data.model,
  "position-finder": Data.tool,
  search: Data.index,
  "speaker-comparison": Data.tool,
  workbench: Data.cells
};

/**
 * A page of the built `site` as one HTML file, which asks nobody for anything: styles, fonts and pictures stand in it, and
 * packed at its end the scripts and every file that they would fetch. What is read stands in the HTML as it did. `page` is
 * its file; `home` the address that links to the rest of the notebook get, where that is known.
 */
export async function oneFile(site: string, page: string, home: string | undefined): Promise<string> {
  const text = fromAsciiHtml(readFileSync(join(site, page), "utf8"));
  const folder = posix.dirname(page);
  const dataAddress = (address: string, bytes: Buffer = readFileSync(join(site, folder, address))): string =>
    `data:${types[extname(address)] ?? "application/octet-stream"};base64,${bytes.toString("base64")}`;
  const [, sheet = ""] = /<link rel="stylesheet" href="([^"]+)">/.exec(text) ?? [];
  const style = sheet === "" ? "" : readFileSync(join(site, folder, sheet), "utf8");
  const [whole = "", attributes = "", start = ""] =
    /<script type="module"( data-root=[^>]*)>([\s\S]*?)<\/script>/.exec(text) ?? [];
  const [, cells] = new RegExp(`${Data.cells}="([^"]+)"`).exec(attributes) ?? [];
  const script = await bundled(site, folder, { start, cells, text: text.replace(whole, attributes) });
  const files = wantedFiles(site, folder, text, cells);
  const loader = loaderOf(gzipSync(JSON.stringify(packed(script, files)), { level: 9 }));
  const texts = [text, script, ...files.values()].join("");
  const faces = await smallFaces(site, folder, text, texts);
  const compiles = text.includes("'unsafe-eval'") ? " 'unsafe-eval'" : "";
  const html = text
    .replace(whole, () => `<script type="module"${attributes}>${loader}</script>`)
    .replace(/<noscript>(?:<link [^>]*>)+<\/noscript>\n?/g, "")
    .replace(
      /<style>((?:@font-face\{[^}]*\})*)[\s\S]*?<\/style>/,
      // Its fonts are in the file, but come a moment late: a page that need not fetch them waits for them.
      (_, fontFaces: string) => {
        const wanted = hasRareSign(texts) ? fontFaces : fontFaces.replace(facesOfRareSigns, "");
        return `<style>${wanted.replaceAll("font-display:optional", "font-display:block")}${style}</style>`;
      }
    )
    .replace(/ (src|href)="((?:\.\.?\/)+_(?:file|assets)\/[^"]+)"/g, (_, name, to) => ` ${name}="${dataAddress(to)}"`)
    .replace(/url\("?((?:\.\.?\/)*_assets\/[^")]+)"?\)/g, (_, to) => `url("${dataAddress(to, faces.get(to))}")`)
    .replace(/ (href|action)="(\.\.?\/[^"#?]*)([^"]*)"/g, (link, name, to, within) => {
      const target = posix.join(folder, to);
      if (within.startsWith("#") && [target, `${target}.html`].includes(page)) return ` ${name}="${within}"`;
      return home === undefined ? link : ` ${name}="${new URL(target, home).href}${within}"`;
    });
  const hashes = [...html.matchAll(/<script(?: type="module"[^>]*)?>([\s\S]*?)<\/script>/g)].map(([, own = ""]) =>
    scriptHash(own)
  );
  const policy = `default-src 'none'; script-src ${[...hashes, scriptHash(script)].join(" ")}${compiles}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'`;
  return html.replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy);
}

const facesOfRareSigns = /@font-face\{[^}]*unicode-range[^}]*\}/g;

/** The fonts of a page by their addresses, with those signs alone that its texts hold: they are half of what it weighs beside its text. */
async function smallFaces(site: string, folder: string, page: string, texts: string): Promise<Map<string, Buffer>> {
  const signs = [...new Set(texts)].join("");
  const addresses = new Set([...page.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, address = ""]) => address));
  return new Map(
    await Promise.all(
      [...addresses].map(async (address): Promise<[string, Buffer]> => {
        const face = readFileSync(join(site, folder, address));
        return [address, await subsetFont(face, signs, { targetFormat: "woff2" })];
      })
    )
  );
}

/** The scripts of a page as one, with those that it has no use for left out. */
async function bundled(
  site: string,
  folder: string,
  { start, cells, text }: { start: string; cells: string | undefined; text: string }
): Promise<string> {
  const leftOut = Object.entries(wantedBy).flatMap(([name, mark]) => (text.includes(mark) ? [] : name));
  const plugin: Plugin = {
    name: "one-file",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        if (leftOut.some((name) => path.startsWith(`./${name}.`))) return { path, namespace: "left-out" };
        // Framework's library names every package; those that no page of the notebook imports are not there.
        return existsSync(join(resolveDir, path)) ? undefined : { path, external: true };
      });
      onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "" }));
      // What is imported by an address that a page gives is imported by name here.
      onLoad({ filter: /[\\/]workbench\.\w+\.js$/ }, ({ path }) => {
        const code = readFileSync(path, "utf8");
        const named = code.replace(
          /import\(new URL\([^)]*\)\.href\)/,
          `import(${JSON.stringify(resolve(site, folder, cells ?? ""))})`
        );
        if (named === code) throw new Error(`${path} imports no cells`);
        return { contents: named };
      });
    }
  };
  const { outputFiles } = await build({
    stdin: { contents: start, resolveDir: join(site, folder) },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
    // The project's package.json tells that its sources do nothing when imported; its published scripts do.
    ignoreAnnotations: true,
    plugins: [plugin]
  });
  return outputFiles[0]?.text ?? "";
}

/** What the scripts of a page would fetch, by its address from the site's root. */
function wantedFiles(site: string, folder: string, text: string, cells: string | undefined): Map<string, string> {
  const named = (attribute: string): string[] =>
    [...text.matchAll(new RegExp(` ${attribute}="([^"]+)"`, "g"))].map(([, value = ""]) => value);
  const inside = (under: string, wanted: (name: string) => boolean): string[] =>
    existsSync(join(site, under))
      ? readdirSync(join(site, under))
          .filter(wanted)
          .map((name) => `${under}/${name}`)
      : [];
  const inCells = cells === undefined ? "" : readFileSync(join(site, folder, cells), "utf8");
  const paths = [
    ...named(Data.figure).map((name) => `figures/${name}.${FigureFile.rows}`),
    ...[...named(Data.figure), ...named(Data.model)].map((name) => `figures/${name}.${FigureFile.code}`),
    ...named(Data.page).flatMap((page) => inside("choices", (name) => name.startsWith(`${page}.`))),
    ...named(Data.index).map((address) => posix.join(folder, address)),
    ...(text.includes(Data.explore) ? inside("data", (name) => name.endsWith(".json")) : []),
    ...[...inCells.matchAll(/"(?:\.\.?\/)*(_file\/[^"]+)"/g)].map(([, path = ""]) => path)
  ];
  return new Map(
    [...new Set(paths)].flatMap((path) =>
      existsSync(join(site, path)) ? [[path, readFileSync(join(site, path), "utf8")]] : []
    )
  );
}

/**
 * What several files say alike, as choices do, is packed once: each long text of JSON as the places of its elements in a list,
 * each counted from the one before.
 */
function packed(script: string, files: ReadonlyMap<string, string>): object {
  const places = new Map<string, number>();
  const placesOf = (text: string): number[] => {
    let before = 0;
    return text.split(/(?<=>)(?=<)/).map((element) => {
      const place = places.get(element) ?? places.size;
      places.set(element, place);
      const step = place - before;
      before = place;
      return step;
    });
  };
  const entries = [...files].map(([path, text]): [string, unknown] => {
    if (!path.endsWith(".json")) return [path, text];
    const value = JSON.stringify(JSON.parse(text), (_, part) =>
      typeof part === "string" && part.length > 99 ? { "·": placesOf(part) } : part
    );
    return [path, JSON.parse(value)];
  });
  return { script, files: Object.fromEntries(entries), pieces: [...places.keys()] };
}

/** Bytes as text that a script can hold in quotes, four as five signs of 85: base64 needs a fifteenth more. */
function textOf(bytes: Buffer): string {
  const whole = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  const codes = Buffer.alloc((whole.length / 4) * 5);
  for (let at = 0, place = 0; at < whole.length; at += 4)
    for (let power = 85 ** 4; power >= 1; power /= 85) {
      const code = 35 + (Math.floor(whole.readUInt32BE(at) / power) % 85);
      // In the place of "<" and "\\", which would end the script or the quote.
      codes[place++] = code === 60 ? 120 : code === 92 ? 121 : code;
    }
  return codes.toString("latin1");
}

/** Unpacks what a page would fetch, serves it in the network's place, and starts the scripts. */
const loaderOf = (pack: Buffer): string =>
  `const text="${textOf(pack)}",room=new DataView(new ArrayBuffer(text.length*.8));
for(let at=0;at<text.length;at+=5){let word=0;
for(let place=at;place<at+5;place++){const code=text.charCodeAt(place);word=word*85+(code===120?60:code===121?92:code)-35}
room.setUint32(at*.8,word)}
const bytes=new Uint8Array(room.buffer,0,${pack.length});
const{script,files,pieces}=await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
const joined=(steps)=>{let at=0;return steps.map((step)=>pieces[at+=step]).join("")};
const whole=(file)=>typeof file==="string"?file:JSON.stringify(file,(_,part)=>part&&typeof part==="object"&&"·"in part?joined(part["·"]):part);
globalThis.fetch=async(to)=>{const{pathname}=new URL(to.url??to,document.baseURI);
for(const path in files)if(pathname.endsWith("/"+path))return new Response(whole(files[path]));
return new Response("",{status:404})};
const started=document.createElement("script");started.type="module";started.textContent=script;document.body.append(started);`;
