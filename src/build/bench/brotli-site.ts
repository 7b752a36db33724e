import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2"
};

interface ServedFile {
  headers: Record<string, string>;
  body: Buffer;
}

/** A site on an address of this machine; `close` ends it. */
export interface ServedSite {
  address: string;
  close(): void;
}

/** Serves a folder from memory, compressed as a good host would: clean addresses, brotli at its best, no time spent on it. */
export async function serveBrotli(folder: string): Promise<ServedSite> {
  const files = filesByAddress(folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = files.get(path);
    if (!file) response.writeHead(404).end();
    else response.writeHead(200, file.headers).end(file.body);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    }
  };
}

function filesByAddress(folder: string): Map<string, ServedFile> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [`/${name}`.replace(/(\/index)?\.html$/, "") || "/", compressed(join(folder, name))])
  );
}

function compressed(file: string): ServedFile {
  const type = types[extname(file)] ?? "application/octet-stream";
  const content = readFileSync(file);
  const isPacked = type === "font/woff2";
  const body = isPacked ? content : brotliCompressSync(content);
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
