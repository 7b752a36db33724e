import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../charts/words/format.ts";
import type { EventRow } from "../tables/events.ts";
import { eventCalendar } from "./event-calendar.ts";
import { eventMonths } from "./event-months.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { kindKey } from "./source-list.ts";

/**
 * Dated events as a calendar and as a list by month, each as precisely as its sources date it, with the passages that tell
 * of it. A month to which nothing is dated is in the list too.
 */
export function timeline(notebook: Notebook): string {
  const months = eventMonths(notebook.tables.events.rows);
  const sections = months.map(({ date, events }) => {
    const items = events.map((event) => eventItem(event, notebook));
    return `<li id="m-${date}"><h2>${dateText(date)}</h2>${items.length > 0 ? `<ol>${items.join("\n")}</ol>` : `<p class="meta">Nothing in the record is dated to this month.</p>`}</li>`;
  });
  const calendar = eventCalendar(months, ({ passages: [passage = ""] }) => teller(passage, notebook).kind);
  return `${kindKey(notebook)}
${calendar}
<ol class="timeline">${sections.join("\n")}</ol>`;
}

function eventItem({ id, date, precision, title, inferred, passages, urls, ...event }: EventRow, notebook: Notebook) {
  const topic = notebook.topics.find((candidate) => candidate.id === event.topic)?.label ?? event.topic;
  const links = passages.map((passage, place) => {
    const { name, kind } = teller(passage, notebook);
    const url = urls[place];
    return `<span class="nb">${kindSymbol(kind)} ${url ? `<a href="${esc(url)}">${esc(name)}</a>` : esc(name)}</span>`;
  });
  // Two statements on one page of one speaker are one way to read on.
  const told = [...new Set(links)].join(", ");
  return `<li id="${id}" class="${precision}"><p class="when"><time datetime="${date}">${esc(dayText(date))}</time></p>
<div><p class="what">${esc(title)}</p>
<p class="meta">${esc(topic)} · ${told}${inferred ? `. ${esc(inferred)}` : ""}</p></div></li>`;
}

/** "24 February" under its month's heading, or what the sources do not give. */
function dayText(date: string): string {
  const [, month, day] = date.split("-");
  return day ? dateText(date).slice(0, -5) : month ? "no day given" : "no month given";
}

/** Who tells of an event in a passage: a publication with its paragraph, "Izvestia ¶8", or the one who was heard second-hand. */
function teller(passage: string, notebook: Notebook): { name: string; kind: string } {
  const fact = notebook.fact(passage);
  if (fact?.kind === "figure") return { name: fact.row.speaker_name, kind: fact.row.speaker_kind };
  const [id = "", ...place] = passage.split(/,? /);
  const source = notebook.source(id);
  if (source.reading !== "second-hand")
    return { name: [source.publisher_name, ...place].join("\u00a0"), kind: source.kind };
  const name = place.join(" ");
  return { name, kind: notebook.tables.speakers.rows.find((speaker) => speaker.name === name)?.kind ?? source.kind };
}
