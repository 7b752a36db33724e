import { existsSync, readFileSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import { siteListener } from "./serve-site.ts";

const events = "/_live-reload";
const script = `<script>new EventSource(${JSON.stringify(events)}).onmessage = () => location.reload()</script>`;

/** Serves `site` so that each open page loads itself anew when `reload` is called. */
export function liveReload(site: string): { listener: RequestListener; reload: () => void } {
  const readers = new Set<ServerResponse>();
  const files = siteListener(site);
  return {
    reload() {
      for (const reader of readers) reader.write("data: reload\n\n");
    },
    listener(request, response) {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      const page = join(site, path.endsWith("/") ? `${path}index.html` : `${path}.html`);
      if (path === events) {
        response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
        response.write("retry: 500\n\n");
        readers.add(response);
        response.on("close", () => readers.delete(response));
      } else if (existsSync(page)) {
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
        response.end(readFileSync(page, "utf8") + script);
      } else files(request, response);
    }
  };
}
