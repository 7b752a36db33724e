import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve, siteListener } from "../../../src/notebook/build/serve-site.ts";
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

/** Serves a small site, and asks it for a path exactly as written. */
async function smallSite(): Promise<
  (path: string, method?: string, headers?: Record<string, string>) => Promise<string>
> {
  const site = temporaryFolder();
  for (const page of ["index", "us-demand", "404", "claim", "claim/a.b", "ores/index"]) {
    mkdirSync(dirname(join(site, page)), { recursive: true });
    writeFileSync(join(site, `${page}.html`), `page ${page}`);
  }
  const { server, address } = await serve(siteListener(site));
  onTestFinished(() => void server.close());
  return async (path, method = "GET", headers = {}) => {
    const { hostname: host, port } = new URL(address);
    const asked = request({ host, port, path, method, headers }).end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    return [answer.statusCode, answer.headers.location, await text(answer)].filter(Boolean).join(" ");
  };
}

test("pages have clean addresses, and what is not there is the 404 page", async () => {
  const get = await smallSite();
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
  const get = await smallSite();
  expect(await get("/us-demand/?x=1")).toBe("301 /us-demand?x=1");
  expect(await get("//us-demand//")).toBe("301 /us-demand");
  expect(await get("/ores")).toBe("301 /ores/");
});

test("a part of a file is what was asked for, or nothing", async () => {
  const get = await smallSite();
  const part = (range: string) => get("/us-demand", "GET", { range });
  expect(await part("bytes=0-3")).toBe("206 page");
  expect(await part("bytes=-6")).toBe("206 demand");
  expect(await part("bytes=8-")).toBe("206 demand");
  expect(await part("bytes=99-")).toMatch(/^416 /);
  expect(await part("bytes=5-1")).toMatch(/^416 /);
  expect(await get("/")).toBe("200 page index");
});

test.each(["POST", "PUT", "DELETE", "TRACE", "OPTIONS"])("%s is refused", async (method) => {
  const get = await smallSite();
  expect(await get("/", method)).toMatch(/^405 /);
});

test("a head has no body, and hostile addresses get nothing", async () => {
  const get = await smallSite();
  expect(await get("/", "HEAD")).toBe("200");
  for (const path of ["/../package.json", "/%2e%2e/package.json", "/%zz", "/%00", "/%zz/", "//", "/.git/"])
    expect(await get(path), path).toMatch(/^(200 page index|4\d\d )/);
});
