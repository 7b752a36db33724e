/** The address of a printed figure in its publication: a text fragment lets the browser scroll to the words. */
export const passageLink = (url: string, printed: string): string =>
  `${url}#:~:text=${encodeURIComponent(printed).replaceAll("-", "%2D")}`;
