/** The key "/" leads to the search field, on any page, except where the reader is writing. */
export function slashToSearch(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>("form.search input");
    if (!field) document.querySelector<HTMLAnchorElement>('.top a[href$="search#q"]')?.click();
    field?.focus();
    field?.select();
  });
}
