import { checkNotebook } from "./check-notebook.ts";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";
import { readStory } from "./story.ts";

await runCommand(async () => {
  parseOptions(
    {},
    {
      does: "Finds every fault of ledger and pages, each with file, line, column and remedy.",
      example: "npm run check"
    }
  );
  const { sources, speakers, events, derivations } = checkNotebook(".", await readStory("."));
  const count = (list: "figures" | "positions") => sources.reduce((sum, source) => sum + source[list].length, 0);
  console.log(
    `${sources.length} sources, ${count("figures")} figures, ${count("positions")} positions, ${derivations.length} derived quantities, ${speakers.length} speakers, ${events.length} events: no fault`
  );
});
