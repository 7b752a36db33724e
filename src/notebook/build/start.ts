import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";
import { runStep } from "./run-step.ts";
import { serve, siteListener } from "./serve-site.ts";

/** Builds the notebook, then serves it on this machine until it is stopped. */
await runCommand(async () => {
  parseOptions({}, { does: "Builds the notebook and serves it on this machine.", example: "PORT=4000 npm start" });
  if (await runStep("src/build/build.ts")) {
    const { address } = await serve(siteListener("dist"));
    console.log(`The notebook is at ${address} (stop with Ctrl+C)`);
  } else process.exitCode = 1;
});
