/** The action Data opens and closes a figure's table where the reader is; without this script it leads there. */
export function toggleData(): void {
  addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLAnchorElement>('.actions a[href$="-data"]');
    const details = action && document.getElementById(action.hash.slice(1))?.closest("details");
    if (!details) return;
    event.preventDefault();
    details.open = !details.open;
    action.ariaExpanded = String(details.open);
  });
}
