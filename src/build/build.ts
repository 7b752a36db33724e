import { buildSite } from "./build-site.ts";
import { runCommand } from "./command.ts";
import { FrameworkError } from "./run-framework.ts";
import { runStep } from "./run-step.ts";

/** Checks the ledger and the pages, then builds the notebook into `dist`. A fault leaves `dist` as it was. */
if (await runStep("src/build/check.ts"))
  await runCommand(async () => {
    const started = performance.now();
    try {
      const pages = await buildSite(process.cwd());
      console.log(
        `${pages} ${pages === 1 ? "page" : "pages"} in dist, ${((performance.now() - started) / 1000).toFixed(1)} s`
      );
    } catch (error) {
      if (!(error instanceof FrameworkError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  });
else process.exitCode = 1;
