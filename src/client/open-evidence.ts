const dialogOf = (target: EventTarget | null): { link: SVGAElement; dialog: HTMLElement } | undefined => {
  const link = (target as Element).closest<SVGAElement>('svg a[href^="#e-"]');
  const dialog = link && document.getElementById(link.getAttribute("href")?.replace("#e-", "p-") ?? "");
  return dialog ? { link, dialog } : undefined;
};

/**
 * A symbol in a drawing opens its evidence as a number in the text does. Without this script its link leads to the list
 * that closes the page.
 */
export function openEvidence(): void {
  // The browser closes an open dialog before the click arrives; a second click must leave it closed.
  let pressedOpen: HTMLElement | undefined;
  addEventListener(
    "pointerdown",
    ({ target }) => {
      const dialog = dialogOf(target)?.dialog;
      pressedOpen = dialog?.matches(":popover-open") ? dialog : undefined;
    },
    true
  );
  addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const found = dialogOf(event.target);
    if (!found) return;
    event.preventDefault();
    if (event.detail === 0 || pressedOpen !== found.dialog) show(found.link, found.dialog);
  });
}

function show(link: SVGAElement, dialog: HTMLElement): void {
  const drawings = link.closest(".drawings");
  if (!drawings) return;
  const anchor = document.createElement("span");
  anchor.className = "anchor";
  const symbol = (link.querySelector(".ring") ?? link).getBoundingClientRect();
  const box = drawings.getBoundingClientRect();
  anchor.style.left = `${symbol.left + symbol.width / 2 - box.left}px`;
  anchor.style.top = `${symbol.top + symbol.height / 2 - box.top}px`;
  drawings.append(anchor);
  dialog.addEventListener("toggle", function closed({ newState }) {
    if (newState === "open") return;
    dialog.removeEventListener("toggle", closed);
    anchor.remove();
  });
  link.focus({ preventScroll: true });
  dialog.showPopover({ source: anchor });
}
