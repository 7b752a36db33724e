// No name that a system gives a font of its own: it would step in, unmeasured, for a face that comes late.
const faces = [
  { family: "Serif Text", file: "serif-text", weight: "400 700" },
  { family: "Serif Display", file: "serif-display", weight: "400 650" },
  { family: "Serif Text", file: "serif-text-italic", weight: "400", style: "italic" },
  { family: "Sans Text", file: "sans", weight: "400 700" }
];

/** The fonts' rules. `optional`: text never moves when a font arrives late; the fallbacks have its measures. */
export function fontFaces(asset: (name: string) => string): string {
  return faces
    .map(
      ({ family, file, weight, style = "normal" }) =>
        `@font-face{font-family:"${family}";src:url("./${asset(`fonts/${file}.woff2`)}") format("woff2");font-weight:${weight};font-style:${style};font-display:optional}`
    )
    .join("");
}

/** Links that ask for the upright faces before the text. */
export function fontLinks(asset: (name: string) => string): string {
  return faces
    .filter(({ style }) => style === undefined)
    .map(
      ({ file }) =>
        `<link rel="preload" as="font" crossorigin fetchpriority="low" href="./${asset(`fonts/${file}.woff2`)}">`
    )
    .join("");
}
