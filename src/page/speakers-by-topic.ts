import { htmlEscape as esc } from "escape-goat";
import { jointStance } from "../charts/rows/joint-stance.ts";
import { capitalised } from "../charts/words/format.ts";
import type { Speaker, Topic } from "../ledger/schema.ts";
import type { PositionRow } from "../tables/positions.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { positionLists } from "./position-list.ts";
import { stanceKey } from "./stance-key.ts";
import { stanceTally } from "./stance-tally.ts";

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
