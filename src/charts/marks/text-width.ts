/** Widths of Source Sans in parts of the font size, by class of character: enough to keep labels apart. */
const classes: readonly [RegExp, number][] = [
  [/[ .,:;’'‘|!ijl\u00a0]/, 0.25],
  [/[\u2060]/, 0],
  [/[frt()“”–-]/, 0.34],
  [/[mwMW%]/, 0.8],
  [/[A-Z×=]/, 0.58]
];
const other = 0.52;
const semibold = 1.05;

/** About how wide a text is in px. */
export function textWidth(text: string, fontSize: number, weight = 400): number {
  let width = 0;
  for (const character of text) width += classes.find(([pattern]) => pattern.test(character))?.[1] ?? other;
  return width * fontSize * (weight >= 600 ? semibold : 1);
}

/** Breaks a text into as few lines of at most `width` px as it takes, about equally long, so that no word stands alone. */
export function wrapEvenly(text: string, width: number, fontSize: number): string[] {
  const widest = wrapText(text, width, fontSize);
  const equal = textWidth(text, fontSize) / widest.length;
  for (let room = equal; room < width; room += fontSize) {
    const lines = wrapText(text, room, fontSize);
    if (lines.length === widest.length) return lines;
  }
  return widest;
}

/** Breaks a text between words into lines of at most `width` px. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, fontSize) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
