/**
 * A closed tool of the page is loaded when it opens: by the reader's hand, or by an address that holds one of its keys.
 */
export function openTools(): void {
  const query = new URLSearchParams(location.search);
  for (const tool of document.querySelectorAll<HTMLDetailsElement>("details[data-tool]")) {
    const load = async (): Promise<void> => {
      try {
        const { tools } = await import("./positions/tools.ts");
        tools[tool.dataset.tool ?? ""]?.(tool);
      } catch {
        tool.append("This tool could not be loaded; the table is complete without it.");
      }
    };
    tool.addEventListener("toggle", load, { once: true });
    tool.open ||= (tool.dataset.keys ?? "").split(" ").some((key) => query.has(key));
  }
}
