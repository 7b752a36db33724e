import { drawRecipe } from "../explore/chart.ts";
import { controls, partsOf, remediesOf } from "../explore/controls.ts";
import { type Explored, explore } from "../explore/explore.ts";
import { type Row, type Table, tableOf } from "../explore/fields.ts";
import { anyOf, propose, readQuery, type Spec, writeQuery } from "../explore/spec.ts";
import { sizeFor } from "../kit/figure.ts";
import { tidySvg } from "../kit/plot.ts";
import { Data, Part } from "../page/contract.ts";
import type { ExploreSettings } from "../page/explore-block.ts";
import { csv } from "../tables/csv.ts";
import { chartPicture, picturePixels, pictureText } from "./chart-picture.ts";
import { copyText, offerFile } from "./copy-link.ts";

/**
 * Brings the page's chart to life: address and form say the same in the same names, and the chart follows both. Rows that do
 * not come leave chart, form and address as they were, and the page says `why`.
 */
export async function startExploring(room: HTMLElement, why: () => Promise<string>): Promise<void> {
  const part = <Found extends HTMLElement>(selector: string): Found => {
    const found = room.querySelector<Found>(selector);
    if (!found) throw new Error(`the page has no ${selector} to make a chart in`);
    return found;
  };
  const form = part<HTMLFormElement>("form");
  const { tables, large, opening, looks, site } = JSON.parse(part("script").textContent ?? "") as ExploreSettings;
  const folder = new URL(".", part<HTMLAnchorElement>(`[${Data.action}="csv"]`).href);
  let table: Table | undefined;
  let spec: Spec;
  let made: Explored;
  let shown = opening;
  let turns = 0;

  async function load(name: string): Promise<Table> {
    if (table?.name === name) return table;
    if (large?.includes(name)) return (await import("./large-table.ts")).largeTable(name, folder, looks);
    const answer = await fetch(new URL(`${name}.json`, folder));
    if (!answer.ok) throw new Error(`there is no table ${name}`);
    return tableOf(name, (await answer.json()) as Row[], looks);
  }

  /** Shows the chart of a query, or the opening chart where it asks for none or for a table that is not there. */
  async function show(asked: URLSearchParams, address: "push" | "replace" | "keep"): Promise<void> {
    const name = asked.get("table");
    const isKnown = name !== null && Object.hasOwn(tables, name);
    const query = isKnown ? asked : new URLSearchParams(opening);
    table = await load(query.get("table") ?? "");
    const read = readQuery(query, table);
    const unknown = `The address asks for the table “${name}”, which there is not; this is the chart that the page opens with.`;
    spec = read.spec;
    if (table.forChart) {
      const turn = ++turns;
      const came = await table.forChart(spec);
      // Another may have been asked for meanwhile.
      if (turn !== turns) return;
      table = came;
    }
    made = explore(table, spec);
    const problems = isKnown || name === null ? read.problems : [unknown];
    for (const [selector, html] of Object.entries(partsOf(made, [...problems, ...(table.lacks ?? [])])))
      part(selector).innerHTML = html;
    draw();
    const written = writeQuery(spec).toString();
    if (address !== "keep" && written !== shown) history[`${address}State`](null, "", addressOf(written));
    shown = written;
    for (const link of room.querySelectorAll<HTMLAnchorElement>(`.${Part.views} a`))
      if (link.search.slice(1) === shown) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
  }

  const addressOf = (written: string): string => (written === opening ? location.pathname : `?${written}`);

  function draw(): void {
    const width = Math.floor(part(`.${Part.drawings}`).clientWidth);
    if (width === 0) return;
    const recipe = made.recipe(sizeFor(width) === "sm");
    const drawn = recipe ? drawRecipe(recipe, made.placed, { width, document }) : [];
    for (const svg of drawn) if (svg.localName === "svg") tidySvg(svg).setAttribute("aria-labelledby", "your-title");
    const drawings = part(`.${Part.drawings}`);
    drawings.replaceChildren(...(recipe || spec.mark === "table" ? drawn : ["No chart: the reason stands above."]));
    // On a phone a chart that leaves room for the fields stays in sight beside them.
    drawings.classList.toggle("near", drawings.offsetHeight < innerHeight * 0.62);
  }

  const picture = (): SVGSVGElement =>
    chartPicture(part(`.${Part.drawings}`), { ...made, source: `Source: ${made.sources}. Chart made in: ${site}` });

  /** Lays the fields anew; open filters stay open, and the focus where it was, or at the filter that is added. */
  function layFields(added = ""): void {
    const name = document.activeElement?.getAttribute("name");
    const open = [...form.querySelectorAll<HTMLElement>("details[open]")].map(({ dataset }) => dataset.filter);
    if (table) form.innerHTML = controls(spec, table, tables);
    for (const details of form.querySelectorAll("details"))
      details.open = [...open, added].includes(details.dataset.filter);
    form.querySelector<HTMLElement>(added ? `[data-filter="${added}"] summary` : `select[name="${name}"]`)?.focus();
  }

  const inForm = (): URLSearchParams =>
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

  async function change(target: HTMLInputElement): Promise<void> {
    const { name, value, type } = target;
    if (name === "add") {
      spec = { ...spec, filters: [...spec.filters, anyOf(value)] };
      layFields(value);
    } else if (name === "table") {
      const chosen = await load(value);
      // Another may have been chosen meanwhile.
      if (target.value !== value) return;
      table = chosen;
      await show(writeQuery(propose(table)), "push");
      layFields();
      // What is being typed is no step to go back by.
    } else await show(inForm(), type === "textarea" || type === "number" ? "replace" : "push");
  }

  /** Does what the reader asks, or puts back what says that it was done. */
  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      history.replaceState(null, "", addressOf(shown));
      layFields();
      const reason = document.createElement("p");
      reason.textContent = await why();
      part(".status").prepend(reason);
    }
  }

  async function follow(): Promise<void> {
    await show(new URLSearchParams(location.search), "keep");
    layFields();
  }

  if (new URLSearchParams(location.search).has("table")) await follow();
  else {
    // What was built stands for the bare address: its fields may be in use already, and are kept.
    table = await load(new URLSearchParams(opening).get("table") ?? "");
    const select = part<HTMLInputElement>("select[name=table]");
    if (select.value === table.name) await show(inForm(), "push");
    else {
      await show(new URLSearchParams(opening), "keep");
      await attempt(() => change(select));
    }
  }
  form.addEventListener("input", ({ target }) => attempt(() => change(target as HTMLInputElement)));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => attempt(follow));
  room.addEventListener("click", (event) => attempt(() => click(event)));
  new ResizeObserver(draw).observe(part(`.${Part.drawings}`));

  async function click(event: MouseEvent): Promise<void> {
    const view = (event.target as Element).closest<HTMLAnchorElement>(`.${Part.views} a`);
    if (view && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      await show(new URLSearchParams(view.search), "push");
      layFields();
    }
    const button = (event.target as Element).closest<HTMLElement>(`[data-remedy], [${Data.action}]`);
    if (!button || !table) return;
    const [act, remedy] = [button.getAttribute(Data.action), button.dataset.remedy];
    if (act) event.preventDefault();
    if (act === "svg" || act === "png") {
      if (!part(`.${Part.drawings}`).querySelector("svg")) return;
      if (act === "svg") offerFile("my-chart.svg", pictureText(picture()), "image/svg+xml");
      else offerFile("my-chart.png", await picturePixels(picture()), "image/png");
    }
    if (act === "csv") {
      const whole = (await table.forChart?.(spec, "all")) ?? table;
      const { rows } = table.forChart ? explore(whole, spec) : made;
      offerFile("rows.csv", csv(rows, Object.keys(whole.rows[0] ?? {})), "text/csv");
    }
    if (act === "save") offerFile("my-chart.md", made.source, "text/markdown");
    if (act === "copy") copyText(button, made.source);
    if (act === "link") copyText(button, new URL(addressOf(shown), location.href).href);
    if (remedy === undefined) return;
    await show(writeQuery({ ...spec, ...remediesOf(made)[Number(remedy)]?.change }), "push");
    layFields();
    part(".status").focus({ preventScroll: true });
  }
}
