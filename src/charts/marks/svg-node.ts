type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element with attributes and children, for what Plot has no mark for. */
export function svgNode(
  document: Document,
  name: string,
  attributes: Attributes,
  ...children: (Element | string)[]
): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}
