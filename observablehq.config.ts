import { notebook } from "./src/notebook/index.ts";

export default notebook({
  title: "Claims and reality: Russia’s rare earths",
  name: "Claims and reality",
  description:
    "A notebook that ties every printed number about Russia’s rare earths to the sentence it came from, and draws disagreements instead of averaging them.",
  about:
    "A notebook that ties every printed number to the sentence it came from. Figures are drawn as printed; where sources disagree, each is shown and none is averaged.",
  authors: ["The authors of “Claims and reality”"],
  published: "2026-11-22",
  updated: "2026-11-29",
  licence: "CC BY 4.0"
});
