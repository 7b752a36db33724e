/** The variables of the style sheet's light theme by name, `--ink`: what a picture that leaves the page is drawn with. */
export type Tokens = ReadonlyMap<string, string>;

/** Pictures leave the site without its fonts, so they name the families as anyone has them installed. */
const families: Readonly<Record<string, string>> = {
  "--sans": "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif",
  "--disp": "'Source Serif 4 Display', 'Source Serif 4', Georgia, serif"
};

/** Reads the light theme from the text of `src/style/tokens.css`; the ground becomes white, as on paper. */
export function lightTokens(css: string): Tokens {
  const light = css.match(/:root\s*\{([^}]*)\}/)?.[1];
  if (light === undefined)
    throw new Error("the style sheet’s tokens have no :root; write the light theme there, first");
  const declared = [...light.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [
    name,
    value.trim()
  ]);
  return new Map([...declared, ...Object.entries(families), ["--paper", "#fff"]] as [string, string][]);
}

/** A text with each `var(--name)` replaced by its value. A name that is no token throws. */
export function withoutVariables(text: string, tokens: Tokens): string {
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`a drawing uses ${name}, which src/style/tokens.css does not have`);
    return withoutVariables(value, tokens);
  });
}
