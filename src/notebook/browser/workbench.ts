/**
 * Starts a page's live cells, and names what they bring: Inputs leaves its sliders without a name, and its tables out of
 * the keyboard's reach; a chart says nothing that the sentence above it does not. Where a cell fails because something that
 * the cells want does not come, `say` is told in place of the browser's own words.
 */
export async function wakeWorkbench(
  workbench: HTMLElement,
  cells: string,
  say: (control: Element) => unknown
): Promise<void> {
  const address = new URL(cells, document.baseURI).href;
  const look = async (): Promise<void> => {
    nameControls(workbench);
    if (workbench.hidden || !workbench.querySelector(":scope > .observablehq--error")) return;
    if (!(await isIncomplete(address)) || workbench.hidden) return;
    workbench.hidden = true;
    // Cells that follow one another say it once.
    if (workbench.previousElementSibling?.role !== "status") say(workbench);
  };
  new MutationObserver(look).observe(workbench, { childList: true, subtree: true });
  // Another of the page's cells may have started all of them.
  look();
  // Written out: a page in one file puts the cells' own name in its place.
  await import(new URL(cells, document.baseURI).href);
}

/** Whether a file that the cells name does not come. What goes wrong in a cell by itself is its own to tell. */
async function isIncomplete(cells: string): Promise<boolean> {
  const root = new URL("..", cells);
  const check = async (address: string | URL, method = "HEAD"): Promise<Response> => {
    const answer = await fetch(address, { method });
    if (!answer.ok) throw new Error(`there is no ${address}`);
    return answer;
  };
  try {
    const named = (await (await check(cells, "GET")).text()).matchAll(/"(?:\.{1,2}\/)+(_[^"]+)"/g);
    await Promise.all([...named].map(([, path = ""]) => check(new URL(path, root))));
    return false;
  } catch {
    return true;
  }
}

function nameControls(workbench: Element): void {
  for (const slider of workbench.querySelectorAll("input[type=range]:not([aria-label])"))
    slider.setAttribute("aria-label", slider.closest("form")?.querySelector("label")?.textContent ?? "");
  for (const chart of workbench.querySelectorAll("svg:not([aria-hidden])")) chart.setAttribute("aria-hidden", "true");
  for (const form of workbench.querySelectorAll<HTMLFormElement>("form:has(table):not([tabindex])")) {
    form.tabIndex = 0;
    form.ariaLabel = "Rows";
  }
}
