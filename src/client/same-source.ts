/**
 * Rings, in every figure of the page, the symbols of the source that the pointer or the focus is on. Arithmetic has no
 * source, and rings nothing; an event has that of the first who tells of it.
 */
export function ringSameSource(): void {
  const sources = new Map<string, string>();
  for (const { dataset } of document.querySelectorAll<HTMLElement>("[data-fact]")) {
    const [source = ""] = dataset.fact?.split(".") ?? [];
    if (source !== "derived") sources.set(`#e-${dataset.fact?.replaceAll(".", "-")}`, source);
  }
  for (const event of document.querySelectorAll(".timeline ol > [id]")) {
    const [teller = ""] = event.querySelector(".nb")?.textContent?.split(/\s(?:¶|p\.)/) ?? [];
    sources.set(`#${event.id}`, teller.trim());
  }
  const sourceOf = (link: Element | null): string | undefined => sources.get(link?.getAttribute("href") ?? "");
  let shown: string | undefined;
  const ring = ({ target }: Event): void => {
    const source = sourceOf((target as Element).closest(".drawings a"));
    if (source === shown) return;
    shown = source;
    for (const link of document.querySelectorAll(".drawings a"))
      link.classList.toggle("same", source !== undefined && sourceOf(link) === source);
  };
  addEventListener("pointerover", ring);
  addEventListener("focusin", ring);
}
