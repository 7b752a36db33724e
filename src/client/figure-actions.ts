/**
 * What the row under a figure does where the reader is: Table opens in place, Code and the link bring the script that
 * serves them. Without this script each is a plain link.
 */
export function figureActions(): void {
  addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLAnchorElement>(".actions a");
    if (!action || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const table = document.getElementById(action.hash.slice(1))?.closest("details");
    if (table) {
      event.preventDefault();
      table.open = !table.open;
      action.ariaExpanded = String(table.open);
    } else if (action.matches(".number")) {
      event.preventDefault();
      import("./copy-link.ts").then(({ copyLink }) => copyLink(action));
    } else if (action.pathname.endsWith(".ts.txt")) {
      event.preventDefault();
      import("./show-code.ts").then(({ toggleCode }) => toggleCode(action));
    }
  });
  // An address that leads to a table may have opened it before this script came.
  for (const opened of document.querySelectorAll("details.data")) letSort(opened);
  addEventListener("toggle", ({ target }) => letSort(target as Element), true);
}

function letSort(details: Element): void {
  const table = details.matches(".data[open]") && details.querySelector("table");
  if (table) import("./sortable-table.ts").then(({ makeSortable }) => makeSortable(table));
}
