import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../charts/format.ts";
import type { EventRow } from "../tables/events.ts";
import type { Notebook } from "./notebook.ts";

const precisionWords: Readonly<Record<EventRow["precision"], string>> = {
  day: "",
  month: "day not given",
  year: "month not given"
};

/** Dated events in order of time, each as precisely as its sources date it, with the passages that tell of it. */
export function timeline(notebook: Notebook): string {
  const items = notebook.tables.events.rows.map((event) => {
    const topic = notebook.topics.find(({ id }) => id === event.topic)?.label ?? event.topic;
    const care = [precisionWords[event.precision], event.inferred].filter(Boolean).join("; ");
    return `<li id="${event.id}" class="${event.precision}"><p class="when"><time datetime="${event.date}">${esc(dateText(event.date))}</time></p>
<div><p class="what">${esc(event.title)}</p>
<p class="meta">${esc(topic)}${care ? ` · ${esc(care)}` : ""} · ${event.passages.map((passage, i) => link(passage, event.urls[i])).join(", ")}</p></div></li>`;
  });
  return `<ol class="timeline">${items.join("\n")}</ol>`;

  /** A passage by the name of its publication: "Izvestia ¶8"; a statement by the name of who made it. */
  function link(passage: string, url: string | undefined): string {
    const [source = "", paragraph] = passage.split(" ");
    const fact = notebook.fact(passage);
    const name =
      fact?.kind === "figure"
        ? fact.row.speaker_name
        : paragraph?.startsWith("¶")
          ? `${notebook.source(source).publisher_name} ${paragraph}`
          : passage.replace(source, notebook.source(source.replace(/,$/, "")).publisher_name);
    return url ? `<a href="${esc(url)}">${esc(name)}</a>` : esc(name);
  }
}
