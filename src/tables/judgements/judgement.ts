import type { Fault } from "../../ledger/fault.ts";
import type { ParsedLedger } from "../../ledger/parse-ledger.ts";
import type { FigureRow } from "../figures.ts";

/** A rule on where judgement must keep up with the figures. The ledger is otherwise sound, but may be a part of the whole. */
export type Judgement = (parsed: ParsedLedger, figures: readonly FigureRow[]) => Fault[];
