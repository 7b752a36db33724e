import { notebook } from "../../../src/notebook/index.ts";

export default notebook({
  title: "Coffee of the Ombrel Hills",
  about: "Who counts how many bags in a region that is invented, and so are its papers and its bureau."
});
