/**
 * Names that scripts give to what they add to a page: the words of string literals that are no selectors, `dataset`
 * properties, classes in templates, and the custom properties that they draw with. Rather one too many than one too few.
 */
export function madeNames(scripts: string): Set<string> {
  const literals = [...scripts.matchAll(/(["'`])([\w-]+(?: [\w-]+)*)\1/g)].flatMap(([, , words = ""]) =>
    words.split(" ")
  );
  const classes = [...scripts.matchAll(/class="([^"]*)"/g)].flatMap(([, words = ""]) => words.split(/\s+/));
  const data = [...scripts.matchAll(/\bdataset\.(\w+)/g)].map(
    ([, name = ""]) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  );
  const properties = [...scripts.matchAll(/\bvar\((--[\w-]+)/g)].map(([, name = ""]) => name);
  return new Set([...literals, ...classes, ...data, ...properties]);
}

/** What Framework’s inputs, tables and charts bring to a page with live cells. */
export const cellNames = '"form label div input type select table thead tbody tr th td span svg class aria-label"';
