import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { FrameworkConfig } from "@observablehq/framework/dist/config.js";
import type { PreviewSocket } from "@observablehq/framework/dist/preview.js";
import { standInForJsdom } from "./framework-dom.ts";

// All that is used of Framework's insides to build and to preview. test/notebook/build/framework-internals.test.ts names
// the version that this was read in, and says what to look at when it changes.

/** Framework's modules, which are imported only once they find what they are to use. */
async function framework() {
  // Framework would tell its makers of each build.
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  standInForJsdom();
  const [config, build] = await Promise.all([
    import("@observablehq/framework/dist/config.js"),
    import("@observablehq/framework/dist/build.js")
  ]);
  return { ...config, ...build };
}

/** Framework cannot build a page; the message is what it said. */
export class FrameworkError extends Error {
  override name = "FrameworkError";
}

/**
 * Lets Framework build every page into `site`. What Framework calls a warning, except for links, which are checked when
 * the pages are whole, is an error here.
 */
export async function buildPages(spec: object, root: string, site: string): Promise<void> {
  const { build, FileBuildEffects, normalizeConfig } = await framework();
  const config = normalizeConfig({ ...spec, output: relative(root, site) }, "src");
  const warnings: string[] = [];
  const warn = (...words: unknown[]): number => warnings.push(words.map(String).join(" "));
  const quiet = { logger: { log() {}, warn() {}, error: warn }, output: { write() {} } };
  const effects = new FileBuildEffects(config.output, join(config.root, ".observablehq/cache"), quiet);
  const { warn: consoleWarn } = console;
  console.warn = warn;
  try {
    await build({ config }, effects);
  } catch (error) {
    throw error instanceof Error ? new FrameworkError(error.message, { cause: error }) : error;
  } finally {
    console.warn = consoleWarn;
  }
  if (warnings.length > 0) throw new FrameworkError(warnings.join("\n"));
}

/** A preview at work. */
export interface Preview {
  /** Has every open page load again. */
  reload(): void;
  /** Has every open page take one style sheet in the place of another. */
  restyle(before: string, after: string): void;
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
  hash: string;
}

/** Framework's own preview, on `server`, whose pages pass through `finish` on their way out. */
export async function startPreview(spec: object, server: Server, options: PreviewOptions): Promise<Preview> {
  const { normalizeConfig } = await framework();
  const { PreviewServer } = await import("@observablehq/framework/dist/preview.js");
  const config = normalizeConfig(spec, "src");
  withoutChatter();
  const open = new Set<OpenPage>();
  const served = new Set<string>();

  class NotebookPreview extends PreviewServer {
    override async _readConfig(): Promise<FrameworkConfig> {
      return config;
    }
  }
  const preview = new NotebookPreview({ server, verbose: false });
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    if (options.answer(request, response)) return;
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
    const page: OpenPage = { send: (message) => send(JSON.stringify(message)), hash: "" };
    let path = "/index";
    socket.send = (text: string) => {
      const message = JSON.parse(text);
      if (message.type !== "update") return send(text);
      page.hash = message.hash.current;
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
      page.hash = message.hash;
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
    reload() {
      for (const page of open) page.send({ type: "reload" });
    },
    restyle(before, after) {
      const nothing = { removed: [], added: [] };
      for (const { send, hash } of open)
        send({
          type: "update",
          html: [],
          code: nothing,
          files: nothing,
          tables: nothing,
          stylesheets: { removed: [before], added: [after] },
          hash: { previous: hash, current: hash }
        });
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
