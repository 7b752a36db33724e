import { htmlEscape as esc } from "escape-goat";
import { eventMonths } from "../charts/calendar/event-months.ts";
import { eventTeller, tellerText } from "../charts/rows/event-teller.ts";
import { dateText } from "../charts/words/format.ts";
import type { EventRow } from "../tables/events.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";

/**
 * Dated events by month, each as precisely as its sources date it, with the passages that tell of it. A month to which
 * nothing is dated is in the list too.
 */
export function timeline(notebook: Notebook): string {
  const sections = eventMonths(notebook.tables.events.rows).map(({ date, events }) => {
    const items = events.map((event) => eventItem(event, notebook));
    return `<li id="m-${date}"><h2>${dateText(date)}</h2>${items.length > 0 ? `<ol>${items.join("\n")}</ol>` : `<p class="meta">Nothing in the record is dated to this month.</p>`}</li>`;
  });
  return `<ol class="timeline" id="events">${sections.join("\n")}</ol>`;
}

function eventItem({ id, date, precision, title, inferred, passages, urls, ...event }: EventRow, notebook: Notebook) {
  const topic = notebook.topics.find((candidate) => candidate.id === event.topic)?.label ?? event.topic;
  const links = passages.map((passage, place) => {
    const teller = eventTeller(passage, notebook.tables);
    const [name, url] = [esc(tellerText(teller)), urls[place]];
    return `<span class="nb">${kindSymbol(teller.kind)} ${url ? `<a href="${esc(url)}">${name}</a>` : name}</span>`;
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
