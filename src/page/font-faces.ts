const cyrillic = "U+400-45F,U+2116";

const faces = [
  { family: "Serif Text", file: "serif-text", weight: "400 700" },
  { family: "Serif Display", file: "serif-display", weight: "400 650" },
  { family: "Serif Text", file: "serif-text-italic", weight: "400", style: "italic" },
  { family: "Sans", file: "sans", weight: "400 700" },
  { family: "Serif Text", file: "serif-text-cyr", weight: "400 700", range: cyrillic },
  { family: "Sans", file: "sans-cyr", weight: "400 700", range: cyrillic }
];

/** The fonts' rules. `optional`: text never moves when a font arrives late; the fallbacks have its measures. */
export function fontFaces(asset: (name: string) => string): string {
  return faces
    .map(
      ({ family, file, weight, style = "normal", range }) =>
        `@font-face{font-family:"${family}";src:url("./${asset(`fonts/${file}.woff2`)}") format("woff2");font-weight:${weight};font-style:${style};font-display:optional${range ? `;unicode-range:${range}` : ""}}`
    )
    .join("");
}
