import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Fault, InputError } from "../ledger/fault.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options that a command is called with. What it does not take is an InputError that names what it does take. */
export function parseOptions<Known extends Options>(known: Known, args = process.argv.slice(2)) {
  const { tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  const faults = tokens.flatMap((token) => {
    if (token.kind === "option-terminator") return [];
    const written = token.kind === "option" ? token.rawName : token.value;
    const option = token.kind === "option" ? known[token.name] : undefined;
    if (!option) return [fault(written, "is no option of this command", taken(known))];
    if (option.type === "boolean" && token.value !== undefined)
      return [fault(written, "takes no value", `write ${written} alone`)];
    if (option.type === "string" && (token.value ?? "-").startsWith("-"))
      return [fault(written, "lacks its value", `write ${written} and the value`)];
    return [];
  });
  if (faults.length > 0) throw new InputError(faults);
  return parseArgs({ args, options: known }).values;
}

function taken(known: Options): string {
  const names = Object.keys(known).map((name) => `--${name}`);
  return names.length > 0 ? `it takes ${names.join(", ")}` : "leave it out: it takes none";
}

const fault = (file: string, message: string, remedy: string): Fault => ({ file, line: 1, column: 1, message, remedy });
