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

  const update = (): void => {
    const fit = fitting(positions, form.wish);
    show(fit, form.wish);
    form.tell(fit);
  };
  const follow = (step: boolean): void => {
    writeAddress(form.wish, { step });
    update();
  };
  const read = (): void => {
    form.wish = readAddress(keys);
    update();
  };

  let typed = "";
  form.element.addEventListener("input", ({ target }) => {
    const isTyping = (target as HTMLInputElement).type === "search";
    const { find } = form.wish;
    // Letters of one search are one step; beginning and clearing it are steps of their own.
    follow(!isTyping || find === "" || typed === "");
    typed = find;
  });
  form.element.addEventListener("submit", (event) => event.preventDefault());
  form.element.addEventListener("reset", (event) => {
    event.preventDefault();
    form.wish = anything;
    typed = "";
    follow(true);
  });
  addEventListener("popstate", read);
  // A link to a position that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("#speakers [hidden]")) return;
    form.wish = anything;
    update();
    target.scrollIntoView();
  });
  tool.append(form.element);
  read();
}
