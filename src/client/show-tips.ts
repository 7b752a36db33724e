/** Shows a symbol's name beside it while the pointer or the focus is on it. Escape takes it away. */
export function showTips(drawings: HTMLElement): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  drawings.append(tip);

  const hide = (): void => {
    tip.hidden = true;
  };
  const show = ({ target }: Event): void => {
    const link = (target as Element).closest("svg a[aria-label]");
    if (!link) {
      if (target !== tip) hide();
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
  drawings.addEventListener("pointerover", show);
  drawings.addEventListener("focusin", show);
  drawings.addEventListener("pointerleave", hide);
  drawings.addEventListener("focusout", hide);
  drawings.addEventListener("click", hide);
  drawings.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}
