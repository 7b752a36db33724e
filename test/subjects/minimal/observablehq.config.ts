import { notebook } from "../../../src/notebook/index.ts";

export default notebook({
  title: "Line 4",
  about: "How many ride the tram of an invented city, by its invented paper."
});
