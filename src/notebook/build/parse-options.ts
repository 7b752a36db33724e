import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Fault, InputError, nearest } from "../ledger/fault.ts";

export type Options = NonNullable<ParseArgsConfig["options"]>;

/** What `--help` prints of a command: what it does, and how it is called. */
export interface Help {
  does: string;
  example: string;
  /** What it takes besides options: a file's name, say. */
  takes?: string;
}

/** A command was called with `--help`; the message is what it prints. */
export class HelpAsked extends Error {}

/** What a command is given by options of these names. */
export type ValuesOf<Known extends Options> = ReturnType<typeof parseOptions<Known>>;

/** The options that a command is called with. What it does not take is an InputError that names what it does take. */
export function parseOptions<Known extends Options>(known: Known, help: Help, args = process.argv.slice(2)) {
  const { tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === "option" && (token.name === "help" || token.rawName === "-h")))
    throw new HelpAsked(helpText(known, help));
  const faults = tokens.flatMap((token) => {
    if (token.kind === "option-terminator" || (token.kind === "positional" && help.takes)) return [];
    const written = token.kind === "option" ? token.rawName : token.value;
    const option = token.kind === "option" ? known[token.name] : undefined;
    if (!option) return [fault(written, "is no option of this command", taken(written, known))];
    if (option.type === "boolean" && token.value !== undefined)
      return [fault(written, "takes no value", `write ${written} alone`)];
    if (option.type === "string" && /^(?:-|\s*$)/.test(token.value ?? ""))
      return [fault(written, "lacks its value", `write ${written} and the value`)];
    return [];
  });
  if (faults.length > 0) throw new InputError(faults);
  return parseArgs({ args, options: known, allowPositionals: help.takes !== undefined }).values;
}

/** What a command is called with besides options. */
export const wordsGiven = (known: Options, args: string[]): string[] =>
  parseArgs({ args, options: known, strict: false, allowPositionals: true }).positionals;

const namesOf = (known: Options): string[] => Object.keys(known).map((name) => `--${name}`);

function taken(written: string, known: Options): string {
  const names = namesOf(known);
  const meant = nearest(written.replace(/^-+/, ""), Object.keys(known));
  if (meant) return `did you mean --${meant}?`;
  return names.length > 0 ? `it takes ${names.join(", ")}` : "leave it out: it takes none";
}

function helpText(known: Options, { does, example, takes }: Help): string {
  const names = namesOf(known);
  return [
    does,
    "",
    ...(takes ? [`Takes: ${takes}`] : []),
    names.length > 0 ? `Options: ${names.join(", ")}` : "It takes no options.",
    `Example: ${example}`
  ].join("\n");
}

const fault = (file: string, message: string, remedy: string): Fault => ({ file, line: 1, column: 1, message, remedy });
