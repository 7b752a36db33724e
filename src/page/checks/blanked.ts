const code = [
  /^```(?:js|ts|html|md|yaml|sh|json|csv|text)\b[\s\S]*?^```/gm,
  /(?<!`)`[^`\n]+`(?!`)/g,
  /<!--[\s\S]*?-->/g
];

/** A text with what the patterns find blanked out, so that every place stays where it is. */
export const blanked = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, (match) => match.replace(/[^\n]/g, " ")), text);

/** A page’s source without code and comments, every place where it was. */
export const withoutCode = (text: string): string => blanked(text, code);
