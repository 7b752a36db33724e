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
      if (!(target as Element).matches(".evidence")) return;
      delete opener?.dataset.open;
      opener = newState === "open" ? (source ?? undefined) : undefined;
      dialog = target as Element;
      mark();
    },
    true
  );
  addEventListener("scroll", mark);
}
