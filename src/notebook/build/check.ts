import { type Fault, InputError } from "../ledger/fault.ts";
import { clientFaults } from "./assets.ts";
import { type Inspected, inspectNotebook } from "./check-notebook.ts";
import { choiceFaults } from "./choice-faults.ts";
import { counted } from "./command.ts";
import { type Kept, keptOf } from "./kept.ts";
import { failingLoaders, unreadableLoaders } from "./loaders.ts";
import { placeFaults } from "./place-faults.ts";
import { typeFaults } from "./type-faults.ts";

/** Finds every fault, or counts what is sound. */
export default async function check(): Promise<void> {
  const root = process.cwd();
  const kept = keptOf(root, "checked");
  // TypeScript is a process of its own, and looks at the code meanwhile.
  const types = typeFaults(root, kept);
  const inspected = await inspectNotebook(root, kept);
  const faults = await everyFault(root, kept, inspected);
  // What could not be bundled is not told once more of the same line.
  const told = new Set(faults.filter(({ file }) => file.endsWith(".ts")).map(({ file, line }) => `${file}:${line}`));
  const found = [...faults, ...(await types).filter(({ file, line }) => !told.has(`${file}:${line}`))];
  kept.forgetRest();
  if (found.length > 0) throw new InputError(found);
  const { ledger, unaccepted } = inspected;
  const { sources, speakers, events, derivations } = ledger;
  const count = (list: "figures" | "positions") => sources.reduce((sum, source) => sum + source[list].length, 0);
  console.log(
    `${[
      counted(sources.length, "source"),
      counted(count("figures"), "figure"),
      counted(count("positions"), "position"),
      counted(derivations.length, "derived quantity", "derived quantities"),
      counted(speakers.length, "speaker"),
      counted(events.length, "event")
    ].join(", ")}: no fault`
  );
  if (unaccepted > 0)
    console.log(
      `${counted(unaccepted, "title or number of a finding is", "titles or numbers of findings are")} not accepted yet, so that a change would go unseen: npm run accept`
    );
}

/** Every fault of the project at `root` but those of types. */
export async function everyFault(root: string, kept: Kept, inspected: Inspected): Promise<Fault[]> {
  const [loaders, { faults }] = [await unreadableLoaders(root), inspected];
  // Code that cannot be read is no code to bundle, and records that lack would fail the loaders that look for them.
  const code = faults.some(({ file }) => file.endsWith(".ts")) ? [] : await clientFaults(root);
  const isWhole = loaders.length === 0 && inspected.gaps.length === 0;
  return [
    ...faults,
    ...choiceFaults(root, inspected),
    ...(await placeFaults(root, inspected, kept)),
    ...code,
    ...loaders,
    ...(isWhole ? await failingLoaders(root, inspected, kept) : [])
  ];
}
