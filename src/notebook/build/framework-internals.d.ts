// What this notebook uses of Framework's unexported modules: its own judgement of what a cell is, and of where it looks for
// a package. A copy of them would drift. test/notebook/build/framework-internals.test.ts names the version that this was read in,
// and says what to do when it changes.

interface Place {
  start: number;
  end: number;
}

declare module "@observablehq/framework/dist/javascript/parse.js" {
  interface Reference extends Place {
    name: string;
  }
  interface ImportedName {
    name: string;
    type: "local" | "global";
    method: "static" | "dynamic" | "resolve";
  }
  interface AttachedFile {
    node: Place;
    /** Relative to the page. */
    name: string;
    method?: string;
  }
  interface ParsedCell {
    declarations: Reference[] | null;
    references: Reference[];
    files: AttachedFile[];
    imports: ImportedName[];
  }
  export function parseJavaScript(
    input: string,
    options: { path: string; inline?: boolean; params?: Record<string, string> }
  ): ParsedCell;
  export function parseProgram(input: string): object;
}

declare module "@observablehq/framework/dist/javascript/imports.js" {
  import type { ImportedName } from "@observablehq/framework/dist/javascript/parse.js";
  export function findImports(body: object, path: string, input: string): ImportedName[];
}

declare module "@observablehq/framework/dist/javascript/files.js" {
  import type { AttachedFile } from "@observablehq/framework/dist/javascript/parse.js";
  export function findFiles(body: object, path: string, input: string): AttachedFile[];
}

declare module "@observablehq/framework/dist/placeholder.js" {
  /** Yields text and placeholders in turn; `pos` is where each ends. */
  export function parsePlaceholder(
    input: string,
    start?: number,
    end?: number
  ): Iterable<{ type: "placeholder" | "html_block"; content: string; pos: number }>;
}

declare module "@observablehq/framework/dist/info.js" {
  export function parseInfo(info: string): { tag: string; attributes: Record<string, string> };
}

declare module "@observablehq/framework/dist/tag.js" {
  export function transpileTag(content: string, tag: string, raw: boolean): string;
}

declare module "@observablehq/framework/dist/sql.js" {
  export function transpileSql(content: string, attributes: Record<string, string>): string;
}

declare module "@observablehq/framework/dist/libraries.js" {
  export function getImplicitFileImports(methods: Iterable<string>): Set<string>;
  export function getImplicitInputImports(names: Iterable<string>): Set<string>;
  export function getImplicitStylesheets(imports: Iterable<string>): Set<string>;
  export function getImplicitDownloads(imports: Iterable<string>, duckdb: { extensions: object }): Set<string>;
  export function getImplicitDependencies(imports: Iterable<string>): Set<string>;
}

declare module "@observablehq/framework/dist/npm.js" {
  /** The path that stands for a specifier, `/_npm/d3@7.9.2/_esm.js`. Asks nobody when the version is exact. */
  export function resolveNpmImport(root: string, specifier: string): Promise<string>;
  export function parseNpmSpecifier(specifier: string): { name: string; range?: string; path?: string };
  export function extractNpmSpecifier(path: string): string;
}

declare module "@observablehq/framework/dist/route.js" {
  /** The file that stands for a path with one of the endings: its own, or one such as `[name].json.ts`. */
  export function route(
    root: string,
    path: string,
    endings: string[]
  ): { path: string; ext: string; params?: Record<string, string> } | undefined;
}

declare module "semver" {
  export function satisfies(version: string, range: string): boolean;
  export function validRange(range: string): string | null;
}
declare module "@observablehq/framework/dist/config.js" {
  import type { BuildEffects } from "@observablehq/framework/dist/build.js";
  /** What finds the files of a project, and makes those that loaders make. */
  export interface Loaders {
    find(path: string): Loader | undefined;
    findPage(path: string): Loader | undefined;
    getSourceFilePath(name: string): string;
    getSourceFileHash(name: string): string;
    watchPage(path: string, listener: (event: "change") => unknown): { close(): void };
    watchFiles(path: string, files: Iterable<string>, callback: () => unknown): Promise<{ close(): void }>;
  }
  export interface Loader {
    /** The file that it is or that makes it, under the root. */
    path: string;
    targetPath?: string;
    /** Returns the file that holds it, under the root. */
    load(options: { useStale: boolean }, effects: Pick<BuildEffects, "logger" | "output">): Promise<string>;
  }
  export interface FrameworkConfig {
    root: string;
    output: string;
    loaders: Loaders;
    paths(): AsyncIterable<string> | Iterable<string>;
  }
  export function normalizeConfig(spec: object, root?: string): FrameworkConfig;
}

declare module "@observablehq/framework/dist/build.js" {
  import type { FrameworkConfig } from "@observablehq/framework/dist/config.js";
  export interface BuildEffects {
    logger: Pick<Console, "log" | "warn" | "error">;
    output: { write(text: string): void };
    prepare(): Promise<void>;
    copyFile(source: string, path: string): Promise<void>;
    writeFile(path: string, contents: string | Uint8Array): Promise<void>;
    writeBuildManifest(manifest: object): Promise<void>;
  }
  export class FileBuildEffects implements BuildEffects {
    constructor(output: string, cache: string, effects?: Pick<BuildEffects, "logger" | "output">);
    logger: Pick<Console, "log" | "warn" | "error">;
    output: { write(text: string): void };
    prepare(): Promise<void>;
    copyFile(source: string, path: string): Promise<void>;
    writeFile(path: string, contents: string | Uint8Array): Promise<void>;
    writeBuildManifest(manifest: object): Promise<void>;
  }
  export function build(options: { config: FrameworkConfig }, effects?: BuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";
  import type { FrameworkConfig } from "@observablehq/framework/dist/config.js";
  export class PreviewServer {
    constructor(options: { server: Server; root?: string; config?: string; verbose?: boolean });
    _readConfig(): Promise<FrameworkConfig>;
    _handleRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    _handleConnection: (socket: PreviewSocket, request: IncomingMessage) => void;
  }
  export interface PreviewSocket {
    send(message: string): void;
  }
}
