import * as Inputs from "@observablehq/inputs";
import type { Plot } from "@observablehq/plot";
import { controls, countsOf, filterText, specInForm } from "../explore/doubts.ts";
import {
  drawRecipe,
  type Explored,
  explore,
  remediesHtml,
  remediesOf,
  rowsHtml,
  statusHtml
} from "../explore/explore.ts";
import { type Field, fieldNamed, fieldsOf, type Row, worded } from "../explore/fields.ts";
import { rowsCsv } from "../explore/layout.ts";
import { sourceText } from "../explore/page-source.ts";
import { yearOf } from "../explore/rows.ts";
import {
  type Filter,
  openingSpec,
  propose,
  readAddress,
  type Spec,
  tableInAddress,
  writeAddress
} from "../explore/spec.ts";
import { sizeFor } from "../kit/figure.ts";
import { tidySvg } from "../kit/plot.ts";

/** Copies a text, and says on the button that asked for it whether that worked. */
export async function copyText(button: HTMLElement, text: string): Promise<void> {
  const label = button.dataset.label ?? button.textContent ?? "";
  button.dataset.label = label;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not allow it";
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

/** Fills an opened filter with what it may keep: the values of a category, or two ends. `choose(null)` takes it away. */
export function fillFilter(
  details: HTMLDetailsElement,
  { filter, field, rows }: { filter: Filter; field: Field; rows: readonly Row[] },
  choose: (next: Filter | null) => void
): void {
  const { input, read } = field.type === "category" ? valuesInput(filter, field, rows) : endsInput(filter, field, rows);
  input.setAttribute("role", "group");
  input.ariaLabel = field.label;
  input.addEventListener("input", () => choose(read()));
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "Take this filter away";
  remove.addEventListener("click", () => choose(null));
  details.append(input, remove);
}

/** An input of Inputs, and the filter that it stands for. */
interface FilterInput {
  input: HTMLElement;
  read: () => Filter;
}

function valuesInput(filter: Filter, field: Field, rows: readonly Row[]): FilterInput {
  const counts = new Map(countsOf(rows, field).map((count) => [count.value, count]));
  const input = Inputs.checkbox([...counts.keys()], {
    value: "values" in filter ? filter.values : [],
    format: (value) => `${counts.get(value)?.words} (${counts.get(value)?.rows})`
  });
  return { input, read: () => ({ column: field.name, values: input.value }) };
}

function endsInput(filter: Filter, field: Field, rows: readonly Row[]): FilterInput {
  const given = rows
    .map((row) => (field.type === "year" ? yearOf(row[field.column]) : row[field.column]))
    .filter((value): value is number => typeof value === "number");
  const extent = [Math.min(...given), Math.max(...given)] as const;
  const ends = "values" in filter ? { from: null, to: null } : filter;
  const input = Inputs.form([
    Inputs.number(extent, { label: "From", value: ends.from ?? extent[0], step: "any" }),
    Inputs.number(extent, { label: "To", value: ends.to ?? extent[1], step: "any" })
  ]);
  return {
    input,
    read: () => ({ column: field.name, from: input.value[0] ?? null, to: input.value[1] ?? null })
  };
}

/** An element of the workshop that has to be there. */
export function partOf<Found extends Element = HTMLElement>(room: Element, selector: string): Found {
  const found = room.querySelector<Found>(selector);
  if (!found) throw new Error(`the workshop has no ${selector}`);
  return found;
}

/** Shows what was made: status, words, rows and page source. The drawing follows with `drawMade`. */
export function showMade(
  room: Element,
  made: Explored,
  { problems, sources }: { problems: readonly string[]; sources: string }
): void {
  const { words } = made;
  partOf(room, ".status").innerHTML = statusHtml(made.rows.length, problems, made.doubts);
  partOf(room, ".remedies").innerHTML = remediesHtml(made.doubts);
  partOf(room, "#your-data").innerHTML = rowsHtml(made.view, words.title);
  const texts = {
    "#your-title": words.title,
    ".subtitle": words.subtitle,
    "#your-words": words.description,
    ".notes": words.notes.join(" "),
    ".source span": sources,
    "#your-source code": made.source
  };
  for (const [selector, text] of Object.entries(texts)) partOf(room, selector).textContent = text;
}

/** Draws what was made at the width that there is. */
export function drawMade(room: Element, made: Explored): void {
  const drawings = partOf(room, ".drawings");
  const width = Math.floor(drawings.clientWidth);
  const recipe = made.recipe(sizeFor(width) === "sm");
  if (!recipe) {
    drawings.replaceChildren();
    return;
  }
  const drawn = drawRecipe(recipe, made.placed, { width, document });
  const [first] = drawn;
  const key = first && recipe.keyed ? keyOf(first.svg as Element & Plot, "symbol" in recipe.plot) : [];
  const panels = drawn.flatMap(({ panel, svg }, index) => {
    const tidy = tidySvg(svg);
    const heading = document.createElement("h4");
    heading.id = `your-panel-${index}`;
    heading.textContent = panel;
    tidy.setAttribute("aria-labelledby", panel === null ? "your-title" : `your-title ${heading.id}`);
    return panel === null ? [tidy] : [heading, tidy];
  });
  drawings.replaceChildren(...key, ...panels);
}

/** Plot's own key of colours or symbols, in this notebook's dress. */
function keyOf(plot: Element & Plot, shaped: boolean): Element[] {
  const key = plot.legend(shaped ? "symbol" : "color", { className: "key" });
  if (!key) return [];
  for (const style of key.querySelectorAll("style")) style.remove();
  for (const svg of key.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "true");
  return [key];
}

/** Gives the reader a file that was made in the page. */
export function offerFile(name: string, content: string, type: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href, download: name });
  link.click();
  URL.revokeObjectURL(href);
}

/** A table as the page has fetched it. */
interface Loaded {
  rows: Row[];
  fields: Field[];
}

/** Brings the workshop of charts to life: from the address, then from each control; the address follows. */
export async function startExploring(room: HTMLElement): Promise<void> {
  const form = partOf<HTMLFormElement>(room, "form");
  const load = tableLoader();
  let spec = openingSpec;
  let loaded: Loaded;
  let made: Explored;

  async function follow(): Promise<void> {
    loaded = await load(tableInAddress(location.search).table);
    const asked = readAddress(location.search, loaded.fields);
    spec = asked.spec;
    show(asked.problems);
  }

  function show(problems: readonly string[] = []): void {
    made = explore(loaded.rows, spec, loaded.fields);
    showMade(room, made, { problems, sources: sourceText(made.rows, spec.table) });
    drawMade(room, made);
  }

  /** Takes a new choice: shows it and puts it in the address. A title being typed is no step to go back by. */
  function choose(next: Spec, step = true): void {
    spec = next;
    const address = writeAddress(spec) || location.pathname;
    const isNew = writeAddress(spec) !== location.search;
    if (step && isNew) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    show();
  }

  /** Lays the controls anew; open filters stay open, and the focus where it was. */
  function layControls(): void {
    const focused = document.activeElement;
    const name = focused && form.contains(focused) ? focused.getAttribute("name") : null;
    const open = [...form.querySelectorAll<HTMLElement>("details[open]")].map(({ dataset }) => dataset.filter);
    form.innerHTML = controls(spec, loaded.fields, loaded.rows);
    for (const details of form.querySelectorAll("details")) details.open = open.includes(details.dataset.filter);
    if (name) form.querySelector<HTMLElement>(`[name="${name}"]:is(select, textarea, :checked)`)?.focus();
  }

  async function chooseTable(name: string): Promise<void> {
    loaded = await load(name);
    choose(propose(name, loaded.fields, loaded.rows));
    layControls();
  }

  function addFilter(column: string): void {
    const isCategory = fieldNamed(loaded.fields, column)?.type === "category";
    const filter: Filter = isCategory ? { column, values: [] } : { column, from: null, to: null };
    spec = { ...spec, filters: [...spec.filters, filter] };
    layControls();
    const details = form.querySelector<HTMLDetailsElement>(`[data-filter="${CSS.escape(column)}"]`);
    if (details) details.open = true;
    details?.querySelector("summary")?.focus();
  }

  function fill(details: HTMLDetailsElement): void {
    const filter = spec.filters.find(({ column }) => column === details.dataset.filter);
    const field = filter && fieldNamed(loaded.fields, filter.column);
    if (!filter || !field || details.childElementCount > 1) return;
    fillFilter(details, { filter, field, rows: loaded.rows }, (next) => {
      choose({ ...spec, filters: spec.filters.flatMap((old) => (old.column === field.name ? (next ?? []) : old)) });
      const said = details.querySelector("summary span");
      if (next && said) said.textContent = filterText(next, field, loaded.rows);
      if (next) return;
      layControls();
      form.querySelector<HTMLElement>('[name="add"]')?.focus();
    });
  }

  await follow();
  form.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLSelectElement;
    if ((target as Element).closest("details") || name === "title") return;
    if (name === "table") chooseTable(value);
    else if (name !== "add") choose(specInForm(valuesIn(form), spec));
    else if (value !== "") addFilter(value);
  });
  form.addEventListener("input", ({ target }) => {
    if ((target as Element).matches("textarea")) choose(specInForm(valuesIn(form), spec), false);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("toggle", ({ target }) => fill(target as HTMLDetailsElement), true);

  const acts: Readonly<Record<string, (button: HTMLElement) => unknown>> = {
    csv: () => offerFile("rows.csv", rowsCsv(made.rows), "text/csv"),
    save: () => offerFile("my-chart.md", made.source, "text/markdown"),
    copy: (button) => copyText(button, made.source),
    link: (button) => copyText(button, new URL(writeAddress(spec) || location.pathname, location.href).href)
  };
  room.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-remedy], [data-do]");
    const act = acts[button?.dataset.do ?? ""];
    const remedy = remediesOf(made.doubts)[Number(button?.dataset.remedy)];
    if (button && act) {
      event.preventDefault();
      act(button);
    } else if (remedy) {
      choose({ ...spec, ...remedy.change });
      layControls();
      partOf(room, ".status").focus({ preventScroll: true });
    }
  });
  addEventListener("popstate", () => follow().then(layControls));
  new ResizeObserver(() => drawMade(room, made)).observe(partOf(room, ".drawings"));
  // What was built stands for the bare address: its controls may be in use already, and are kept.
  if (location.search !== "") layControls();
  else await takeUp(specInForm(valuesIn(form), spec));
  for (const details of form.querySelectorAll("details")) if (details.open) fill(details);

  /** What a reader chose while this code was on its way. */
  async function takeUp(wanted: Spec): Promise<void> {
    if (wanted.table !== spec.table) await chooseTable(wanted.table);
    else if (writeAddress(wanted) !== "") choose(wanted);
  }
}

const valuesIn = (form: HTMLFormElement): Map<string, string> =>
  new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** Fetches each table once. */
function tableLoader(): (name: string) => Promise<Loaded> {
  const tables = new Map<string, Promise<Loaded>>();
  return (name) => {
    const loading =
      tables.get(name) ??
      fetch(`./data/${name}.json`)
        .then((answer) => answer.json() as Promise<Row[]>)
        .then((rows) => {
          const fields = fieldsOf(rows);
          return { rows: worded(rows, fields), fields };
        });
    tables.set(name, loading);
    return loading;
  };
}
