import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { offlineGuard } from "../../../src/notebook/build/paths.ts";

/** Runs a script under the guard. The addresses are reserved for documentation: no one is there. */
async function runGuarded(script: string): Promise<{ code: number | null; printed: string; complaints: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, NODE_OPTIONS: `--import=${offlineGuard}` }
  });
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [printed, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, printed, complaints };
}

describe("out of reach of the network", () => {
  const requests = {
    fetch: 'await fetch("https://packages.example/x")',
    "http.get": 'import("node:http").then(({ get }) => get("http://packages.example/x"))',
    "https.get": 'import("node:https").then(({ get }) => get("https://packages.example/x"))',
    "net.connect": 'import("node:net").then(({ connect }) => connect(443, "192.0.2.1"))',
    "tls.connect": 'import("node:tls").then(({ connect }) => connect({ port: 443, host: "192.0.2.1" }))',
    "a datagram": 'import("node:dgram").then(({ createSocket }) => createSocket("udp4").send("x", 53, "192.0.2.1"))'
  };
  for (const [name, request] of Object.entries(requests))
    test.concurrent(`${name} is refused`, async () => {
      const { code, complaints } = await runGuarded(request);
      expect(complaints).toMatch(/offline: a request to \S+ was refused/);
      expect(code).toBe(1);
    });

  test("a request whose failure is swallowed still makes the process fail", async () => {
    const { code, printed } = await runGuarded(
      'await fetch("https://packages.example/x").catch(() => console.log("swallowed")); process.exit(0)'
    );
    expect(printed).toBe("swallowed\n");
    expect(code).toBe(1);
  });

  test("this machine can still be talked to", async () => {
    const { code, printed, complaints } = await runGuarded(`
      import { createServer } from "node:http";
      const server = createServer((request, response) => response.end("hello")).listen(0, "127.0.0.1", async () => {
        const { port } = server.address();
        console.log(await (await fetch("http://127.0.0.1:" + port)).text());
        server.close();
        server.closeAllConnections();
      });`);
    expect({ code, printed, complaints }).toEqual({ code: 0, printed: "hello\n", complaints: "" });
  });
});
