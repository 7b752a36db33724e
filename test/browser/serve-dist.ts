import { fileURLToPath } from "node:url";
import { serve, siteListener } from "../../src/notebook/build/serve-site.ts";
import { startOnce } from "./chromium.ts";

/** Serves the built notebook while the browser tests run; they find its address in `SITE`. */
export default async function serveDist(): Promise<() => void> {
  await startOnce();
  const { server, address } = await serve(siteListener(fileURLToPath(new URL("../../dist", import.meta.url))));
  process.env.SITE = address;
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
