import { htmlEscape as esc } from "escape-goat";
import { bothSides, jointStance } from "../kit/rows.ts";
import type { Speaker, Topic } from "../ledger/schema.ts";
import type { PositionRow } from "../tables/positions.ts";
import { capitalised, publishedText } from "../words/words.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";

/**
 * A speaker's positions, a list for each publication: topic and stance in words, the position in ours, how it is told, and
 * its paragraphs.
 */
function positionLists(positions: readonly PositionRow[], notebook: Notebook): string {
  const sources = [...new Set(positions.map(({ source }) => source))];
  return sources
    .map((id) => {
      const source = notebook.source(id);
      const path = notebook.site.sourcePath(id);
      const records = path === null ? null : `.${path}`;
      const items = positions.filter((position) => position.source === id).map((row) => positionItem(row, notebook));
      return `<p>In <a href="${esc(source.url ?? "")}">${esc(source.publisher_name)}</a>, ${esc(publishedText(source))}${records === null ? "" : `; ${linked(records, "records")}`}</p>
<ul data-outlet="${esc(notebook.kindLabel(source.kind))}">${items.join("\n")}</ul>`;
    })
    .join("\n");
}

function positionItem(position: PositionRow, notebook: Notebook): string {
  const relays = position.chain.filter((id) => id !== position.publisher && id !== position.speaker);
  const via = relays.map((id) => ` via ${notebook.speaker(id).name}`).join("");
  const places = [position.paragraph, ...position.also].join(", ¶");
  return `<li id="${position.id.replaceAll(".", "-")}" class="${position.stance}"><b>${esc(position.topic_label)}</b> ${position.stance}<p>${esc(position.paraphrase)}</p><small>${position.voice}${esc(via)}, ¶${places}</small></li>`;
}

const meanings: readonly [stance: string, meaning: string][] = [
  ["favourable", "favourable: above the line"],
  ["sceptical", "sceptical: below"],
  ["mixed", "mixed: both"],
  ["describes", "describes only"],
  ["", "blank: says nothing on it"]
];

/** What the ticks mean. The style sheet draws them by the names of the stances. */
const stanceKey = `<ul class="stances" aria-label="What the ticks mean">${meanings
  .map(([stance, meaning]) => `<li${stance ? ` class="${stance}"` : ""}>${meaning}</li>`)
  .join("")}</ul>`;

/** Room in px that the style sheet has above the line of a tally, and below it. */
const room = 32;

/** The first row of the table: how many positions on each topic stand above the line and how many below, with bars. */
function stanceTally(positions: readonly PositionRow[], topics: readonly Topic[]): string {
  const counts = topics.map(({ id, short }) => ({
    short,
    ...bothSides(positions.filter(({ topic }) => topic === id).map(({ stance }) => stance))
  }));
  const most = Math.max(1, ...counts.flatMap(({ up, down }) => [up, down]));
  const cells = counts.map(
    ({ short, up, down }) =>
      `<td data-topic="${esc(short)}" style="--up:${up};--down:${down}"><b>${up}<span class="vh"> favourable,</span></b><b>${down}<span class="vh"> sceptical</span></b></td>`
  );
  return `<tbody class="speaker tally" style="--step:${(room / most).toFixed(2)}px"><tr><th scope="row">All speakers<small>count of positions; mixed ones count on both sides</small></th>${cells.join("")}</tr></tbody>`;
}

interface SpeakerGroup {
  label: string;
  holds: (speaker: Speaker) => boolean;
}

const groups: readonly SpeakerGroup[] = [
  { label: "Officials and statistics", holds: ({ kind }) => kind === "official" || kind === "statistic" },
  { label: "Experts and companies", holds: ({ kind }) => kind === "expert" },
  { label: "Voices of the publications", holds: () => true }
];

/**
 * Closed until somebody opens them, by hand or by an address with one of the keys; what is in them comes with the script
 * that makes them work, so a page without scripts does not show them.
 */
const tools = `<details class="tool" data-tool="find" data-keys="find topic stance voice kind for country outlet order"><summary>Filter, sort and search</summary></details>
<details class="tool" data-tool="compare" data-keys="compare with"><summary>Compare two speakers</summary></details>`;

/**
 * Speakers by topics with their stance, grouped by kind of voice; each row opens to the positions themselves. Every position
 * of the ledger is in it, also those on topics that have no column.
 */
export function speakersByTopic(notebook: Notebook): string {
  const { positions, speakers } = notebook.tables;
  const topics = notebook.topics.filter(({ matrix }) => matrix);
  const heard = speakers.rows.filter((row) => row.positions > 0).map(({ id }) => notebook.speaker(id));
  const placed = new Set<string>();
  const bodies = groups.map(({ label, holds }) => {
    const members = heard.filter((speaker) => !placed.has(speaker.id) && holds(speaker));
    for (const { id } of members) placed.add(id);
    const rows = members.map((speaker) => {
      const own = positions.rows.filter((position) => position.speaker === speaker.id);
      return speakerRows(speaker, own, topics, notebook);
    });
    return `<tbody class="group"><tr><th scope="rowgroup" colspan="${topics.length + 1}">${esc(label)}</th></tr></tbody>\n${rows.join("\n")}`;
  });
  const head = topics.map(({ label }) => `<th scope="col">${esc(label)}</th>`);
  return `${stanceKey}${tools}
<table class="speakers" id="speakers"><caption class="vh">Speakers and their stance by topic</caption><thead><tr><th scope="col">Speaker</th>${head.join("")}</tr></thead>
${stanceTally(positions.rows, topics)}
${bodies.join("\n")}</table>`;
}

function speakerRows(
  speaker: Speaker,
  positions: readonly PositionRow[],
  topics: readonly Topic[],
  notebook: Notebook
): string {
  const cells = topics.map((topic) => {
    const stances = positions.filter((position) => position.topic === topic.id).map(({ stance }) => stance);
    const word = jointStance(stances);
    const tick = stances.length > 0 ? ` class="${word}"><span class="vh">${word} </span>` : ">";
    return `<td data-topic="${esc(topic.short)}"${tick}</td>`;
  });
  const outlets = [...new Set(positions.map(({ source }) => notebook.source(source).publisher_name))];
  const role = [speaker.role ?? "", `in\u00a0${outlets.join(", ")}`].filter(Boolean).join("\u00a0· ");
  return `<tbody class="speaker" id="speaker-${speaker.id}" data-kind="${esc(notebook.kindLabel(speaker.kind))}" data-for="${esc(spokenFor(speaker, notebook))}" data-country="${speaker.country ?? ""}"><tr><th scope="row">${kindSymbol(speaker.kind)} <span>${esc(capitalised(speaker.name))}</span><small>${esc(role)}</small></th>${cells.join("")}</tr>
<tr class="positions"><td colspan="${topics.length + 1}"><details><summary><span>${positions.length} ${positions.length === 1 ? "position" : "positions"}</span>${speaker.note ? ` · ${esc(speaker.note)}` : ""}</summary>
${positionLists(positions, notebook)}</details></td></tr></tbody>`;
}

/** The organisation that somebody speaks for; an organisation and a publication speak for themselves. */
function spokenFor({ affiliation, type, name }: Speaker, notebook: Notebook): string {
  if (affiliation) return notebook.speaker(affiliation).name;
  return type === "organisation" || type === "publication" ? capitalised(name) : "";
}
