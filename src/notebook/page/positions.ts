import { htmlEscape as esc } from "escape-goat";
import { elementId } from "../kit/figure.ts";
import { bothSides, jointStance, positionsAbout } from "../kit/stances.ts";
import type { Speaker, Topic } from "../ledger/schema.ts";
import type { PositionRow } from "../tables/positions.ts";
import { capitalised, publishedText } from "../words/words.ts";
import { addressKeys } from "./addresses.ts";
import { Data, Id, IdPrefix, Part } from "./contract.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";
import { groupBy } from "./sources.ts";

/**
 * A speaker's positions, a list for each publication: topic and stance in words, the position in ours, how it is told, and
 * its paragraphs.
 */
function positionLists(positions: readonly PositionRow[], notebook: Notebook, isCounted: Counted): string {
  const sources = [...new Set(positions.map(({ source }) => source))];
  return sources
    .map((id) => {
      const source = notebook.source(id);
      const path = notebook.site.sourcePath(id);
      const records = path === null ? null : `.${path}`;
      const items = positions
        .filter((position) => position.source === id)
        .map((row) => positionItem(row, notebook, isCounted));
      const name = esc(source.publisher_name);
      const outlet = source.url === null ? name : `<a href="${esc(source.url)}">${name}</a>`;
      return `<p>In ${outlet}, ${esc(publishedText(source))}${records === null ? "" : `; ${linked(records, "records")}`}</p>
<ul ${Data.outlet}="${esc(notebook.kindLabel(source.kind))}">${items.join("\n")}</ul>`;
    })
    .join("\n");
}

function positionItem(position: PositionRow, notebook: Notebook, isCounted: Counted): string {
  const relays = position.chain.filter((id) => id !== position.publisher && id !== position.speaker);
  const via = relays.map((id) => ` via ${notebook.speaker(id).name}`).join("");
  const places = [position.paragraph, ...position.also].join(", ¶");
  const obstacle =
    position.obstacle_label === null ? "" : `<p class="${Part.obstacle}">Obstacle: ${esc(position.obstacle_label)}</p>`;
  const apart = isCounted(position) ? "" : ` (on ${esc(position.subject_name)}, not counted)`;
  return `<li id="${elementId(position.id)}" class="${position.stance}" ${Data.topic}="${esc(position.topic_label)}" ${Data.voice}="${position.voice}"><b>${esc(position.topic_label)}</b> ${position.stance}${apart}<p>${esc(position.paraphrase)}</p>${obstacle}<small>${position.voice}${esc(via)}, <span>¶${places}</span></small></li>`;
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
      `<td data-short="${esc(short)}" style="--up:${up};--down:${down}"><b>${up}<span class="vh"> favourable, </span></b><b>${down}<span class="vh"> sceptical</span></b></td>`
  );
  return `<tbody class="${Part.speaker} ${Part.tally}" style="--step:${(room / most).toFixed(2)}px"><tr><th scope="row">All speakers <small>count of positions; mixed ones count on both sides</small></th>${cells.join("")}</tr></tbody>`;
}

/** The headings under which speakers stand, each with its kinds; last those of kinds that the vocabulary puts under none. */
function groupsOf({ kinds }: Notebook): { label: string; kinds: readonly string[] }[] {
  const groups = groupBy(kinds, ({ group }) => group ?? "");
  const own = [...groups].filter(([label]) => label !== "");
  const others = groups.get("") ?? [];
  return [...own, ["Voices of the publications", others] as const].map(([label, members]) => ({
    label,
    kinds: members.map(({ id }) => id)
  }));
}

/**
 * Closed until somebody opens them, by hand or by an address with one of the keys; what is in them comes with the script
 * that makes them work, so a page without scripts does not show them.
 */
const tools = `${tool("find", "Filter, sort and search")}
${tool("compare", "Compare two speakers")}`;

function tool(name: keyof typeof addressKeys, words: string): string {
  return `<details class="tool" ${Data.tool}="${name}" ${Data.keys}="${addressKeys[name].join(" ")}"><summary>${words}</summary></details>`;
}

/**
 * Speakers by topics with their stance, grouped by kind of voice; each row opens to the positions themselves. Every position
 * of the ledger is in it, also those on topics that have no column, and, where the block names its subject, those on another
 * place; these are not counted.
 */
export function speakersByTopic(notebook: Notebook, subject?: string): string {
  const { positions, speakers } = notebook.tables;
  const counted = subject === undefined ? null : new Set(positionsAbout(subject, notebook.tables));
  const isCounted: Counted = (position) => counted?.has(position) ?? true;
  const topics = notebook.topics.filter(({ matrix }) => matrix);
  const heard = speakers.rows.filter((row) => row.positions > 0).map(({ id }) => notebook.speaker(id));
  const bodies = groupsOf(notebook).map(({ label, kinds }) => {
    const members = heard.filter(({ kind }) => kinds.includes(kind));
    if (members.length === 0) return "";
    const held = members.map((speaker) => ({
      speaker,
      own: positions.rows.filter((position) => position.speaker === speaker.id)
    }));
    // Who is heard on other topics alone comes last in the group.
    held.sort(
      (a, b) => Number(hasColumn(b.own.filter(isCounted), topics)) - Number(hasColumn(a.own.filter(isCounted), topics))
    );
    const rows = held.map(({ speaker, own }) => speakerRows(speaker, own, topics, notebook, isCounted));
    return `<tbody class="${Part.speakerGroup}"><tr><th scope="rowgroup" colspan="${topics.length + 1}">${esc(label)}</th></tr></tbody>\n${rows.join("\n")}`;
  });
  const head = topics.map(({ label }) => `<th scope="col" ${Data.topic}="${esc(label)}">${esc(label)}</th>`);
  return `${stanceKey}${tools}
<table class="${Part.speakers}" id="${Id.speakers}"><caption class="vh">Speakers and their stance by topic</caption><thead><tr><th scope="col">Speaker</th>${head.join("")}</tr></thead>
${stanceTally(positions.rows.filter(isCounted), topics)}
${bodies.join("\n")}</table>`;
}

/** Whether somebody is heard on a topic that has a column. */
const hasColumn = (positions: readonly PositionRow[], topics: readonly Topic[]): boolean =>
  positions.some((position) => topics.some(({ id }) => id === position.topic));

/** What somebody speaks about who is heard on no topic with a column: other topics, or another place. */
function elsewhere(positions: readonly PositionRow[], counted: readonly PositionRow[]): string {
  const said = (label: (position: PositionRow) => string, of: readonly PositionRow[]) =>
    esc([...new Set(of.map(label))].join(", "));
  return counted.length > 0
    ? `on other topics: ${said(({ topic_label }) => topic_label, counted)}`
    : `not counted here, on ${said(({ subject_name }) => subject_name, positions)}`;
}

/** Whether a position is on what the table is about. */
type Counted = (position: PositionRow) => boolean;

function speakerRows(
  speaker: Speaker,
  positions: readonly PositionRow[],
  topics: readonly Topic[],
  notebook: Notebook,
  isCounted: Counted
): string {
  const counted = positions.filter(isCounted);
  const cells = hasColumn(counted, topics)
    ? topics.map((topic) => {
        const stances = counted.filter((position) => position.topic === topic.id).map(({ stance }) => stance);
        const word = jointStance(stances);
        const tick = stances.length > 0 ? ` class="${word}"><span class="vh">${word} </span>` : ">";
        return `<td data-short="${esc(topic.short)}"${tick}</td>`;
      })
    : [`<td class="elsewhere" colspan="${topics.length}">${elsewhere(positions, counted)}</td>`];
  const outlets = [...new Set(positions.map(({ source }) => notebook.source(source).publisher_name))];
  const role = [speaker.role ?? "", `in\u00a0${outlets.join(", ")}`].filter(Boolean).join("\u00a0· ");
  return `<tbody class="${Part.speaker}" id="${IdPrefix.speaker}${speaker.id}" ${Data.kind}="${esc(notebook.kindLabel(speaker.kind))}" ${Data.affiliation}="${esc(spokenFor(speaker, notebook))}" ${Data.country}="${speaker.country ?? ""}"><tr><th scope="row">${kindSymbol(speaker.kind)} <span>${esc(capitalised(speaker.name))}</span> <small>${esc(role)}</small></th>${cells.join("")}</tr>
<tr class="${Part.positions}"><td colspan="${topics.length + 1}"><details><summary><span>${positions.length} ${positions.length === 1 ? "position" : "positions"}</span>${speaker.name_native ? ` · <bdi translate="no">${esc(speaker.name_native)}</bdi>` : ""}${speaker.note ? ` · ${esc(speaker.note)}` : ""}</summary>
${positionLists(positions, notebook, isCounted)}</details></td></tr></tbody>`;
}

/** The organisation that somebody speaks for; an organisation and a publication speak for themselves. */
function spokenFor({ affiliation, type, name }: Speaker, notebook: Notebook): string {
  if (affiliation) return notebook.speaker(affiliation).name;
  return type === "organisation" || type === "publication" ? capitalised(name) : "";
}
