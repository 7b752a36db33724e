import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseOptions } from "../../src/notebook/build/parse-options.ts";
import { copyOfSubject, type Project } from "../notebook/build/project.ts";
import { numberTable, wholeNumbers } from "./sizes.ts";

const topics = ["the mornings", "the evenings", "the weekends", "the winter", "the bridge", "the depot"];

/** The smallest subject with so many pages: each an invented text with numbers of its ledger. */
export function grownSubject(pages: number): Project {
  const project = copyOfSubject("minimal", `growth-${pages}`);
  for (let page = 1; page < pages; page++) project.write(`src/ride-${page}.md`, pageText(page));
  return project;
}

function pageText(page: number): string {
  const sections = topics.map(
    (topic, place) => `## Part ${place + 1}: ${topic}

Of ${topic} the paper says nothing, so that this part ${page} rests on the day as a whole: {{gazette.riders-now}} a day, where
{{gazette.riders-planned|number}} had been planned, and {{gazette.riders-first-year|number}} came at first. Line ${page} is
invented, as are the city and the tram; see [the ride before](/${page > 1 ? `ride-${page - 1}` : ""}).
`
  );
  return `---
title: Ride ${page}
about: An invented ride, number ${page}.
---

# Ride ${page} carries {{gazette.riders-now}} a day

${sections.join("\n")}`;
}

/** Notes, when a process ends, what it and its threads have used. */
const meter = `
import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(process.env.NOTEBOOK_USAGE, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]) + "\\n");
});`;

/** CPU seconds that a build takes, all its processes of Node together, and the most memory that one of them had, in MB. */
async function build(project: Project): Promise<{ seconds: number; memory: number }> {
  const usage = join(project.root, "usage.txt");
  rmSync(usage, { force: true });
  const { code, complaints } = await project.build({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(meter)}`,
    NOTEBOOK_USAGE: usage
  });
  if (code !== 0) throw new Error(`it cannot be built: ${complaints}`);
  const processes = readFileSync(usage, "utf8").trim().split("\n");
  rmSync(usage);
  const used: [seconds: number, memory: number][] = processes.map((line) => JSON.parse(line));
  return { seconds: used.reduce((sum, [cpu]) => sum + cpu, 0), memory: Math.max(...used.map(([, most]) => most)) };
}

const heads = [
  "pages",
  "first build, s",
  "a page more, s",
  "nothing changed, s",
  "one page edited, s",
  "memory at most, MB",
  "its first page, kB"
];

/** What builds of a growing number of pages cost, as a table; times are CPU seconds. */
export async function measureGrowth(args: string[]): Promise<string> {
  const { pages } = parseOptions(
    { pages: { type: "string", default: "10,50,200" } },
    {
      does: "Measures what notebooks of a growing number of pages cost to build.",
      example: "npm run bench -- growth --pages 10,50"
    },
    args
  );
  const rows: string[][] = [];
  let before = { pages: 0, seconds: 0 };
  for (const count of wholeNumbers("--pages", pages)) {
    const project = grownSubject(count);
    const first = await build(project);
    const again = await build(project);
    project.edit("src/index.md", "The city,", "This city,");
    const edited = await build(project);
    const kilobytes = statSync(join(project.root, "dist/index.html")).size / 1000;
    rmSync(project.root, { recursive: true });
    const more = (first.seconds - before.seconds) / (count - before.pages);
    const seconds = [first.seconds, again.seconds, edited.seconds].map((one) => one.toFixed(1));
    rows.push([
      count.toLocaleString("en"),
      seconds[0] ?? "",
      before.pages === 0 ? "" : more.toFixed(2),
      ...seconds.slice(1),
      Math.round(Math.max(first.memory, again.memory)).toLocaleString("en"),
      kilobytes.toFixed(1)
    ]);
    before = { pages: count, seconds: first.seconds };
  }
  return numberTable(heads, rows);
}
