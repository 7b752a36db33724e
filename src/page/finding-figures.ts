/** The figures whose findings a page's own finding repeats, by the page's file: when one is in doubt, so is the page. */
export const findingFigures: Readonly<Record<string, readonly string[]>> = {
  index: ["one-square"],
  "reserves-vs-output": ["reserves-by-source", "output-by-source"],
  "us-demand": ["us-production-and-demand"],
  gallium: ["gallium-output"],
  positions: ["stance-by-topic"]
};
