import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { stripVTControlCharacters } from "node:util";
import type { FrameworkConfig, Loaders } from "@observablehq/framework/dist/config.js";
import type { PreviewSocket } from "@observablehq/framework/dist/preview.js";
import { framework } from "./framework.ts";
import { pathAsked } from "./serve-site.ts";

/** A preview at work. */
export interface Preview {
  /** Has every open page take in what has changed of it. */
  update(): Promise<void>;
  /** Has every open page load again; resolves once they have, or once that takes too long. */
  reload(): Promise<void>;
  /** Has every loader run again when its result is next asked for, and the pages that use one ask for it. */
  forgetLoaded(): void;
  /** Whether somebody waits for an answer. */
  isAsked(): boolean;
  /** Has every open page take one style sheet in the place of another, which is for a script of the page's to do. */
  restyle(from: string, to: string): void;
}

interface PreviewOptions {
  /** The whole of a document, or of a piece of one that an edit changes. */
  finish(html: string, path: string): string;
  fill(html: string): string;
  /** Answers what Framework does not know of; false for all else. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** A page that lists what is wrong, in the place of one that cannot be made. */
  answerFault(message: string): string;
  /** Whether an edit of a page changed more than its body, so that the page has to load again. */
  needsReload(path: string): boolean;
}

/** Nodes of a page's body that come, or how many of them go. */
type BodyChange = { type: "add"; items: { value: string }[] } | { type: "remove"; items: { length: number } };

interface OpenPage {
  send(message: object): void;
  /** Framework follows it; otherwise it is one that only waits for something to change. */
  isFollowed: boolean;
}

/** Framework's own preview, on `server`, whose pages pass through `finish` on their way out. */
export async function startPreview(spec: object, server: Server, options: PreviewOptions): Promise<Preview> {
  const { normalizeConfig } = await framework();
  const { PreviewServer } = await import("@observablehq/framework/dist/preview.js");
  const config = normalizeConfig(spec, "src");
  withoutChatter();
  const { watching, forgetLoaded } = takeOver(config.loaders);
  const open = new Set<OpenPage>();
  let arrived = (): void => {};
  // A page may have come with a sheet that was replaced before it could be told.
  const styles = new Set<string>();
  let style = "";
  const served = new Set<string>();

  class NotebookPreview extends PreviewServer {
    override async _readConfig(): Promise<FrameworkConfig> {
      return config;
    }
  }
  const preview = new NotebookPreview({ server, verbose: false });
  let asked = 0;
  const own = new Map<string, FrameworkScript>();
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    asked += 1;
    response.once("close", () => {
      asked -= 1;
    });
    if (pathAsked(request.url) === undefined) {
      response.writeHead(400).end();
      return;
    }
    if (options.answer(request, response)) return;
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const script = own.get(pathname);
    if (script) {
      response.writeHead(200, { "Content-Type": script.type }).end(script.content);
      return;
    }
    if (pathname.startsWith("/_observablehq/")) keepAnswer(response, (answer) => own.set(pathname, answer));
    const path = pagePath(request.url ?? "/");
    finishAnswer(response, options.answerFault, (html) => {
      served.add(path);
      return options.finish(html, path);
    });
    preview._handleRequest(request, response);
  });

  const connect = preview._handleConnection;
  const handle = (socket: PreviewSocket & NodeJS.EventEmitter, request: IncomingMessage): void => {
    const send = socket.send.bind(socket);
    const page: OpenPage = { send: (message) => send(JSON.stringify(message)), isFollowed: false };
    let path = "/index";
    socket.send = (text: string) => {
      const message = JSON.parse(text);
      if (message.type !== "update") return send(text);
      const filled = message.html.map((change: BodyChange) =>
        change.type === "add"
          ? { ...change, items: change.items.map((item) => ({ ...item, value: options.fill(item.value) })) }
          : change
      );
      if (options.needsReload(path)) page.send({ type: "reload" });
      else send(JSON.stringify({ ...message, html: filled }));
    };
    connect(socket, request);
    socket.on("message", (data: unknown) => {
      const message = JSON.parse(String(data));
      path = pagePath(message.path);
      page.isFollowed = true;
      for (const from of styles) page.send({ type: "restyle", from, to: style });
      arrived();
      // A page from before the preview was started anew, or from before an edit that came before this connection.
      if (!served.has(path) || options.needsReload(path)) page.send({ type: "reload" });
    });
    socket.on("close", () => open.delete(page));
    open.add(page);
  };
  const sockets = (preview as unknown as { _socketServer: NodeJS.EventEmitter })._socketServer;
  sockets.removeAllListeners("connection");
  sockets.on("connection", handle);

  return {
    forgetLoaded,
    isAsked: () => asked > 0,
    async update() {
      for (const page of open) if (!page.isFollowed) page.send({ type: "reload" });
      await Promise.all([...watching].map((look) => look()));
    },
    reload() {
      const { size } = open;
      for (const page of open) page.send({ type: "reload" });
      return new Promise((resolve) => {
        let left = size;
        arrived = () => {
          left -= 1;
          if (left <= 0) resolve();
        };
        setTimeout(resolve, size === 0 ? 0 : longestLoad);
      });
    },
    restyle(from, to) {
      styles.delete(to);
      styles.add(from);
      style = to;
      for (const page of open) page.send({ type: "restyle", from, to });
    }
  };
}

/** ms that a page may take to load before it is no longer waited for. */
const longestLoad = 3000;

/**
 * Framework would watch each file that a page uses for itself, and wait a while after each event. Here whoever previews
 * tells it when to look; and results of loaders, which rest on more than their own files, lie in a folder for each state.
 */
function takeOver(loaders: Loaders): { watching: ReadonlySet<() => unknown>; forgetLoaded(): void } {
  let state = 0;
  const watching = new Set<() => unknown>();
  const find = loaders.find.bind(loaders);
  const hashOf = loaders.getSourceFileHash.bind(loaders);
  loaders.find = (path) => {
    const loader = find(path);
    if (loader?.targetPath !== undefined) loader.targetPath = `_loaded/${state}/${loader.targetPath}`;
    return loader;
  };
  loaders.getSourceFileHash = (name) =>
    loaders.getSourceFilePath(name) === name ? hashOf(name) : `${hashOf(name)}-${state}`;
  loaders.watchPage = (_, listener) => {
    const look = (): unknown => listener("change");
    watching.add(look);
    return { close: () => watching.delete(look) };
  };
  loaders.watchFiles = async () => ({ close() {} });
  return {
    watching,
    forgetLoaded() {
      state += 1;
    }
  };
}

/** A server that nothing listens to yet. */
export const newServer = (): Server => createServer();

/** The path that Framework knows a page by. */
export function pagePath(url: string): string {
  const { pathname } = new URL(url, "http://localhost");
  const path = decodeURI(pathname).replace(/\.html$/, "");
  return path.endsWith("/") ? `${path}index` : path;
}

/** A script of Framework's own, or a style. */
interface FrameworkScript {
  type: string;
  content: string;
}

/** Framework bundles what is its own whenever a page asks for it, which takes as long as the page; nothing changes it meanwhile. */
function keepAnswer(response: ServerResponse, keep: (answer: FrameworkScript) => void): void {
  const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse;
  response.end = ((content?: unknown, ...rest: unknown[]) => {
    if (typeof content === "string" && response.statusCode === 200)
      keep({ type: String(response.getHeader("content-type")), content });
    return end(content, ...rest);
  }) as typeof response.end;
}

/** Passes an HTML answer through `finish`, and what Framework says where it fails through `answerFault`. */
function finishAnswer(
  response: ServerResponse,
  answerFault: (message: string) => string,
  finish: (html: string) => string
): void {
  const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse;
  response.end = ((content?: unknown, ...rest: unknown[]) => {
    if (typeof content !== "string") return end(content, ...rest);
    const isPage = String(response.getHeader("content-type")).startsWith("text/html");
    if (isPage) response.removeHeader("ETag");
    if (response.statusCode !== 500) return end(isPage ? finish(content) : content, ...rest);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    return end(answerFault(content), ...rest);
  }) as typeof response.end;
}

// Framework tells of each socket and message; what concerns an author, the preview says itself.
function withoutChatter(): void {
  const { log } = console;
  console.log = (...words: unknown[]) => {
    if (!/^(?:socket |[↑↓])/.test(stripVTControlCharacters(String(words[0])))) log(...words);
  };
}
