/**
 * Starts a page's live cells, and names what they bring: Inputs leaves its sliders without a name, and its tables out of
 * the keyboard's reach; a chart says nothing that the sentence above it does not.
 */
export async function wakeWorkbench(workbench: Element, cells: string): Promise<void> {
  new MutationObserver(() => nameControls(workbench)).observe(workbench, { childList: true, subtree: true });
  // Another of the page's cells may have started all of them.
  nameControls(workbench);
  await import(new URL(cells, document.baseURI).href);
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
