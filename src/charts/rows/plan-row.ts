import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";
import { dateText } from "../words/format.ts";
import { secondHandRow } from "./second-hand-row.ts";
import type { StatementRow } from "./statement-row.ts";

/** A plan in tonnes: the year it is for, and when it was said. */
export interface PlanRow extends StatementRow {
  year: number;
  said: string;
}

/** A stated plan as a row. Its own date stands in place of that of the list that holds it. */
export function planRow(figure: FigureRow, tables: Tables): PlanRow {
  const said = dateText(figure.published ?? "");
  return { ...secondHandRow(figure, tables), published: said, year: Number((figure.period ?? "").slice(0, 4)), said };
}

/** "Ministry of Industry and Trade, August 2024": who stated a plan, by the office spoken for, and when. */
export const planner = ({ speaker, said }: PlanRow): string => `${speaker.split(", ").at(-1)}, ${said}`;
