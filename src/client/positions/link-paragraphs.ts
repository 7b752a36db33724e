/** Makes "¶13, ¶20", which ends a position, a link to the position. */
export function linkParagraphs(items: Iterable<Element>): void {
  for (const { id, lastElementChild } of items) {
    const text = lastElementChild?.textContent ?? "";
    const start = text.indexOf("¶");
    if (start === -1) continue;
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = text.slice(start);
    lastElementChild?.replaceChildren(text.slice(0, start), link);
  }
}
