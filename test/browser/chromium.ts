import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { LaunchOptions } from "@playwright/test";

const packed = resolve(createRequire(import.meta.url).resolve("@sparticuz/chromium"), "../../../bin");
const unpacked = resolve(packed, "../unpacked");

/**
 * How to start the Chromium that comes as an npm package: nothing is installed by hand, and it can reach nothing but
 * this machine. The package's own launch arguments are not used, as they turn off the web's security.
 */
export function launchOptions(): LaunchOptions {
  if (!existsSync(unpacked)) unpack();
  return {
    executablePath: join(unpacked, "chromium"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--font-render-hinting=none",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    ],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(unpacked, "lib"),
      ...(existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(unpacked, "fonts") })
    }
  };
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
