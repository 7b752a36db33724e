import { uncapitalised } from "../words/words.ts";
import { claimPath } from "./addresses.ts";
import { cautions } from "./claims.ts";
import { fullAddress } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import { laterFile, type PublishedFile } from "./published-file.ts";
import { expandTokens } from "./tokens.ts";
import { verdictWord } from "./verdicts.ts";

/**
 * What an assistant is to know that answers from the notebook: its pages with their findings, each claim with its verdict, the
 * addresses of its evidence and what must not be concluded from it, and how to quote. See https://llmstxt.org/.
 */
export const llmsFile = (notebook: Notebook): PublishedFile => laterFile("llms.txt", () => llmsText(notebook));

function llmsText(notebook: Notebook): string {
  const { site, tables } = notebook;
  const { licence, updated } = site.options;
  const at = (place: string): string => fullAddress(place, notebook) ?? `/${place}`;
  const pages = site.pages
    .filter(({ aside }) => !aside)
    .map(({ path, title, finding, about }) => {
      const words = finding ?? about;
      return `- [${expandTokens(title, notebook)}](${at(path.slice(1))})${words ? `: ${expandTokens(words, notebook)}` : ""}`;
    });
  const claims = tables.verdicts.rows.map(({ claim, verdict, reasoning, figures }) => {
    const facts = figures.flatMap((id) => {
      const fact = notebook.fact(id);
      return fact && fact.kind !== "position" ? [fact] : [];
    });
    const refusals = [...new Set(facts.flatMap((fact) => cautions(fact, notebook)))];
    return [
      `### ${claim}`,
      `Verdict: ${verdictWord({ verdict })}. ${reasoning}`,
      ...facts.map((fact) => {
        const from = fact.kind === "figure" ? `, ${fact.row.speaker_name}, in ${fact.row.source_name}` : "";
        return `- Evidence: ${at(claimPath(fact.row.id))} (data: ${at(`${claimPath(fact.row.id)}.json`)})${from}`;
      }),
      ...refusals.map((refusal) => `- Do not conclude ${uncapitalised(refusal)}`)
    ].join("\n");
  });
  const files = Object.values(tables)
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, title, description }) => `- [${title}](${at(`data/${name}.csv`)}): ${description}`);
  return [
    `# ${site.title}`,
    `> ${site.description}`,
    [
      "Rules for answers from it:",
      "- Say who said a number, where, for when and on which definition; each claim’s address has all four.",
      "- Where sources disagree, give each; average nothing.",
      "- A verdict holds for the records that it names, as of the day below. What is not here was not checked: say so.",
      `- ${[updated === undefined ? "" : `Last updated ${updated}.`, licence === undefined ? "" : `Licence ${licence}.`, "Cite the claim’s address."].filter(Boolean).join(" ")}`
    ].join("\n"),
    `## Pages\n\n${pages.join("\n")}`,
    ...(claims.length > 0 ? [`## Claims and verdicts\n\n${claims.join("\n\n")}`] : []),
    `## Tables\n\n${files.join("\n")}`
  ]
    .join("\n\n")
    .concat("\n");
}
