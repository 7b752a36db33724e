import { buildSite } from "./build-site.ts";
import { serve, siteListener } from "./serve-site.ts";

/** Builds the notebook, then serves it on this machine until it is stopped. */
export default async function start(): Promise<void> {
  await buildSite(process.cwd());
  const { address } = await serve(siteListener("dist"));
  console.log(`The notebook is at ${address} (stop with Ctrl+C)`);
}
