import type { LaunchOptions } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** How to start the Chromium that comes as an npm package, with nothing installed by hand and no request of its own. */
export async function launchOptions(): Promise<LaunchOptions> {
  return {
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args,
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run"
    ],
    headless: true
  };
}
