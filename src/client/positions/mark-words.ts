import { matches } from "./find-words.ts";

/** Writes a text into an element with the words marked that begin with a term. */
export function markWords(element: Element, text: string, terms: readonly string[]): void {
  let from = 0;
  const parts: (string | Element)[] = [];
  for (const [start, end] of matches(text, terms)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(from, start), mark);
    from = end;
  }
  element.replaceChildren(...parts, text.slice(from));
}
