/**
 * The address of a printed figure in its publication: a text fragment lets the browser scroll to the words.
 * Without a printed figure it is the publication itself.
 */
export function passageLink(url: string, printed?: string): string {
  if (printed === undefined) return url;
  const words = encodeURIComponent(printed).replaceAll("-", "%2D");
  return `${url}#:~:text=${words}`;
}
