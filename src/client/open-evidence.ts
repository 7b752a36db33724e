/**
 * A symbol in a drawing opens its evidence as a number in the text does. Without this script its link leads to the list
 * that closes the page.
 */
export function openEvidence(): void {
  // A dialog needs an HTML element to stand beside; a symbol is none.
  const anchor = document.createElement("span");
  anchor.className = "anchor";
  // The browser closes an open dialog before the click arrives; a second click must leave it closed.
  let openBefore: Element | null = null;
  addEventListener(
    "pointerdown",
    () => {
      openBefore = document.querySelector(".evidence:popover-open");
    },
    true
  );
  addEventListener("click", (event) => {
    const link = (event.target as Element).closest<SVGAElement>('svg a[href^="#e-"]');
    const dialog = link && document.getElementById(link.href.baseVal.replace("#e-", "p-"));
    const drawings = link?.closest(".drawings");
    if (!dialog || !drawings || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.detail > 0 && openBefore === dialog) return;
    const symbol = link.getBoundingClientRect();
    const box = drawings.getBoundingClientRect();
    anchor.style.left = `${symbol.x + symbol.width / 2 - box.x}px`;
    anchor.style.top = `${symbol.y + symbol.height / 2 - box.y}px`;
    drawings.append(anchor);
    link.focus({ preventScroll: true });
    dialog.showPopover({ source: anchor });
  });
}
