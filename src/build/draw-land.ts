import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runCommand } from "./command.ts";
import { landOutline } from "./land-outline.ts";
import { parseOptions } from "./parse-options.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = "src/charts/deposits/land.ts";

await runCommand(() => {
  parseOptions({});
  const outline = landOutline(root);
  writeFileSync(
    `${root}/${target}`,
    `/** Land in the frame of src/charts/deposits/map-frame.ts: made by \`npm run land\` from Natural Earth, public domain. */
export const land =
  "${outline}";
`
  );
  console.log(`${target} ${outline.length} bytes`);
});
