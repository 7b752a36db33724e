/** Publishes a content-hashed file and returns its address relative to the site root. */
interface Emitter {
  emit(name: string, content: string): string;
}

/**
 * Framework starts a page's cells from a script in its head. That script becomes a file of its own, which is imported
 * once the reader nears the first cell. Returns its address, or undefined for a page without cells.
 */
export function liveCells(document: Document, path: string, site: Emitter): string | undefined {
  const script = [...document.querySelectorAll('script[type="module"]')]
    .map((element) => element.textContent ?? "")
    .find((text) => /^define\(/m.test(text));
  if (script === undefined) return undefined;
  // The file lies one folder deeper than the page that the imports are relative to.
  const moved = script.replace(/(\bfrom\s*|\bimport\s*\(?\s*)"\.\//g, '$1"../');
  return site.emit(`_cells${path}.js`, moved);
}
