import { Part } from "../page/contract.ts";

/** Shows which number or symbol the open dialog belongs to, and on which side of it the dialog lies. */
export function markOpen(): void {
  let dialog: Element | undefined;
  let opener: HTMLElement | undefined;
  const mark = (): void => {
    if (!opener || !dialog) return;
    const [number, evidence] = [opener.getBoundingClientRect(), dialog.getBoundingClientRect()];
    opener.dataset.open = evidence.top >= number.bottom ? "below" : evidence.bottom <= number.top ? "above" : "";
  };
  document.addEventListener(
    "toggle",
    (event) => {
      const { newState, source, target } = event as ToggleEvent & { source?: HTMLElement | null };
      if (!(target as Element).matches(`.${Part.evidence}`)) return;
      delete opener?.dataset.open;
      opener = newState === "open" ? (source ?? undefined) : undefined;
      dialog = target as Element;
      mark();
    },
    true
  );
  addEventListener("scroll", mark);
}

/** An open entry of evidence is a dialog with a name; closed again it is part of the list, where its room was kept. */
export function nameDialog(): void {
  document.addEventListener(
    "beforetoggle",
    ({ newState, target }) => {
      const entry = target as HTMLElement;
      const place = entry.parentElement;
      if (!entry.matches(`.${Part.evidence}`) || !place) return;
      const opens = newState === "open";
      if (place.matches("li")) place.style.minHeight = opens ? `${place.offsetHeight}px` : "";
      entry.role = opens ? "dialog" : null;
      entry.ariaLabel = opens ? `Evidence: ${entry.querySelector("h3, h4")?.textContent}` : null;
    },
    true
  );
}

/**
 * A number, a term or a symbol in a drawing opens what its link leads to, over the page and beside it. Without this script
 * the address opens it; a symbol then leads to the list that closes the page.
 */
export function openDialogs(): void {
  // A dialog needs an HTML element to stand beside; a symbol is none.
  const anchor = document.createElement("span");
  anchor.className = "anchor";
  // The browser closes open dialogs before the click arrives; a second click must leave its own closed.
  let openBefore: Element[] = [];
  let pressed = { x: 0, y: 0 };
  addEventListener(
    "pointerdown",
    ({ clientX: x, clientY: y }) => {
      openBefore = [...document.querySelectorAll(`.${Part.evidence}:popover-open`)];
      pressed = { x, y };
    },
    true
  );
  addEventListener("click", (event) => {
    // What is asked before all is there is asked again.
    if (event.defaultPrevented) return;
    const link = (event.target as Element).closest<SVGAElement | HTMLAnchorElement>('a[href^="#"]');
    const opened = link?.matches(`.${Part.close}`) && link.closest<HTMLElement>(":popover-open");
    if (opened) {
      event.preventDefault();
      opened.hidePopover();
      return;
    }
    const entry = document.getElementById(link?.getAttribute("href")?.slice(1) ?? "");
    const dialog = entry?.matches(`.${Part.evidence}`)
      ? entry
      : entry?.querySelector<HTMLElement>(`:scope > .${Part.evidence}`);
    if (!link || !dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.detail > 0 && (openBefore.includes(dialog) || hasSelected(event, pressed))) return;
    const drawings = link.closest(`.${Part.drawings}`);
    if (drawings) {
      const symbol = link.getBoundingClientRect();
      const box = drawings.getBoundingClientRect();
      anchor.style.left = `${symbol.x + symbol.width / 2 - box.x}px`;
      anchor.style.top = `${symbol.y + symbol.height / 2 - box.y}px`;
      drawings.append(anchor);
    }
    link.focus({ preventScroll: true });
    if (dialog.matches(":popover-open")) dialog.hidePopover();
    else dialog.showPopover({ source: drawings ? anchor : (link as HTMLAnchorElement) });
  });
}

/** Whether a click ends a selection that its reader has drawn, rather than asks for something. */
const hasSelected = ({ clientX, clientY }: MouseEvent, { x, y }: { x: number; y: number }): boolean =>
  Math.hypot(clientX - x, clientY - y) > 3 && getSelection()?.isCollapsed === false;

/** What the address has opened, as from another tab, opens at its number instead. */
export function openTarget(): void {
  const entry = document.querySelector(`.${Part.evidence}:target`);
  const hash = entry?.querySelector<HTMLAnchorElement>(`:scope > .${Part.close}`)?.hash;
  const number = hash && document.querySelector<HTMLElement>(`a${hash}`);
  if (!number) return;
  location.replace(hash);
  number.click();
}
