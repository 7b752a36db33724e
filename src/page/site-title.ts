/** The notebook's name. */
export const siteTitle = "Claims and reality: Russia’s rare earths";

/** What the notebook is, in a sentence, for pages without a finding of their own. */
export const siteDescription =
  "A notebook that ties every printed number about Russia’s rare earths to the sentence it came from, and draws disagreements instead of averaging them.";
