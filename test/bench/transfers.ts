import { setTimeout } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";

/** One answer that the browser took from the network. */
export interface Transfer {
  url: string;
  kind: "page" | "script" | "font" | "other";
  /** As sent: compressed, with the headers. */
  bytes: number;
}

const kinds: Readonly<Record<string, Transfer["kind"]>> = { Document: "page", Script: "script", Font: "font" };

/** Keeps count of what a page fetches. Addresses that are part of the page itself, such as `data:`, are none. */
export class Transfers {
  readonly done: Transfer[] = [];
  readonly #open = new Map<string, Pick<Transfer, "url" | "kind">>();
  #lastChange = performance.now();

  static async of(session: CDPSession): Promise<Transfers> {
    const transfers = new Transfers();
    session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
      if (request.url.startsWith("http"))
        transfers.#change(() =>
          transfers.#open.set(requestId, { url: request.url, kind: kinds[type ?? ""] ?? "other" })
        );
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      transfers.#end(requestId, encodedDataLength)
    );
    session.on("Network.loadingFailed", ({ requestId }) => transfers.#end(requestId, 0));
    await session.send("Network.enable");
    return transfers;
  }

  /** Waits until nothing has been under way for so long. */
  async quiet(milliseconds: number): Promise<void> {
    while (this.#open.size > 0 || performance.now() - this.#lastChange < milliseconds) await setTimeout(50);
  }

  #change(change: () => void): void {
    change();
    this.#lastChange = performance.now();
  }

  #end(requestId: string, bytes: number): void {
    const transfer = this.#open.get(requestId);
    if (!transfer) return;
    this.#change(() => this.#open.delete(requestId));
    // What the browser still had, or cancelled, was not transferred.
    if (bytes > 0) this.done.push({ ...transfer, bytes });
  }
}
