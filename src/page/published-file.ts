/** A file at an address that never changes. */
export interface PublishedFile {
  /** Address from the site's root. */
  path: string;
  content: string;
  /** For a PNG: its width. The content is the picture as SVG, which the build turns into pixels. */
  pixels?: number;
}
