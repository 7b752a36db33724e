import { notebook } from "./src/notebook/index.ts";

export default notebook({
  title: "Claims and reality: Russia’s rare earths",
  name: "Claims and reality",
  description:
    "A notebook that ties every printed number about Russia’s rare earths to the sentence it came from, and draws disagreements instead of averaging them.",
  about:
    "A notebook that ties every printed number to the sentence it came from. Figures are drawn as printed; where sources disagree, each is shown and none is averaged.",
  licence: "CC BY 4.0"
});
