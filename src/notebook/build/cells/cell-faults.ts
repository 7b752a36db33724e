import type { Fault } from "../../ledger/fault.ts";
import { isNodeModule, lackingPackage, type Misfit, misfit } from "./packages.ts";
import { type Need, pageUse } from "./page-use.ts";

/**
 * What a reader would meet as an error, or the build as a request to the network, in a page's live cells: told from its
 * Markdown and the modules that it imports. `file` is relative to `root`, such as `src/a.md`.
 */
export function cellFaults(file: string, text: string, root: string): Fault[] {
  const { needs, faults } = pageUse(file, text, root);
  return [...faults, ...needFaults(needs, root)];
}

/** The packages that are needed and cannot be had: one fault for each thing that needs some. */
export function needFaults(needs: readonly Need[], root: string): Fault[] {
  const faults: Fault[] = [];
  const lacking = new Map<string, { need: Need; names: string[] }>();
  const told = new Set<string>();
  for (const need of needs) {
    const { specifier, by, file, place } = need;
    const name = isPackage(specifier) ? lackingPackage(specifier, root) : undefined;
    const odd = name ? undefined : oddityOf(specifier, root);
    if (odd) faults.push({ file, ...place, message: `${by} ${odd.message}`, remedy: odd.remedy });
    if (name && !told.has(`${file} ${name}`)) {
      told.add(`${file} ${name}`);
      const cause = `${file} ${by} ${place.line}:${place.column}`;
      const known = lacking.get(cause);
      if (known) known.names.push(name);
      else lacking.set(cause, { need, names: [name] });
    }
  }
  for (const { need, names } of lacking.values()) {
    const plain = names.map((name) => `"${name.replace(/(?<=.)@.*$/, "")}"`);
    const list = plain.length === 1 ? `package ${plain}, which is` : `packages ${plain.join(" and ")}, which are`;
    faults.push({
      file: need.file,
      ...need.place,
      message: `${need.by} needs the ${list} not installed`,
      remedy: `run npm install ${names.join(" ")}`
    });
  }
  return faults;
}

/** What Framework brings along itself. */
const brought =
  /^(?:observablehq:|(?:npm:)?@observablehq\/(?:runtime|stdlib)$|npm:@observablehq\/(?:dot|duckdb|inputs|mermaid|tex|sqlite)$)/;

/** Whether a specifier names a package to be found in `node_modules`. */
export const isPackage = (specifier: string): boolean =>
  !brought.test(specifier) && (specifier.startsWith("npm:") || !/^\w+:/.test(specifier)) && !isNodeModule(specifier);

function oddityOf(specifier: string, root: string): Misfit | undefined {
  if (brought.test(specifier)) return undefined;
  if (isPackage(specifier)) return misfit(specifier, root);
  if (isNodeModule(specifier))
    return {
      message: `names "${specifier}", a part of Node that no browser has`,
      remedy: "use it in a loader instead"
    };
  return {
    message: `loads "${specifier}" from another host`,
    remedy: "install the package with npm, and import it by its name"
  };
}
