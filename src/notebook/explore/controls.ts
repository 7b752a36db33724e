import { htmlEscape as esc } from "escape-goat";
import { rowsText } from "./doubts.ts";
import type { Explored } from "./explore.ts";
import { type Filter, fieldNamed, type Table, yearOf } from "./fields.ts";
import { marks, type Spec } from "./spec.ts";

/** The fields that make a chart, as HTML; each is named as in the chart's address. The same when built and when live. */
export function controls(spec: Spec, table: Table, tables: Readonly<Record<string, string>>): string {
  const named = (...types: string[]): [string, string][] =>
    table.fields.flatMap(({ name, label, type }) => (types.includes(type) ? [[name, label]] : []));
  const none: [string, string] = ["", "None"];
  const sides = [none, ...named("amount", "number", "year", "category")];
  const chosen = spec.filters.map(({ column }) => column);
  const more = named("category", "year", "number").filter(([name]) => !chosen.includes(name));
  const forms = Object.entries(marks).map(([mark, words]) => {
    const checked = mark === spec.mark ? " checked" : "";
    return `<label><input type="radio" name="mark" value="${mark}"${checked}><span>${words}</span></label>`;
  });
  return `${select("table", "Table", spec.table, Object.entries(tables))}
<fieldset class="rows"><legend>Rows</legend>${spec.filters.map((filter) => filterHtml(filter, table)).join("")}
${select("add", "Filter by", "", [["", "Add a filter"], ...more])}</fieldset>
<div class="pair">${select("across", "Across", spec.across, sides)}${select("up", "Up", spec.up, sides)}</div>
<fieldset class="choice"><legend>Form</legend><div>${forms.join("")}</div></fieldset>
${select("colour", "Colour", spec.colour, [none, ...named("category", "year")])}
<label>Title: state the finding<textarea name="title" rows="2" maxlength="200" autocomplete="off">${esc(spec.title)}</textarea></label>`;
}

function select(name: string, label: string, chosen: string, all: readonly [value: string, words: string][]): string {
  const options = all.map(
    ([value, words]) => `<option value="${esc(value)}"${value === chosen ? " selected" : ""}>${esc(words)}</option>`
  );
  return `<label>${label}<select name="${name}" autocomplete="off">${options.join("")}</select></label>`;
}

/** A filter as a line that opens: the values of a category, or two ends. */
function filterHtml({ column, values, from, to }: Filter, table: Table): string {
  const field = fieldNamed(table, column);
  if (!field) return "";
  const all = table.counts(field);
  const boxes = all.map(({ value, words, rows }) => {
    const checked = values.includes(value) ? " checked" : "";
    return `<label><input type="checkbox" name="is.${column}" value="${esc(value)}"${checked}> ${esc(words)} (${rows})</label>`;
  });
  const numbers = all.map(({ value }) => (field.type === "year" ? yearOf(value) : Number(value)) ?? Number.NaN);
  const given = numbers.filter(Number.isFinite);
  const end = (name: string, label: string, value: number | null, furthest: number): string =>
    `<label>${label}<input type="number" name="${name}.${column}" value="${value ?? ""}" placeholder="${furthest}" step="any"></label>`;
  const ends = end("from", "From", from, Math.min(...given)) + end("to", "To", to, Math.max(...given));
  const kept = all.flatMap(({ value, words }) => (values.includes(value) ? words : []));
  const some = kept.length > 3 ? `${kept.slice(0, 3).join(", ")} and ${kept.length - 3} more` : kept.join(", ");
  const said = field.type === "category" ? some || "any" : `${from ?? "first"} to ${to ?? "last"}`;
  return `<details data-filter="${column}"><summary><b>${esc(field.label)}</b> <span>${esc(said)}</span></summary><div role="group" aria-label="${esc(field.label)}">${field.type === "category" ? boxes.join("") : ends}</div></details>`;
}

const mostRows = 100;

/** All that is said of a chart, as HTML by the selector of its place: words, what stands against it, rows, page source. */
export function partsOf(made: Explored, problems: readonly string[] = []): Record<string, string> {
  const doubted = made.doubts.map(({ text, stop }) => `<p>${stop ? "<b>No chart.</b> " : ""}${esc(text)}</p>`);
  const said = [...problems.map((problem) => `<p>${esc(problem)}</p>`), ...doubted].join("");
  const remedies = remediesOf(made).map(
    ({ label }, index) => `<button type="button" data-remedy="${index}">${esc(label)}</button>`
  );
  return {
    ".status": `<p><b>${rowsText(made.rows.length)}.</b>${said === "" ? " Unit, period and edition come with the table. No average is offered: where sources disagree, each is drawn." : ""}</p>${said}`,
    ".remedies": remedies.join(""),
    "#your-title": esc(made.title),
    ".subtitle": esc(made.subtitle),
    "#your-words": esc(made.description),
    ".notes": esc(made.notes.join(" ")),
    ".source span": esc(made.sources),
    "#your-data": rowsHtml(made),
    "#your-source": `<code>${esc(made.source)}</code>`
  };
}

/** Every remedy that the doubts offer, each once. */
export const remediesOf = ({ doubts }: Explored) => [
  ...new Map(doubts.flatMap(({ remedies }) => remedies).map((remedy) => [remedy.label, remedy])).values()
];

/** A chart's rows as a table; the first hundred, with a word on how to get the others. */
function rowsHtml({ title, view: { columns, body } }: Explored): string {
  const side = columns.map(({ number }) => (number ? "end" : "start"));
  const heads = columns.map(({ label }, index) => `<th scope="col" class="${side[index]}">${esc(label)}</th>`);
  const rows = body.slice(0, mostRows).map(([first = "", ...rest]) => {
    const cells = rest.map((cell, index) => `<td class="${side[index + 1]}">${esc(cell)}</td>`);
    return `<tr><th scope="row">${esc(first)}</th>${cells.join("")}</tr>`;
  });
  const more = `<p class="more">The first ${mostRows} of ${rowsText(body.length)}; CSV has all.</p>`;
  return `<table><caption class="vh">${esc(title)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>${body.length > mostRows ? more : ""}`;
}
