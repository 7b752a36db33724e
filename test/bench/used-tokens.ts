/** A rule that defines the custom properties which `html` uses as `css` first defines them, which is for light pages. */
export function usedTokens(html: string, css: string): string {
  const used = new Set([...html.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name));
  const definitions = [...used].sort().flatMap((name) => {
    const value = css.match(new RegExp(`[{;\\s]${name}:\\s*([^;}]+)`))?.[1];
    return value ? [`${name}:${value.trim()}`] : [];
  });
  return definitions.length > 0 ? `:root{${definitions.join(";")}}` : "";
}
