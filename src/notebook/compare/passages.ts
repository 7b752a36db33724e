import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";
import { evidenceEntryId } from "../kit/figure.ts";
import { Data } from "../page/contract.ts";
import type { Passage, PassageKind } from "./state.ts";

/** Elements that are parts of a line of text; any other one ends it. */
const inline = new Set(
  "a abbr b bdi br button cite code data em i input kbd mark q s small span strong sub sup time u var wbr".split(" ")
);
const silent = new Set(["script", "style", "template"]);
const headings = /^h[1-6]$/;

/** What stands in a figure, by the class or the name of its element. */
const figureParts: readonly [name: string, kind: PassageKind][] = [
  ["vh", "description"],
  ["drawings", "marks"],
  ["notes", "note"],
  ["source", "source"],
  ["in-full", "source"],
  ["about-data", "note"],
  ["question", "sentence"],
  ["answer", "sentence"]
];

interface OpenElement {
  tag: string;
  kind: PassageKind | null;
  at: string;
  isFigure: boolean;
}

/** Attributes that are shown, read out or copied. */
const spoken = ["aria-label", "alt", "title", "data-cite", "placeholder"];

/** What a page says, piece by piece, in the order in which a reader comes through it. */
export function passagesOf(html: string): Passage[] {
  const passages: Passage[] = [];
  const open: OpenElement[] = [];
  let words = "";
  let under = "";
  // Elements that touch stand apart on the page: a numeral and the name behind it.
  let hasClosed = false;
  // The words of a mark come in pieces where they hold what has to be escaped: "&gt;75".
  let drawing: { from: number; depth: number; words: string } | null = null;
  const here = (): OpenElement => open.at(-1) ?? { tag: "", kind: null, at: "", isFigure: false };
  const add = (kind: PassageKind, text: string, shape?: string): void => {
    const passage = { kind, at: here().at, under, text: plain(text) };
    if (shape !== undefined) passages.push({ ...passage, shape });
    else if (passage.text !== "") passages.push(passage);
  };
  const kindHere = (): PassageKind => {
    const { kind, tag, isFigure } = here();
    return kind ?? (headings.test(tag) ? (isFigure ? "title" : "heading") : isFigure ? "note" : "sentence");
  };
  const flush = (): void => {
    const kind = kindHere();
    if (kind === "heading" && plain(words) !== "" && here().at === "") under = plain(words);
    if (kind === "row" || kind === "title" || kind === "heading") add(kind, words);
    else for (const sentence of sentencesOf(plain(words))) add(kind, sentence);
    words = "";
  };
  const flushMark = (): void => {
    if (!drawing) return;
    add("marks", drawing.words);
    drawing.words = "";
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (drawing) {
        flushMark();
        drawing.depth += 1;
        for (const name of spoken) if (attributes[name]) add("marks", attributes[name]);
        return;
      }
      if (tag === "svg") {
        drawing = { from: parser.startIndex, depth: 1, words: "" };
        return;
      }
      // An entry of evidence is known by the record that it opens.
      const { [Data.fact]: fact } = attributes;
      if (fact && here().at === evidenceEntryId(fact)) here().at = fact;
      const isCell = tag === "td" || tag === "th";
      if (isCell) words += plain(words) === "" ? "" : " | ";
      else if (!inline.has(tag)) flush();
      else if (hasClosed) words += " ";
      open.push(elementOf(tag, attributes, here()));
      for (const name of spoken) if (attributes[name]) add("label", attributes[name]);
      // Marks that are no drawing are put into their places by shares of the width.
      if (attributes.style?.includes("%")) add("drawing", "", hashOf(attributes.style));
    },
    ontext(text) {
      if (drawing) drawing.words += text;
      else if (!silent.has(here().tag)) {
        words += text;
        hasClosed = false;
      }
    },
    onclosetag(tag) {
      if (drawing) {
        flushMark();
        drawing.depth -= 1;
        if (drawing.depth > 0) return;
        add("drawing", "", hashOf(html.slice(drawing.from, parser.endIndex + 1)));
        drawing = null;
        return;
      }
      if (!inline.has(tag) && tag !== "td" && tag !== "th") flush();
      hasClosed = true;
      open.pop();
    }
  });
  parser.end(html);
  return passages;
}

/** What an element makes of the text in it, as far as it does not follow what is around it. */
function elementOf(tag: string, attributes: Record<string, string>, around: OpenElement): OpenElement {
  const classes = new Set((attributes.class ?? "").split(/\s+/));
  const { id } = attributes;
  if (classes.has("fault")) return { tag, kind: "fault", at: id ?? "", isFigure: false };
  if (tag === "figure" && id) return { tag, kind: null, at: id, isFigure: true };
  if ("popover" in attributes && id) return { tag, kind: "evidence", at: around.at || id, isFigure: false };
  const part = around.isFigure ? figureParts.find(([name]) => classes.has(name)) : undefined;
  const isEntry = tag === "li" && (id?.startsWith("e-") ?? false);
  const kind = isEntry ? "evidence" : tag === "caption" ? "label" : tag === "tr" ? "row" : (part?.[1] ?? around.kind);
  const isRecord = id !== undefined && ["li", "details", "div"].includes(tag) && !around.isFigure;
  return { tag, kind, at: isRecord ? id : around.at, isFigure: around.isFigure };
}

const plain = (text: string): string => text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();

/** Short forms after which a sentence goes on. */
const shortForms = /(?:\b(?:pp?|no|St|Mr|Mrs|Dr|vs|approx|[A-Z])\.)$/;

/** A text's sentences. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const piece of text.split(/(?<=[.!?…][”’"')]*) (?=[“‘"'(]?[\p{Lu}\d×])/u)) {
    const last = sentences.at(-1);
    if (last !== undefined && shortForms.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 12);
