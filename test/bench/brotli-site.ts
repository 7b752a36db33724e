import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2"
};

/** What a visit fetches and a host would compress. Fonts and pictures are compressed already; other downloads are not visited. */
const shown = [".html", ".js", ".css", ".json"];

interface ServedFile {
  headers: Record<string, string>;
  body: Buffer;
}

/** A site on an address of this machine; `close` ends it. */
export interface ServedSite {
  address: string;
  close(): void;
}

/**
 * Serves a folder from memory as a good host would: clean addresses, brotli at its best. A file is compressed when it is
 * first asked for: who measures time asks once before.
 */
export async function serveBrotli(folder: string): Promise<ServedSite> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile()
  );
  const files = new Map(names.map((name) => [addressOf(name), memo(() => served(join(folder, name)))]));
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = await files.get(path)?.();
    if (!file) response.writeHead(404).end();
    else response.writeHead(200, file.headers).end(file.body);
  });
  // Serving alone keeps no program running: one that fails ends.
  server.unref();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    }
  };
}

function memo<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

const addressOf = (name: string): string => `/${name}`.replace(/(?:\/index)?\.html$/, "") || "/";

async function served(file: string): Promise<ServedFile> {
  const content = readFileSync(file);
  const type = types[extname(file)] ?? "application/octet-stream";
  const isPacked = !shown.includes(extname(file));
  const body = isPacked ? content : await promisify(brotliCompress)(content);
  return {
    body,
    headers: {
      "Content-Type": type,
      "Content-Length": String(body.length),
      "Cache-Control": "max-age=3600",
      ...(isPacked ? {} : { "Content-Encoding": "br" })
    }
  };
}
