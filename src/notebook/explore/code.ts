/** What can be both handed to Plot and written out as code. */
export type Plain = string | number | boolean | null | readonly Plain[] | Options;
export type Options = { readonly [name: string]: Plain };

/** Writes plain data as JavaScript, names bare where they may be; the notebook finds no token of its own in its texts. */
export function printCode(value: Plain): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value).replaceAll("{{", "{\\u007b");
  if (Array.isArray(value)) return `[${value.map((item: Plain) => printCode(item)).join(", ")}]`;
  const items = Object.entries(value).map(([name, item]) => {
    const key = /^[a-z_]\w*$/i.test(name) ? name : printCode(name);
    return `${key}: ${printCode(item)}`;
  });
  return `{${items.join(", ")}}`;
}
