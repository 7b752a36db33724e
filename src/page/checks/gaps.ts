import type { Unread } from "../../ledger/unread.ts";

/** What pages may name although the notebook lacks it, because it was left out for a fault of its own. */
export interface Gaps {
  unread: Unread;
  /** Whether nothing was left out: only then can the ledger fail to bear out what a figure says. */
  whole: boolean;
}

export const noGaps: Gaps = { unread: { ids: new Set(), wholes: new Set() }, whole: true };
