import type { Options, Plain } from "./recipe.ts";

/** Writes plain data as JavaScript: names bare where they may be, short objects on one line. */
export function printCode(value: Plain, indent = ""): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item: Plain) => printCode(item, deeper))
    : Object.entries(value as Options).map(([name, item]) => `${nameCode(name)}: ${printCode(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length < 96 && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => deeper + item).join(",\n")}\n${indent}${close}`;
}

const nameCode = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** `d.metric`, or `d["odd name"]`. */
export const propertyCode = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `d.${name}` : `d[${JSON.stringify(name)}]`;
