import { readAddress, writeAddress } from "./address.ts";
import { anything, fitting, type Wish } from "./find-positions.ts";
import { FinderForm } from "./finder-form.ts";
import { readPositions } from "./read-positions.ts";
import { tableView } from "./table-view.ts";

const keys = Object.keys(anything) as (keyof Wish)[];

/** Filters, sorts and searches the table of positions; the address keeps what the reader asked for. */
export function wakeFinder(tool: HTMLElement): void {
  const table = document.getElementById("speakers") as HTMLTableElement;
  const positions = readPositions(table);
  const form = new FinderForm(positions);
  const show = tableView(table, positions);

  let shown = anything;

  const update = (): void => {
    shown = form.wish;
    const fit = fitting(positions, shown);
    show(fit, shown);
    form.tell(fit);
  };
  const follow = (step: boolean): void => {
    writeAddress(form.wish, { step });
    update();
  };

  form.element.addEventListener("input", ({ target }) => {
    const isTyping = (target as HTMLInputElement).type === "search";
    // Letters of one search are one step; beginning and clearing it are steps of their own.
    follow(!isTyping || form.wish.find === "" || shown.find === "");
  });
  form.element.addEventListener("submit", (event) => event.preventDefault());
  form.element.addEventListener("reset", (event) => {
    event.preventDefault();
    form.wish = anything;
    follow(true);
  });
  addEventListener("popstate", () => {
    const wish = readAddress(keys);
    if (keys.every((key) => wish[key] === shown[key])) return;
    form.wish = wish;
    update();
  });
  // A link to a position that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("#speakers [hidden]")) return;
    form.wish = anything;
    follow(false);
    const row = target.closest("details");
    if (row) row.open = true;
    target.scrollIntoView();
  });
  tool.append(form.element);
  form.wish = readAddress(keys);
  update();
}
