import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import getPort, { portNumbers } from "get-port";
import sirv from "sirv";
import { InputError } from "../ledger/fault.ts";

const host = "127.0.0.1";
const firstPort = 3000;

/** Answers requests with the files of `site`: `/x` is `x.html`, and what is not there is `404.html`. */
export function siteListener(site: string): RequestListener {
  const files = sirv(site, { dev: true, etag: true, extensions: ["html"] });
  return (request, response) =>
    files(request, response, () => {
      const page = join(site, "404.html");
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(existsSync(page) ? readFileSync(page) : "<!doctype html><title>Not found</title><p>Not found");
    });
}

/** Serves on this machine only, on the first free port from 3000 (or `PORT`) on. */
export async function serve(listener: RequestListener): Promise<{ server: Server; address: string }> {
  const from = wantedPort();
  const port = await getPort({ host, port: portNumbers(from, Math.min(from + 100, 65_535)) });
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return { server, address: `http://${host}:${(server.address() as AddressInfo).port}/` };
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
