/** A file at an address that never changes. */
export interface PublishedFile {
  /** Address from the site's root. */
  path: string;
  readonly content: string;
  /** For a file that is no text: how its content says its bytes. */
  encoding?: "base64";
  /** For a PNG: its width. The content is the picture as SVG, which the build turns into pixels. */
  pixels?: number;
}

/** A file whose content is made when it is first wanted: a preview is asked for few of them. */
export function laterFile(
  path: string,
  make: () => string,
  kind: Pick<PublishedFile, "encoding" | "pixels"> = {}
): PublishedFile {
  let made: string | undefined;
  return {
    path,
    get content() {
      made ??= make();
      return made;
    },
    ...kind
  };
}

/** A file that is no text, whose content is made when it is first wanted. */
export const laterBytes = (path: string, make: () => Uint8Array): PublishedFile =>
  laterFile(path, () => Buffer.from(make()).toString("base64"), { encoding: "base64" });

/** The bytes of a file that is not drawn. */
export const bytesOf = ({ content, encoding }: PublishedFile): Buffer => Buffer.from(content, encoding ?? "utf8");

/** A value as a JSON file, a line for each field. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
