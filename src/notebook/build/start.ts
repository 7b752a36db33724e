import { buildSite } from "./build-site.ts";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";
import { serve, siteListener } from "./serve-site.ts";

/** Builds the notebook, then serves it on this machine until it is stopped. */
await runCommand(async () => {
  parseOptions({}, { does: "Builds the notebook and serves it on this machine.", example: "npm start" });
  await buildSite(process.cwd());
  const { address } = await serve(siteListener("dist"));
  console.log(`The notebook is at ${address} (stop with Ctrl+C)`);
});
