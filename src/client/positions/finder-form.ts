import { anything, countsOf, type Wish } from "./find-positions.ts";
import { type Facet, facets, none, type ShownPosition } from "./read-positions.ts";
import { orders } from "./speaker-order.ts";

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

/** The controls for a wish. They show what each value would leave of the positions, and what is left now. */
export class FinderForm {
  readonly element = document.createElement("form");
  readonly #positions: readonly ShownPosition[];

  constructor(positions: readonly ShownPosition[]) {
    this.#positions = positions;
    const select = (name: string, label: string) => `<label>${label}<select name="${name}"></select></label>`;
    this.element.innerHTML = `<label>Search the paraphrases<input type="search" name="find" autocomplete="off"></label>${facets
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
  get wish(): Wish {
    const data = new FormData(this.element);
    return Object.fromEntries(Object.keys(anything).map((key) => [key, String(data.get(key) ?? "")])) as Wish;
  }

  /** Sets the controls; a value that a control does not have becomes "any". */
  set wish(wish: Wish) {
    for (const key of Object.keys(anything) as (keyof Wish)[]) {
      const control = this.#control(key);
      control.value = wish[key];
      if (control.selectedIndex === -1) control.value = "";
    }
  }

  /** Writes what is left, and what each value would leave. */
  tell(fit: readonly ShownPosition[]): void {
    const { wish } = this;
    for (const facet of facets) {
      const counts = countsOf(this.#positions, wish, facet);
      for (const option of this.#control(facet).options)
        if (option.value) option.text = `${label(facet, option.value)} (${counts.get(option.value) ?? 0})`;
    }
    const speakers = (positions: readonly ShownPosition[]) => new Set(positions.map(({ speaker }) => speaker)).size;
    const output = this.element.querySelector("output");
    if (output)
      output.textContent =
        fit.length === 0
          ? "No position fits all of this. Take something back, or reset."
          : `${fit.length} of ${this.#positions.length} positions, by ${speakers(fit)} of ${speakers(this.#positions)} speakers.`;
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
