/** An open entry of evidence is a dialog with a name; closed again it is part of the list, where its room was kept. */
export function nameDialog(): void {
  document.addEventListener(
    "beforetoggle",
    ({ newState, target }) => {
      const entry = target as HTMLElement;
      const place = entry.parentElement;
      if (!entry.matches(".evidence") || !place) return;
      const opens = newState === "open";
      if (place.matches("li")) place.style.minHeight = opens ? `${place.offsetHeight}px` : "";
      entry.role = opens ? "dialog" : null;
      entry.ariaLabel = opens ? `Evidence: ${entry.querySelector("h3, h4")?.textContent}` : null;
    },
    true
  );
}
