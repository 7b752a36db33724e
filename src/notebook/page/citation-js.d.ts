// The packages bring no types. These are of what is used of them.
declare module "@citation-js/core" {
  export class Cite {
    constructor(item: object, options?: { generateGraph: boolean });
    format(format: "bibtex" | "ris"): string;
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
