import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { pathAsked, serve, siteListener } from "../../../src/notebook/build/serve-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("a taken port gets the next one", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  vi.stubEnv("PORT", String(port));
  onTestFinished(() => void vi.unstubAllEnvs());

  const { server, address } = await serve((_request, response) => response.end("here"));
  onTestFinished(() => void server.close());
  expect(Number(new URL(address).port)).toBeGreaterThan(port);
  expect(await (await fetch(address)).text()).toBe("here");
});

test.each(["web", "80", "70000", "3000.5"])("PORT=%s is refused with its remedy", async (port) => {
  vi.stubEnv("PORT", port);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(serve(() => {})).rejects.toThrow(`PORT:1:1 "${port}" is no port to serve on; write a whole number`);
});

/** The address of a small site that is served until the test ends. */
async function smallSite(): Promise<string> {
  const site = temporaryFolder();
  for (const page of ["index", "us-demand", "404", "claim", "claim/a.b", "ores/index"]) {
    mkdirSync(dirname(join(site, page)), { recursive: true });
    writeFileSync(join(site, `${page}.html`), `page ${page}`);
  }
  const { server, address } = await serve(siteListener(site));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return address;
}

/** Serves it, and asks it for a path exactly as written. */
async function askedSite(): Promise<
  (path: string, method?: string, headers?: Record<string, string>) => Promise<string>
> {
  const address = await smallSite();
  return async (path, method = "GET", headers = {}) => {
    const { hostname: host, port } = new URL(address);
    const asked = request({ host, port, path, method, headers }).end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    return [answer.statusCode, answer.headers.location, await text(answer)].filter(Boolean).join(" ");
  };
}

test("pages have clean addresses, and what is not there is the 404 page", async () => {
  const get = await askedSite();
  expect(await get("/")).toBe("200 page index");
  expect(await get("/us-demand")).toBe("200 page us-demand");
  expect(await get("/us-demand?x#y")).toBe("200 page us-demand");
  expect(await get("/claim/a.b")).toBe("200 page claim/a.b");
  expect(await get("/claim")).toBe("200 page claim");
  expect(await get("/ores/")).toBe("200 page ores/index");
  expect(await get("/gone")).toBe("404 page 404");
  expect(await get("/gone/")).toBe("404 page 404");
});

test("an address that would break a page's links leads to the page", async () => {
  const get = await askedSite();
  expect(await get("/us-demand/?x=1")).toBe("301 /us-demand?x=1");
  expect(await get("//us-demand//")).toBe("301 /us-demand");
  expect(await get("/ores")).toBe("301 /ores/");
});

test("a part of a file is what was asked for, or nothing", async () => {
  const get = await askedSite();
  const part = (range: string) => get("/us-demand", "GET", { range });
  expect(await part("bytes=0-3")).toBe("206 page");
  expect(await part("bytes=-6")).toBe("206 demand");
  expect(await part("bytes=8-")).toBe("206 demand");
  expect(await part("bytes=99-")).toMatch(/^416 /);
  expect(await part("bytes=5-1")).toMatch(/^416 /);
  expect(await get("/")).toBe("200 page index");
});

test.each(["POST", "PUT", "DELETE", "TRACE", "OPTIONS"])("%s is refused", async (method) => {
  const get = await askedSite();
  expect(await get("/", method)).toMatch(/^405 /);
});

test("a head has no body, and hostile addresses get nothing", async () => {
  const get = await askedSite();
  expect(await get("/", "HEAD")).toBe("200");
  for (const path of ["/../package.json", "/%2e%2e/package.json", "/%zz", "/%00", "/%zz/", "//", "/.git/"])
    expect(await get(path), path).toMatch(/^(200 page index|4\d\d )/);
});

/** What comes back for these bytes, until the server closes the connection or has nothing more to say. */
async function answerTo(
  address: string,
  bytes: string,
  { isAborted = false, silence = 300 }: { isAborted?: boolean; silence?: number } = {}
): Promise<string> {
  const { hostname: host, port } = new URL(address);
  const socket = connect({ host, port: Number(port) });
  let answer = "";
  socket.setEncoding("latin1").on("data", (part: string) => {
    answer += part;
    socket.setTimeout(silence);
  });
  // A server that refuses may close while it is still spoken to.
  socket.on("error", () => {});
  // A busy machine takes its time to begin.
  socket.setTimeout(2_000, () => socket.destroy());
  socket.write(Buffer.from(bytes, "latin1"), () => isAborted && socket.resetAndDestroy());
  if (!socket.closed) await once(socket, "close");
  return answer;
}

const host = "Host: here\r\n";
const get = (path: string, headers = host): string => `GET ${path} HTTP/1.1\r\n${headers}\r\n`;

describe("whatever is sent to the server, it refuses or closes, and answers the next", () => {
  const refused = /^(?:HTTP\/1\.1 [45]\d\d |$)/;
  test.each<[string, string, RegExp?]>([
    ["nothing of HTTP", "\0\x01\xFFhello\r\n\r\n"],
    ["half a request", "GET / HT", /^$/],
    ["a head without its end", `GET / HTTP/1.1\r\n${host}`, /^$/],
    ["no host", get("/", "")],
    ["two hosts", get("/", "Host: a\r\nHost: b\r\n"), /^HTTP\/1\.1 (?:200|400) /],
    ["another version", "GET / HTTP/9.9\r\n\r\n"],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["a greeting of TLS", "\x16\x03\x01\x02\0\x01\0\x01\xFC\x03\x03"],
    ["a huge header", get("/", `${host}X: ${"x".repeat(100_000)}\r\n`)],
    ["thousands of headers", get("/gone", `${host}${"X: y\r\n".repeat(3_000)}`)],
    ["a header of no form", get("/", `${host}no colon\r\n`)],
    ["NUL in a header", get("/", `${host}X: a\0b\r\n`)],
    ["a long path", get(`/${"a".repeat(10_000)}`)],
    ["NUL in a path", get("/a\0b")],
    ["NUL in words", get("/%00")],
    ["a path up", get("/../../../../etc/passwd")],
    ["a path up in words", get("/%2e%2e/%2e%2e/etc/passwd")],
    ["a path up, the other way", get("/..\\..\\etc/passwd")],
    ["a path up within a folder", get("/claim/../../package.json")],
    ["no words", get("/%zz")],
    ["half a character", get("/%E0%A4%A/")],
    ["signs of other scripts", get("/\xD0\x9A\xFF/")],
    ["two slashes", get("//"), /^HTTP\/1\.1 (?:200|301|4\d\d) /],
    ["an address elsewhere", get("//elsewhere.example/%2f.."), /^HTTP\/1\.1 301 [\s\S]*Location: \/[^/]/],
    ["a whole address", get("http://elsewhere.example/us-demand")],
    ["a whole address of no form", get("http://[/")],
    ["a tunnel", "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"],
    ["all of the server", `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
    ["a method of its own", `BREW / HTTP/1.1\r\n${host}\r\n`],
    ["another protocol", get("/gone", `${host}Connection: Upgrade\r\nUpgrade: websocket\r\n`)],
    ["a body of two lengths", `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ["a body of no length", `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ["an expectation", get("/gone", `${host}Expect: 200-maybe\r\n`)],
    [
      "many ranges",
      get("/us-demand", `${host}Range: bytes=${"0-1,".repeat(2_000)}\r\n`),
      /^HTTP\/1\.1 (?:20[06]|4\d\d) /
    ],
    ["dates of no form", get("/gone", `${host}If-Modified-Since: \xFF\r\nIf-None-Match: "\r\n`)]
  ])("%s", async (_what, bytes, expected = refused) => {
    const address = await smallSite();
    expect(await answerTo(address, bytes)).toMatch(expected);
    expect(await answerTo(address, bytes, { isAborted: true })).not.toMatch(/root:/);
    expect(await (await fetch(address)).text()).toBe("page index");
  });

  test("requests one behind another are answered in their order", async () => {
    const address = await smallSite();
    const answers = await answerTo(
      address,
      `${["/us-demand", "/%zz", "/ores/"].map((path) => get(path)).join("")}${get("/gone", `${host}Connection: close\r\n`)}`,
      { silence: 20_000 }
    );
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["200", "400", "200", "404"].map((code) => `HTTP/1.1 ${code}`));
    expect(await (await fetch(address)).text()).toBe("page index");
  });
});

test("a request for no path has none", () => {
  for (const url of ["//", "/%E0", "http://["]) expect(pathAsked(url)).toBeUndefined();
  expect(pathAsked("/a%20b?x#y")).toBe("/a b");
});
