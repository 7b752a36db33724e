import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
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

test("pages have clean addresses, and what is not there is the 404 page", async () => {
  const site = temporaryFolder();
  for (const page of ["index", "us-demand", "404"]) writeFileSync(join(site, `${page}.html`), `page ${page}`);
  const { server, address } = await serve(siteListener(site));
  onTestFinished(() => void server.close());
  const get = async (path: string) => {
    const response = await fetch(new URL(path, address));
    return `${response.status} ${await response.text()}`;
  };
  expect(await get("/")).toBe("200 page index");
  expect(await get("/us-demand")).toBe("200 page us-demand");
  expect(await get("/gone")).toBe("404 page 404");
});
