import type { z } from "zod";
import { nearest, suggest } from "./fault.ts";
import { type Path, valueAt } from "./parse-document.ts";
import { numberIn } from "./release/cells.ts";

/** What is wrong at a part of a record, and what to do about it. */
interface Wrong {
  part: Path;
  message: string;
  remedy: string;
}

/** A schema’s issue with a record in our words: `keys` are the fields that the record may have, `raw` is what stands there. */
export function wrongIn(issue: z.core.$ZodIssue, keys: readonly string[], raw: unknown): Wrong[] {
  const part = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      part: [...part, key],
      message: `unknown field "${key}"`,
      remedy: suggest(key, part.length === 0 ? keys : [])
    }));
  const field = part.length > 0 ? `"${part.join(".")}"` : "record";
  const given = valueAt(raw, part);
  const one = (message: string, remedy: string): Wrong[] => [{ part, message, remedy }];
  if (issue.code === "invalid_key")
    return one(`"${String(part.at(-1))}" cannot stand here`, issue.issues[0]?.message ?? issue.message);
  if (given === undefined) return one(`${field} is missing`, `add it to the record; ${wanted(issue)}`);
  if (issue.code !== "invalid_value")
    return one(`${field} is ${written(given)}`, wanted(issue) + asMeant(issue, given));
  const allowed = issue.values.map(String);
  const meant = nearest(String(given), allowed);
  const choice = `one of ${inOneLine(allowed)}`;
  return one(`${field} cannot be "${String(given)}"`, meant ? `did you mean "${meant}"? (${choice})` : `use ${choice}`);
}

/** JSON has no word for a number that is none, or without end. */
const written = (given: unknown): string => (typeof given === "number" ? String(given) : JSON.stringify(given));

/** What a schema issue asks for, in words that say what to write. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `it must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `it must be one of ${issue.values.map(String).join(", ")}`;
    default:
      return issue.message;
  }
}

/** What to write where what stands there can only have meant one thing: `write 9100` of 9,100. */
function asMeant(issue: z.core.$ZodIssue, given: unknown): string {
  const types = typesIn(issue);
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof given === "number")
    return ": put it in quotation marks";
  if (issue.code === "invalid_type" && issue.expected === "array" && given !== null && typeof given !== "object")
    return `: write [${plainly(given)}]`;
  if (typeof given !== "string") return "";
  if (types.includes("boolean") && /^(?:yes|on|y)$/i.test(given)) return ": write true";
  if (types.includes("boolean") && /^(?:no|off|n)$/i.test(given)) return ": write false";
  if (!types.some((type) => type === "number" || type === "int") || given.trim() === "") return "";
  if (Number.isFinite(Number(given))) return ": take off its quotation marks";
  const number = numberIn(given) ?? numberIn(given, ",");
  return number?.sign === "" ? `: write ${number.value}` : "";
}

/** Which types are asked for, of which one would do. */
function typesIn(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "invalid_type") return [issue.expected];
  if (issue.code !== "invalid_union") return [];
  return issue.errors.flat().flatMap((one) => (one.path.length === 0 ? typesIn(one) : []));
}

/** A scalar as an item of a list in one line of YAML. */
const plainly = (given: unknown): string =>
  typeof given === "string" && /[[\]{}#:&*!|>'"%@`]|^[-?]|^\s*$/.test(given) ? JSON.stringify(given) : String(given);

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping"
};

/** Words in a row, in quotation marks where one of them holds a comma. */
const inOneLine = (words: readonly string[]): string =>
  words.map((word) => (words.some((one) => one.includes(",")) ? `“${word}”` : word)).join(", ");
