/** The notebook's mark, a field of nine squares with one in red, in a picture; `side` in px. */
export function pictureMark({ x, y, side }: { x: number; y: number; side: number }): string {
  const pitch = 6.4;
  const squares = Array.from({ length: 9 }, (_, index) => {
    const [column, row] = [index % 3, Math.floor(index / 3)];
    const colour = index === oneInRed ? "var(--russia)" : "var(--rule2)";
    return `<rect x="${column * pitch}" y="${row * pitch}" width="5" height="5" fill="${colour}"/>`;
  });
  return `<g transform="translate(${x} ${y}) scale(${Math.round((side / 17.8) * 1000) / 1000})">${squares.join("")}</g>`;
}

const oneInRed = 5;
