/** A number in a page's prose: `{{figure-id}}`, or `{{figure-id|form}}` for another way of writing it. */
export interface Token {
  id: string;
  form: TokenForm;
  start: number;
  end: number;
}

/**
 * How a token is written: `full` "about 45,000 tonnes"; `number` "45,000"; `thousands` "45"; `short` "45,000 t";
 * `printed` as the publication prints it.
 */
export const tokenForms = ["full", "number", "thousands", "short", "printed"] as const;
export type TokenForm = (typeof tokenForms)[number];

export const tokenPattern = /\{\{\s*([^{}|\s]+)\s*(?:\|\s*([^{}|\s]+)\s*)?\}\}/g;

/** Every token of a text, in order. The form is unchecked: `isTokenForm` tells whether there is such a form. */
export function findTokens(text: string): (Omit<Token, "form"> & { form: string })[] {
  return [...text.matchAll(tokenPattern)].map((match) => ({
    id: match[1] ?? "",
    form: match[2] ?? "full",
    start: match.index,
    end: match.index + match[0].length
  }));
}

export const isTokenForm = (form: string): form is TokenForm => (tokenForms as readonly string[]).includes(form);
