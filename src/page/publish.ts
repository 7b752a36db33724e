/** A file that readers can download; its path is relative to the site's root and stays the same for ever. */
export interface PublishedFile {
  path: string;
  content: string;
}

/** Stub: the tables and the figures' rows, as JSON and CSV. */
export function publishedFiles(_root: string): PublishedFile[] {
  return [];
}
