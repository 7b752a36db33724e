/** A problem of a page’s source and the place in the text that it begins at. */
export interface Finding {
  offset: number;
  message: string;
  remedy: string;
}
