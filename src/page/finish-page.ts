/** What a page's finishing may use of the rest of the build. */
export interface FinishContext {
  /** The style sheet, bundled and minified. */
  css: string;
  /** Address, relative to the site root, of a published file by its plain name; an unknown name throws. */
  asset(name: string): string;
  /** Publishes a content-hashed file and returns its address relative to the site root. */
  emit(name: string, content: string): string;
}

/** Stub: Framework's document with a language and a viewport that allows zoom. */
export function finishPage(html: string, _page: { path: string }, _context: FinishContext): string {
  return html.replace("<html>", '<html lang="en">').replace(", maximum-scale=1", "");
}
