import { parentPort, workerData } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

// Draws pictures away from the thread that builds the pages; encoding one takes as long as drawing it.
const { font } = workerData;
parentPort?.on("message", ({ svg, width }) => {
  parentPort?.postMessage(new Resvg(svg, { fitTo: { mode: "width", value: width }, font }).render().asPng());
});
