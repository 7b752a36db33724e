import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import getPort from "get-port";
import send from "send";
import { expect, onTestFinished, test } from "vitest";
import { headersFor, hostFiles } from "../../../src/notebook/build/hosting.ts";
import { pageElements } from "../../../src/notebook/build/page-elements.ts";
import { serve, siteListener } from "../../../src/notebook/build/serve-site.ts";
import { copyOfSubject } from "./project.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const files = ["index.html", "gallium.html", "404.html", "angles/index.html", "_assets/wake.1a2b3c4d.js", "data/a.csv"];

/** A small site in a folder of its own. */
function smallSite(): string {
  const site = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), `this is ${file}`);
  }
  return site;
}

/** What a host has to answer: status, where it leads, what is read, and the headers. */
async function expectSite(address: string): Promise<void> {
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, address), { redirect: "manual" });
    const text = await answer.text();
    return { status: answer.status, to: answer.headers.get("location"), text, headers: answer.headers };
  };
  expect(await get("/")).toMatchObject({ status: 200, text: "this is index.html" });
  expect(await get("/gallium")).toMatchObject({ status: 200, text: "this is gallium.html" });
  expect(await get("/gallium/")).toMatchObject({ status: 301, to: "/gallium" });
  expect(await get("/angles/")).toMatchObject({ status: 200, text: "this is angles/index.html" });
  expect(await get("/gone")).toMatchObject({ status: 404, text: "this is 404.html" });
  expect(await get("/_assets/")).toMatchObject({ status: expect.toSatisfy((status) => status !== 200) });
  for (const path of ["/", "/gallium", "/_assets/wake.1a2b3c4d.js", "/data/a.csv", "/gone"]) {
    const { headers, status } = await get(path);
    for (const [name, value] of Object.entries(headersFor(status === 404 ? "/" : path)))
      expect([path, name, headers.get(name)]).toEqual([path, name, value]);
  }
}

test("npm start answers with clean addresses, its own 404, and the headers", async () => {
  const { server, address } = await serve(siteListener(smallSite()));
  onTestFinished(() => void server.close());
  await expectSite(address);
});

const hasNginx = spawnSync("nginx", ["-v"]).status === 0;
if (!hasNginx) console.warn("skipped: nginx is not installed, so the settings in docs/hosting.md are not tried");

test.skipIf(!hasNginx)("nginx, set up as docs/hosting.md says, answers the same", async () => {
  const [, settings = ""] = /```nginx\n([\s\S]*?)```/.exec(readFileSync("docs/hosting.md", "utf8")) ?? [];
  const home = temporaryFolder();
  const port = await getPort({ host: "127.0.0.1" });
  const server = settings.replace("listen 80;", `listen 127.0.0.1:${port};`).replace("/srv/notebook", smallSite());
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${home}/${kind};`
  );
  writeFileSync(
    join(home, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; pid ${home}/pid; error_log ${home}/error.log;\nevents {}\nhttp { access_log off; ${paths.join(" ")}\n${server}}\n`
  );
  execFileSync("nginx", ["-t", "-q", "-p", home, "-c", "nginx.conf"]);
  const nginx = spawn("nginx", ["-p", home, "-c", "nginx.conf"], { stdio: "ignore" });
  onTestFinished(() => void nginx.kill());
  const address = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ status }) => status,
          () => 0
        ),
      { timeout: 60_000 }
    )
    .toBe(200);
  await expectSite(address);
});

test("hosts that read it are told the same headers in a file", () => {
  const [{ content = "" } = {}] = hostFiles().filter(({ path }) => path === "_headers");
  expect(content).toContain("/*\n  Access-Control-Allow-Origin: *\n");
  expect(content).toContain("/_assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
});

test("every link of a site in a folder of a plain server leads somewhere, and its addresses are full", async () => {
  const project = copyOfSubject("coffee", "hosted");
  project.edit(
    "observablehq.config.ts",
    "notebook({",
    'notebook({ base: "/in/a folder/", homepage: "https://example.org/in/a%20folder/", preserveExtension: true,'
  );
  expect(await project.build()).toMatchObject({ code: 0, complaints: "" });
  const dist = join(project.root, "dist");
  const server = createServer(({ url = "" }, response) => {
    const path = decodeURIComponent(url);
    if (!path.startsWith("/in/a folder/")) response.writeHead(404).end();
    else
      send({ headers: {}, method: "GET" } as never, url.slice("/in/a%20folder".length), { root: dist }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in/a%20folder/`;

  const seen = new Set([root]);
  const broken: string[] = [];
  for (const address of seen) {
    const answer = await fetch(address);
    if (answer.status !== 200) broken.push(address);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    for (const { attributes } of pageElements(await answer.text()))
      for (const link of [attributes.get("href"), attributes.get("src")]) {
        const to = link === undefined ? undefined : new URL(link, address);
        if (to?.origin === new URL(root).origin) seen.add(to.href.replace(/#.*/, ""));
      }
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(30);

  const sitemap = project.read("dist/sitemap.xml");
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
  expect(listed).toContain("https://example.org/in/a%20folder/");
  const own = listed.map((address) => address.replace("https://example.org/in/a%20folder/", root));
  // Where sources have no pages, nothing leads to a record that no page shows.
  const answers = await Promise.all(own.map(async (address) => [address, (await fetch(address)).status]));
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  for (const address of listed.filter((address) => address.endsWith(".html"))) {
    const page = project.read(`dist/${address.replace("https://example.org/in/a%20folder/", "")}`);
    expect(page).toContain(`<link rel="canonical" href="${address}">`);
  }
}, 120_000);
