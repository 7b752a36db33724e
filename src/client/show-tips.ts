/**
 * Shows a symbol's name beside it while the pointer or the focus is on it. Escape takes it away. A finger leaves at once,
 * so what it touched keeps its name until the next touch elsewhere. The name is the link's own: nothing is spoken twice.
 */
export function showTips(drawings: HTMLElement): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  drawings.append(tip);
  let touched = false;

  const hide = (): void => {
    tip.hidden = true;
  };
  const hideUnlessTouched = (): void => {
    if (!touched) hide();
  };
  const showFor = (target: EventTarget | null): void => {
    const link = (target as Element).closest("svg a[aria-label]");
    if (!link) {
      if (target !== tip) hideUnlessTouched();
      return;
    }
    tip.textContent = link.getAttribute("aria-label");
    tip.hidden = false;
    const symbol = link.getBoundingClientRect();
    const box = drawings.getBoundingClientRect();
    // Half its width to each side of the symbol, but within the figure.
    const half = tip.offsetWidth / 2;
    const middle = symbol.left + symbol.width / 2 - box.left;
    tip.style.left = `${Math.max(half, Math.min(middle, box.width - half))}px`;
    tip.style.top = `${symbol.top - box.top}px`;
  };
  const show = ({ target }: Event): void => showFor(target);
  addEventListener("pointerdown", ({ pointerType, target }) => {
    touched = pointerType === "touch" && drawings.contains(target as Node);
    hide();
    if (touched) showFor(target);
  });
  drawings.addEventListener("pointerover", show);
  drawings.addEventListener("focusin", show);
  drawings.addEventListener("pointerleave", hideUnlessTouched);
  drawings.addEventListener("focusout", hideUnlessTouched);
  drawings.addEventListener("click", hideUnlessTouched);
  drawings.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}
