import { Id } from "../page/contract.ts";
import { readAddress, writeAddress } from "./address.ts";
import { countsOf, emptyQuery, keys, matching, nearest, orders, type Query } from "./position-query.ts";
import { tableView } from "./position-table.ts";
import { type Facet, facets, none, readPositions, type ShownPosition } from "./shown-positions.ts";

const names: Readonly<Record<Facet, string>> = {
  topic: "Topic",
  stance: "Stance",
  voice: "How it is told",
  kind: "Kind of speaker",
  for: "Affiliation",
  country: "Country",
  outlet: "Kind of outlet"
};

const country = new Intl.DisplayNames("en-GB", { type: "region" });

/** The controls for a query. They show what each value would leave of the positions, and what is left now. */
export class FinderForm {
  readonly element = document.createElement("form");
  readonly #positions: readonly ShownPosition[];

  constructor(positions: readonly ShownPosition[]) {
    this.#positions = positions;
    const select = (name: string, label: string) => `<label>${label}<select name="${name}"></select></label>`;
    this.element.innerHTML = `<label>Search positions, obstacles and speakers<input type="search" name="find" autocomplete="off"></label>${facets
      .map((facet) => select(facet, names[facet]))
      .join(
        ""
      )}${select("order", "Order")}<p><output></output> <button type="reset">Reset</button> <a>Link to this view</a></p>`;
    for (const facet of facets) {
      const values = new Set(positions.map((position) => position[facet]));
      this.#control(facet).append(new Option("all", ""), ...[...values].map((value) => new Option(value, value)));
    }
    this.#control("order").append(
      new Option("by kind of voice", ""),
      ...Object.entries(orders).map(([name, { label }]) => new Option(label, name))
    );
  }

  /** What the controls say. */
  get query(): Query {
    const data = new FormData(this.element);
    return Object.fromEntries(keys.map((key) => [key, String(data.get(key) ?? "")])) as Query;
  }

  /** Sets the controls; a value that a control does not have becomes "any". */
  set query(query: Query) {
    for (const key of keys) {
      const control = this.#control(key);
      control.value = query[key];
      if (control.selectedIndex === -1) control.value = "";
    }
  }

  /** Writes what is left, and what each value would leave. */
  showCounts(found: readonly ShownPosition[], near: readonly ShownPosition[]): void {
    const { query } = this;
    for (const facet of facets) {
      const counts = countsOf(this.#positions, query, facet);
      for (const option of this.#control(facet).options)
        if (option.value) option.text = `${label(facet, option.value)} (${counts.get(option.value) ?? 0})`;
    }
    const speakers = (positions: readonly ShownPosition[]) => new Set(positions.map(({ speaker }) => speaker)).size;
    const output = this.element.querySelector("output");
    if (output)
      output.textContent =
        found.length === 0
          ? `No position fits all of this. ${near.length > 0 ? `What comes nearest is shown, ${near.length} of ${this.#positions.length}.` : "Take something back, or reset."}`
          : `${found.length} of ${this.#positions.length} positions, by ${speakers(found)} of ${speakers(this.#positions)} speakers.`;
    this.element.querySelector("a")?.setAttribute("href", location.search || location.pathname);
  }

  #control(name: string): HTMLSelectElement {
    return this.element.elements.namedItem(name) as HTMLSelectElement;
  }
}

function label(facet: Facet, value: string): string {
  if (value === none) return "none given";
  return facet === "country" ? (country.of(value) ?? value) : value;
}

/** Filters, sorts and searches the table of positions; the address keeps what the reader asked for. */
export function wakeFinder(tool: HTMLElement): void {
  const table = document.getElementById(Id.speakers) as HTMLTableElement;
  const positions = readPositions(table);
  const form = new FinderForm(positions);
  const show = tableView(table, positions);

  let shown = emptyQuery;

  const update = (): void => {
    shown = form.query;
    const found = matching(positions, shown);
    const near = found.length > 0 ? [] : nearest(positions, shown);
    show([...found, ...near], shown);
    form.showCounts(found, near);
  };
  const follow = (step: boolean): void => {
    writeAddress(form.query, { step });
    update();
  };

  form.element.addEventListener("input", ({ target }) => {
    const isTyping = (target as HTMLInputElement).type === "search";
    // Letters of one search are one step; beginning and clearing it are steps of their own.
    follow(!isTyping || form.query.find === "" || shown.find === "");
  });
  form.element.addEventListener("submit", (event) => event.preventDefault());
  form.element.addEventListener("reset", (event) => {
    event.preventDefault();
    form.query = emptyQuery;
    follow(true);
  });
  addEventListener("popstate", () => {
    const query = readAddress(keys);
    if (keys.every((key) => query[key] === shown[key])) return;
    form.query = query;
    update();
  });
  // A link to a position that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(`#${Id.speakers} [hidden]`)) return;
    form.query = emptyQuery;
    follow(false);
    const row = target.closest("details");
    if (row) row.open = true;
    target.scrollIntoView();
  });
  tool.append(form.element);
  form.query = readAddress(keys);
  update();
}
