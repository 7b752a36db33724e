import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type LaunchOptions } from "@playwright/test";

const packed = resolve(createRequire(import.meta.url).resolve("@sparticuz/chromium"), "../../../bin");
const unpacked = resolve(packed, "../unpacked");

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
];

/**
 * How to start Chromium, which can reach nothing but this machine: the one that comes as an npm package, so that nothing is
 * installed by hand, or that which `CHROMIUM` names. The package is for Linux on x64; elsewhere it is the Chrome that is
 * there. Its own launch arguments are not used, as they turn off the web's security.
 */
export function launchOptions(): LaunchOptions {
  const own = process.env.CHROMIUM;
  if (own) return { executablePath: own, args };
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome", args };
  if (!existsSync(unpacked)) unpack();
  return {
    executablePath: join(unpacked, "chromium"),
    args,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(unpacked, "lib"),
      ...(existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(unpacked, "fonts") })
    }
  };
}

/** Starts it once, so that a machine on which none starts is told so once, and not by each test. */
export async function startOnce(): Promise<void> {
  const browser = await chromium.launch(launchOptions()).catch((error: Error) => {
    const [why] = error.message.split("\n");
    const failure = new Error(
      `no browser starts (${why}); install Chrome, or name a Chromium: CHROMIUM=/usr/bin/chromium`
    );
    delete failure.stack;
    throw failure;
  });
  await browser.close();
}

// Into a folder of its own first: another process may be looking for a complete one.
function unpack(): void {
  const folder = `${unpacked}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "chromium"), decompress("chromium.br"), { mode: 0o755 });
  for (const archive of ["al2023.tar.br", "fonts.tar.br"])
    execFileSync("tar", ["--extract", "--directory", folder], { input: decompress(archive) });
  if (existsSync(unpacked)) rmSync(folder, { recursive: true });
  else renameSync(folder, unpacked);
}

const decompress = (name: string): Buffer => brotliDecompressSync(readFileSync(join(packed, name)));
