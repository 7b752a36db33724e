import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import getPort, { portNumbers } from "get-port";
import send from "send";
import { InputError } from "../ledger/fault.ts";
import { headersFor } from "./hosting.ts";

const host = "127.0.0.1";
const firstPort = 3000;

/**
 * Answers requests with the files of `site`: `/x` is `x.html`, `/x/` leads there, as the links of `x.html` would be wrong
 * below it, and what is not there is `404.html`.
 */
export function siteListener(site: string): RequestListener {
  const isFile = (path: string): boolean => existsSync(join(site, decodeURIComponent(path)));
  return (request, response) => {
    const { method, url = "/" } = request;
    const [path = "/"] = url.split(/[?#]/, 1);
    const name = path.replace(/\/+$/, "");

    const refuse = (status: number): void => {
      const page = join(site, "404.html");
      response.writeHead(status, { ...headersFor("/"), "Content-Type": "text/html; charset=utf-8" });
      response.end(
        status === 404 && existsSync(page) ? readFileSync(page) : `<!doctype html><p>${STATUS_CODES[status]}`
      );
    };
    const lead = (to: string): void => {
      response.writeHead(301, { Location: to.replace(/^\/+/, "/") + url.slice(path.length) }).end();
    };
    const deliver = (file: string, orElse: () => void): void => {
      for (const [header, value] of Object.entries(headersFor(file))) response.setHeader(header, value);
      send(request, file, { root: site, cacheControl: false })
        .on("directory", orElse)
        .on("error", ({ status }: { status: number }) => (status === 404 ? orElse() : refuse(status)))
        .pipe(response);
    };

    if (method !== "GET" && method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      refuse(405);
    } else
      deliver(path, () => {
        if (path === name)
          deliver(`${name}.html`, () => (isFile(`${name}/index.html`) ? lead(`${name}/`) : refuse(404)));
        else if (isFile(`${name}.html`)) lead(name);
        else refuse(404);
      });
  };
}

/** The path that a request asks for, decoded; undefined where it is none. */
export function pathAsked(url = "/"): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** Serves on this machine only, on the first free port from 3000 (or `PORT`) on. */
export async function serve(listener: RequestListener): Promise<{ server: Server; address: string }> {
  const server = createServer(listener);
  return { server, address: await listen(server) };
}

/** Lets a server listen there. Returns its address. */
export async function listen(server: Server): Promise<string> {
  const from = wantedPort();
  const port = await getPort({ host, port: portNumbers(from, Math.min(from + 100, 65_535)) });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}/`;
}

/** Lower ports are the system's. */
function wantedPort(): number {
  const { PORT } = process.env;
  const port = Number(PORT || firstPort);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_535) return port;
  const message = `"${PORT}" is no port to serve on`;
  const remedy = "write a whole number from 1024 to 65535, or leave PORT out";
  throw new InputError([{ file: "PORT", line: 1, column: 1, message, remedy }]);
}
