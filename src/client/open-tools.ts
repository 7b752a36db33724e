/**
 * A closed tool of the page is loaded when it opens: by the reader's hand, or by an address that holds one of its keys,
 * which leads the reader there once everything is in its place.
 */
export function openTools(): void {
  const query = new URLSearchParams(location.search);
  for (const tool of document.querySelectorAll<HTMLDetailsElement>("details[data-tool]")) {
    const isAskedFor = (tool.dataset.keys ?? "").split(" ").some((key) => query.has(key));
    const load = async (): Promise<void> => {
      try {
        const { tools } = await import("./positions/tools.ts");
        tools[tool.dataset.tool ?? ""]?.(tool);
        // By the next frame the page's other tools have come as well.
        if (isAskedFor && scrollY === 0 && !location.hash) requestAnimationFrame(() => tool.scrollIntoView());
      } catch {
        tool.append("This tool could not be loaded; the table is complete without it.");
      }
    };
    tool.addEventListener("toggle", load, { once: true });
    tool.open ||= isAskedFor;
  }
}
