import { readAddress, tableInAddress, writeAddress } from "../explore/address.ts";
import { remediesOf } from "../explore/chart-html.ts";
import { controls, filterText, specInForm } from "../explore/controls.ts";
import { type Explored, explore } from "../explore/explore.ts";
import { type Field, fieldNamed, fieldsOf, type Row } from "../explore/fields.ts";
import { propose } from "../explore/propose.ts";
import { rowsCsv } from "../explore/rows-view.ts";
import { sourceText } from "../explore/source-text.ts";
import { type Filter, openingSpec, type Spec } from "../explore/spec.ts";
import { worded } from "../explore/worded.ts";
import { copyText } from "./copy-text.ts";
import { fillFilter } from "./explore-filter.ts";
import { drawMade, partOf, showMade } from "./explore-view.ts";
import { offerFile } from "./offer-file.ts";

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
