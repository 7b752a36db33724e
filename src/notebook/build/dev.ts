import { runCommand } from "./command.ts";
import { liveReload } from "./live-reload.ts";
import { parseOptions } from "./parse-options.ts";
import { runStep } from "./run-step.ts";
import { serve } from "./serve-site.ts";
import { changes } from "./watch-tree.ts";

const watched = ["src", "data", "observablehq.config.ts"];

/** Builds and serves the notebook, and builds it again on every change. A failing build leaves the last good one up. */
await runCommand(async () => {
  parseOptions({}, { does: "Serves the notebook on this machine and follows your edits.", example: "npm run dev" });
  const { listener, reload } = liveReload("dist");
  const edits = changes(process.cwd(), watched);
  await runStep("src/build/build.ts");
  const { address } = await serve(listener);
  console.log(`The notebook is at ${address}, and follows your edits (stop with Ctrl+C)`);
  for await (const changed of edits) {
    console.log(`\n${changed.slice(0, 3).join(", ")}${changed.length > 3 ? " …" : ""}`);
    if (await runStep("src/build/build.ts")) reload();
    else console.log("The page shows the last good build.");
  }
});
