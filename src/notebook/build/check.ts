import { checkNotebook } from "./check-notebook.ts";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";

await runCommand(async () => {
  parseOptions(
    {},
    {
      does: "Finds every fault of ledger and pages, each with file, line, column and remedy.",
      example: "npm run check"
    }
  );
  const { ledger, unaccepted } = await checkNotebook(process.cwd());
  const { sources, speakers, events, derivations } = ledger;
  const count = (list: "figures" | "positions") => sources.reduce((sum, source) => sum + source[list].length, 0);
  console.log(
    `${sources.length} sources, ${count("figures")} figures, ${count("positions")} positions, ${derivations.length} derived quantities, ${speakers.length} speakers, ${events.length} events: no fault`
  );
  if (unaccepted > 0)
    console.log(
      `${unaccepted} titles or numbers of findings are not accepted yet, so that a change of theirs would go unseen: npm run accept`
    );
});
