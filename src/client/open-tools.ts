/**
 * A closed tool of the page is loaded when it opens: by the reader's hand, or by an address that holds one of its keys,
 * which leads the reader there once everything is in its place.
 */
export async function openTools(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const asked: HTMLDetailsElement[] = [];
  for (const tool of document.querySelectorAll<HTMLDetailsElement>("details[data-tool]"))
    if ((tool.dataset.keys ?? "").split(" ").some((key) => query.has(key))) asked.push(tool);
    else if (tool.open) load(tool);
    else tool.addEventListener("toggle", () => load(tool), { once: true });
  for (const tool of asked) {
    tool.open = true;
    tool.classList.add("asked");
  }
  await Promise.all(asked.map(load));
  if (scrollY === 0 && !location.hash) asked[0]?.scrollIntoView();
}

async function load(tool: HTMLDetailsElement): Promise<void> {
  try {
    const { tools } = await import("./positions/tools.ts");
    tools[tool.dataset.tool ?? ""]?.(tool);
  } catch {
    tool.append("This tool could not be loaded; the table is complete without it.");
  }
}
