const closing = /^[,.;:!?)%’”]+/;

/** A number that opens its evidence, or that can be set, is a box to the browser, which may break the line after it: its comma stays with it. */
export function keepPunctuation(main: Element): void {
  for (const number of main.querySelectorAll("[data-fact], .drag")) {
    const text = number.nextSibling;
    const [punctuation] = (text?.nodeType === 3 && closing.exec(text.nodeValue ?? "")) || [];
    if (!text || !punctuation) continue;
    text.nodeValue = (text.nodeValue ?? "").slice(punctuation.length);
    const together = number.ownerDocument.createElement("span");
    together.className = "nb";
    number.replaceWith(together);
    together.append(number, punctuation);
  }
}
