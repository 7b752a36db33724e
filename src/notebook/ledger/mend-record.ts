import type { z } from "zod";

/** A record with stand-ins for what is wrong in it, and the fields that hold them. */
export interface MendedRecord<Shape extends z.ZodObject> {
  record: z.output<Shape>;
  fields: ReadonlySet<string>;
}

/** What may stand in for a value of some kind. */
const words = ["x", "x.x", "2000", "en", "GB", "https://example.org/", "0".repeat(64)];
const standIns: readonly unknown[] = [undefined, null, ...words, 1, true, [], {}];

/** No record has more faults than this. */
const mostFaults = 20;

/**
 * A record that its schema refuses, with stand-ins for the values that are why: what its other fields say can then be checked.
 * Undefined where nothing can stand in.
 */
export function mended<Shape extends z.ZodObject>(raw: unknown, shape: Shape): MendedRecord<Shape> | undefined {
  const fields = new Set<string>();
  let copy: unknown = structuredClone(raw);
  for (let fault = 0; fault < mostFaults; fault++) {
    const result = shape.safeParse(copy);
    if (result.success) return { record: result.data, fields };
    const [issue] = result.error.issues;
    if (!issue) return undefined;
    const paths = pathsOf(issue);
    if (paths.some((path) => path.length === 0)) return undefined;
    for (const [field] of paths) fields.add(String(field));
    copy = repaired(copy, issue, shape);
    if (copy === undefined) return undefined;
  }
  return undefined;
}

type Step = string | number;

/** What an issue is about: unknown keys, or a value. */
const pathsOf = (issue: z.core.$ZodIssue): Step[][] => {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
};

function repaired(raw: unknown, issue: z.core.$ZodIssue, shape: z.ZodObject): unknown {
  const paths = pathsOf(issue);
  const known = issue.code === "invalid_value" ? issue.values : [];
  for (const value of [undefined, ...known, ...standIns]) {
    const tried = structuredClone(raw);
    for (const path of paths) put(tried, path, value);
    const left = shape.safeParse(tried).error?.issues ?? [];
    const names = paths.map((path) => path.join("."));
    if (!left.flatMap(pathsOf).some((path) => names.some((name) => path.join(".").startsWith(name)))) return tried;
  }
  return undefined;
}

/** Puts a value into its place; takes away what stands there, where it is undefined. */
function put(into: unknown, path: readonly Step[], value: unknown): void {
  const [step, ...rest] = path;
  if (typeof into !== "object" || into === null || step === undefined) return;
  const holder = into as Record<Step, unknown>;
  if (rest.length > 0) put(holder[step], rest, value);
  else if (value === undefined) Reflect.deleteProperty(holder, step);
  else holder[step] = value;
}
