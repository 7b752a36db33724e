import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeTable } from "../../src/notebook/browser/large-table.ts";
import { siteListener } from "../../src/notebook/build/serve-site.ts";
import { readQuery } from "../../src/notebook/explore/spec.ts";
import type { Notebook } from "../../src/notebook/page/notebook.ts";
import { bytesOf } from "../../src/notebook/page/published-file.ts";
import { tableFiles } from "../../src/notebook/page/table-files.ts";

/** What a reader's chart of some rows of the table of figures asks of the project's own server, in bytes with answers' heads. */
export interface QueryCost {
  /** Of the table's file. */
  file: number;
  rows: number;
  requests: number;
  bytes: number;
}

/** Publishes the table of figures, and reads from it what the chart of a query needs; null where the table is not large. */
export async function queryCost(notebook: Notebook, query: string): Promise<QueryCost | null> {
  const files = tableFiles(notebook).filter(({ path }) => /^data\/figures\.(?:parquet|summary\.json)$/.test(path));
  if (files.length < 2) return null;
  const site = mkdtempSync(join(tmpdir(), "query-cost-"));
  mkdirSync(join(site, "data"));
  for (const file of files) writeFileSync(join(site, file.path), bytesOf(file));
  const sockets = new Set<Socket>();
  let requests = 0;
  const listener = siteListener(site);
  const server = createServer((request, response) => {
    requests++;
    listener(request, response);
  }).on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const folder = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`);
    const table = await largeTable("figures", folder, {});
    const found = await table.forChart?.(readQuery(new URLSearchParams(query), table).spec);
    const [parts] = files.map((file) => bytesOf(file).byteLength);
    const bytes = [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
    return { file: parts ?? 0, rows: found?.rows.length ?? 0, requests, bytes };
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(site, { recursive: true });
  }
}
