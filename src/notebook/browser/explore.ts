import { drawRecipe } from "../explore/chart.ts";
import { controls, partsOf, remediesOf } from "../explore/controls.ts";
import { type Explored, explore } from "../explore/explore.ts";
import { type Row, type Table, tableOf, type Vocabulary } from "../explore/fields.ts";
import { rowsCsv } from "../explore/rows.ts";
import { anyOf, isQueryKey, propose, readQuery, type Spec, writeQuery } from "../explore/spec.ts";
import { sizeFor } from "../kit/figure.ts";
import { tidySvg } from "../kit/plot.ts";

/** What the page tells this script: its tables by name, the chart that it opens with as a query, the vocabulary. */
export interface ExploreSettings {
  tables: Readonly<Record<string, string>>;
  opening: string;
  vocabulary: Vocabulary;
}

/** Copies a text, and says on the button that asked for it whether that worked. */
async function copyText(button: HTMLElement, text: string): Promise<void> {
  const label = button.dataset.label ?? button.textContent ?? "";
  button.dataset.label = label;
  const copied = await navigator.clipboard.writeText(text).then(
    () => "Copied",
    () => "The browser does not allow it"
  );
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

/** Gives the reader a file that was made in the page. */
function offerFile(download: string, content: string, type: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download }).click();
  URL.revokeObjectURL(href);
}

/** Brings the page's chart to life: address and form say the same in the same names, and the chart follows both. */
export async function startExploring(room: HTMLElement): Promise<void> {
  const part = <Found extends HTMLElement>(selector: string): Found => {
    const found = room.querySelector<Found>(selector);
    if (!found) throw new Error(`the page has no ${selector} to make a chart in`);
    return found;
  };
  const form = part<HTMLFormElement>("form");
  const { tables, opening, vocabulary } = JSON.parse(part("script").textContent ?? "") as ExploreSettings;
  const folder = new URL(".", part<HTMLAnchorElement>('[data-do="csv"]').href);
  let table: Table | undefined;
  let spec: Spec;
  let made: Explored;

  async function load(name: string): Promise<Table> {
    if (table?.name === name) return table;
    const answer = await fetch(new URL(`${name}.json`, folder));
    return tableOf(name, (await answer.json()) as Row[], vocabulary);
  }

  /** Shows the chart of a query; the opening chart where it asks for none, or for a table that is not there. */
  async function show(asked: URLSearchParams): Promise<void> {
    const name = asked.get("table") ?? "";
    const isKnown = Object.hasOwn(tables, name);
    const query = isKnown ? asked : new URLSearchParams(opening);
    table = await load(query.get("table") ?? "");
    const read = readQuery(query, table);
    const unknown = `The address asks for the table “${name}”, which there is not; this is the chart that the page opens with.`;
    spec = read.spec;
    made = explore(table, spec);
    const parts = partsOf(made, isKnown || name === "" ? read.problems : [unknown]);
    for (const [selector, html] of Object.entries(parts)) part(selector).innerHTML = html;
    draw();
  }

  function draw(): void {
    const width = Math.floor(part(".drawings").clientWidth);
    const recipe = made.recipe(sizeFor(width) === "sm");
    const drawn = recipe ? drawRecipe(recipe, made.placed, { width, document }) : [];
    for (const svg of drawn) if (svg.localName === "svg") tidySvg(svg).setAttribute("aria-labelledby", "your-title");
    part(".drawings").replaceChildren(...drawn);
  }

  const address = (): string => {
    const query = writeQuery(spec).toString();
    return query === opening ? location.pathname : `?${query}`;
  };

  /** Shows what was chosen and puts it in the address. What is being typed is no step to go back by. */
  async function choose(query: URLSearchParams, step = true): Promise<void> {
    await show(query);
    const isNew = new URL(address(), location.href).search !== location.search;
    history[step && isNew ? "pushState" : "replaceState"](null, "", address());
  }

  /** Lays the fields anew; open filters stay open, and the focus where it was. */
  function layFields(opened = ""): void {
    if (!table) return;
    const name = document.activeElement?.getAttribute("name");
    const open = [...form.querySelectorAll<HTMLElement>("details[open]")].map(({ dataset }) => dataset.filter);
    form.innerHTML = controls(spec, table, tables);
    for (const details of form.querySelectorAll("details"))
      details.open = [...open, opened].includes(details.dataset.filter);
    form.querySelector<HTMLElement>(opened ? `[data-filter="${opened}"] summary` : `select[name="${name}"]`)?.focus();
  }

  const inForm = (): URLSearchParams =>
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

  async function follow(): Promise<void> {
    await show(new URLSearchParams(location.search));
    layFields();
  }

  async function chooseTable(name: string): Promise<void> {
    await choose(writeQuery(propose(await load(name))));
    layFields();
  }

  form.addEventListener("input", async ({ target }) => {
    const { name, value, type } = target as HTMLInputElement;
    if (name === "table") await chooseTable(value);
    else if (name === "add") {
      spec = { ...spec, filters: [...spec.filters, anyOf(value)] };
      layFields(value);
    } else await choose(inForm(), type !== "textarea" && type !== "number");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", follow);
  const acts: Readonly<Record<string, (button: HTMLElement) => unknown>> = {
    csv: () => table && offerFile("rows.csv", rowsCsv(made.rows, table), "text/csv"),
    save: () => offerFile("my-chart.md", made.source, "text/markdown"),
    copy: (button) => copyText(button, made.source),
    link: (button) => copyText(button, new URL(address(), location.href).href)
  };
  room.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-remedy], [data-do]");
    const act = acts[button?.dataset.do ?? ""];
    const remedy = remediesOf(made)[Number(button?.dataset.remedy)];
    if (act) event.preventDefault();
    if (button) act?.(button);
    if (!remedy) return;
    await choose(writeQuery({ ...spec, ...remedy.change }));
    layFields();
    part(".status").focus({ preventScroll: true });
  });

  // What was built stands for the bare address: its fields may be in use already, and are kept.
  const built = new URLSearchParams(opening).get("table");
  if ([...new URLSearchParams(location.search).keys()].some(isQueryKey)) await follow();
  else if (inForm().get("table") === built) await choose(inForm(), false);
  else await chooseTable(inForm().get("table") ?? "");
  new ResizeObserver(draw).observe(part(".drawings"));
}
