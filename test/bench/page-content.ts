import { evidenceEntryId } from "../../src/notebook/kit/figure.ts";

/** What a published page says, without what serves interaction or looks. */
export interface PageContent {
  title: string;
  description: string;
  /** The chapters, as a list of links. */
  navigation: string;
  /** The readable page. Numbers are still elements with `data-fact`; live cells are an empty `section.live`. */
  main: HTMLElement;
  /** The shapes that drawings of the page use by reference. */
  symbols: string;
  footer: string;
}

const forInteraction = [
  "script",
  "noscript",
  "[popover]",
  ".actions .ev",
  ".actions a[href$='-data']",
  ".actions .number",
  "svg.sprite",
  "svg[aria-hidden='true']:not(.strip, .thumbnail, figure svg)"
];

/** Takes a built page apart, and its document with it: the other two ways of building the page are made of the parts. */
export function pageContent(document: Document): PageContent {
  const main = document.querySelector("main");
  if (!main) throw new Error("the built page has no main element");
  for (const entry of main.querySelectorAll(".evidence-list > ol > li > [popover]")) openNote(entry);
  const symbols = document.querySelector("svg.sprite:has(#k-statistic)")?.outerHTML ?? "";
  for (const cells of main.querySelectorAll(".live")) cells.replaceChildren();
  for (const element of document.querySelectorAll(forInteraction.join())) element.remove();
  for (const drawings of main.querySelectorAll(".drawings")) keepOneDrawing(drawings);
  for (const actions of main.querySelectorAll(".actions")) actions.replaceWith(paragraph(actions));
  const footer = document.querySelector("body > footer");
  const linked = new Set([...document.querySelectorAll("[href^='#']")].map((link) => link.getAttribute("href")));
  for (const number of main.querySelectorAll("[data-fact]")) linked.add(noteAddress(number));
  for (const part of [main, footer]) if (part) dropLooks(part, (id) => linked.has(`#${id}`));
  return {
    title: document.title,
    description: document.querySelector("meta[name='description']")?.getAttribute("content") ?? "",
    navigation: document.querySelector("header nav ul")?.outerHTML ?? "",
    main,
    symbols: main.querySelector("use") ? symbols : "",
    footer: footer?.innerHTML.trim() ?? ""
  };
}

/** The address of a number's note: its entry in the list that closes the page. */
export const noteAddress = (number: Element): string => `#${evidenceEntryId(number.getAttribute("data-fact") ?? "")}`;

/** What a number opens is a note in full, headed by the number that stands before it. */
function openNote(evidence: Element): void {
  for (const part of evidence.querySelectorAll(".close, .amount, .strip")) part.remove();
  const number = evidence.previousElementSibling;
  const bold = evidence.ownerDocument.createElement("b");
  number?.replaceWith(bold);
  if (number) bold.append(number);
  evidence.replaceWith(...evidence.childNodes);
}

function keepOneDrawing(drawings: Element): void {
  const drawing = drawings.querySelector(".md svg") ?? drawings.querySelector("svg");
  if (drawing) drawings.replaceWith(drawing);
}

function paragraph(element: Element): Element {
  const made = element.ownerDocument.createElement("p");
  made.append(...element.querySelectorAll("a"));
  for (const link of [...made.children].slice(1)) link.before(" ");
  return made;
}

/** Classes and names that nothing but scripts and the style sheet use, and the boxes that are then good for nothing. */
function dropLooks(part: Element, isLinked: (id: string) => boolean): void {
  for (const element of part.querySelectorAll("*")) {
    if (element.closest("svg") || element.matches(".live")) continue;
    const kept = ["href", "download", "scope", "colspan", "rowspan", "open", "data-fact", "data-figure"];
    for (const { name, value } of [...element.attributes])
      if (!(kept.includes(name) || (name === "id" && isLinked(value)))) element.removeAttribute(name);
  }
  for (const box of part.querySelectorAll("div, span"))
    if (box.attributes.length === 0) box.replaceWith(...box.childNodes);
}
