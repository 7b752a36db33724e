import { htmlEscape as esc } from "escape-goat";
import { capitalised } from "../charts/format.ts";
import type { Speaker, Stance, Topic } from "../ledger/schema.ts";
import type { PositionRow } from "../tables/positions.ts";
import { publishedText } from "./dates.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { recordLink } from "./record-link.ts";

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
    return `<tbody><tr class="group"><th scope="rowgroup" colspan="${topics.length + 1}">${esc(label)}</th></tr></tbody>\n${rows.join("\n")}`;
  });
  const head = topics.map(
    ({ label, short }) =>
      `<th scope="col"><span class="long">${esc(label)}</span><span class="short">${esc(short)}</span></th>`
  );
  return `${stanceKey}<table class="speakers" id="speakers"><caption class="vh">Speakers and their stance by topic</caption><thead><tr><th scope="col">Speaker</th>${head.join("")}</tr></thead>
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
    return `<td data-topic="${esc(topic.short)}">${stanceTick(stances, `${speaker.name}, ${topic.label}`)}</td>`;
  });
  const outlets = [...new Set(positions.map(({ source }) => notebook.source(source).publisher_name))];
  const role = [speaker.role ?? "", `in ${outlets.join(", ")}`].filter(Boolean).join(" · ");
  return `<tbody class="speaker" id="speaker-${speaker.id}"><tr><th scope="row">${kindSymbol(speaker.kind)} ${esc(capitalised(speaker.name))}<small>${esc(role)}</small></th>${cells.join("")}</tr>
<tr class="positions"><td colspan="${topics.length + 1}"><details><summary>${positions.length} ${positions.length === 1 ? "position" : "positions"}${speaker.note ? ` · ${esc(speaker.note)}` : ""}</summary>
<ul>${positions.map((position) => positionItem(position, notebook)).join("\n")}</ul></details></td></tr></tbody>`;
}

function positionItem(position: PositionRow, notebook: Notebook): string {
  const source = notebook.source(position.source);
  const relays = position.chain.filter((id) => id !== position.publisher && id !== position.speaker);
  const via = relays.map((id) => `, via ${notebook.speaker(id).name}`).join("");
  const places = [position.paragraph, ...position.also].join(", ¶");
  return `<li id="${position.id.replaceAll(".", "-")}">${stanceTick([position.stance], "")}<div><p class="topic">${esc(position.topic_label)}<span class="vh">, ${position.stance}</span></p>
<p>${esc(position.paraphrase)} <small>${position.voice} in <a href="${esc(source.url ?? "")}">${esc(source.publisher_name)}</a>${esc(via)}, ${esc(publishedText(source))}, <a href="${recordLink(position)}">¶${places}</a></small></p></div></li>`;
}

/**
 * One tick for any number of statements: a bar above the line where one is favourable, below where one is sceptical, both
 * where they are mixed, a thick line where they only describe. `name` is what it is called; empty beside its own words.
 */
function stanceTick(stances: readonly Stance[], name: string): string {
  if (stances.length === 0) return "";
  const favourable = stances.some((stance) => stance === "favourable" || stance === "mixed");
  const sceptical = stances.some((stance) => stance === "sceptical" || stance === "mixed");
  const word = favourable ? (sceptical ? "mixed" : "favourable") : sceptical ? "sceptical" : "describes";
  const label = name ? `role="img" aria-label="${esc(`${name}: ${word}`)}"` : `aria-hidden="true"`;
  return `<svg class="tick" viewBox="0 0 26 34" ${label}><use href="#s-${word}"/></svg>`;
}

const stanceShapes: Readonly<Record<string, string>> = {
  favourable: `<path d="M0 17H26" stroke="var(--rule2)"/><path d="M8 4h10v13h-10z" fill="var(--fav)"/>`,
  sceptical: `<path d="M0 17H26" stroke="var(--rule2)"/><path d="M8 17h10v13h-10z" fill="var(--scep)"/>`,
  mixed: `<path d="M0 17H26" stroke="var(--rule2)"/><path d="M8 4h10v13h-10z" fill="var(--fav)"/><path d="M8 17h10v13h-10z" fill="var(--scep)"/>`,
  describes: `<path d="M0 17H26" stroke="var(--ink2)" stroke-width="3.4"/>`
};

/** The ticks, defined once and used by reference. */
const stanceSprite = `<svg width="0" height="0" class="sprite" aria-hidden="true">${Object.entries(stanceShapes)
  .map(([word, shape]) => `<symbol id="s-${word}" viewBox="0 0 26 34">${shape}</symbol>`)
  .join("")}</svg>`;

const stanceKey = `${stanceSprite}<ul class="stances" aria-label="What the ticks mean"><li>${stanceTick(["favourable"], "")} favourable: above the line</li><li>${stanceTick(["sceptical"], "")} sceptical: below</li><li>${stanceTick(["mixed"], "")} mixed: both</li><li>${stanceTick(["describes"], "")} describes only</li><li>blank: says nothing on it</li></ul>`;
