import { expect, onTestFinished, test, vi } from "vitest";
import { makeTextProject } from "./project.ts";

test("an edit shows without a restart, and a failing one leaves the last good page up", async () => {
  const project = makeTextProject("dev");
  const dev = project.start("dev", { PORT: "4100" });
  onTestFinished(() => void dev.kill());
  let said = "";
  for (const stream of [dev.stdout, dev.stderr]) stream.on("data", (chunk) => (said += chunk));
  const heard = (words: RegExp) => vi.waitUntil(() => words.exec(said), { timeout: 20_000, interval: 50 });

  const address = (await heard(/The notebook is at (\S+),/))?.[1] ?? "";
  const page = async () => (await fetch(new URL("/second", address))).text();
  expect(await page()).toContain("Nothing but text.");

  const live = await fetch(new URL("/_live-reload", address));
  const messages = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  await messages?.read();

  const text = project.read("src/second.md");
  project.write("src/second.md", text.replace("Nothing but text.", "Edited {{seven}}."));
  expect((await messages?.read())?.value).toBe("data: reload\n\n");
  expect(await page()).toContain("Edited 7.");

  project.write("src/second.md", text.replace("Nothing but text.", "Broken {{eight}}."));
  await heard(/The page shows the last good build/);
  expect(said).toContain('unknown token "eight"');
  expect(await page()).toContain("Edited 7.");
}, 60_000);
