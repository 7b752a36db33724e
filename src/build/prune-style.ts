import { type AtRule, parse, type Rule } from "postcss";
import { type PageElement, pageElements } from "./page-elements.ts";

/**
 * The rules and custom properties of a style sheet that a page may come to need: for what it holds, in whatever state its
 * reader brings it, and for the elements, classes and attributes that its scripts add (see `made-names.ts`).
 */
export function pruneStyle(css: string, html: string, made: ReadonlySet<string>): string {
  const sheet = parse(css);
  const kinds = elementKinds(html);
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const needed = rule.selectors.filter((selector) => mayMatch(selector, kinds, made));
    if (needed.length === 0) rule.remove();
    else rule.selectors = needed;
  });
  dropUnusedProperties(sheet, html, made);
  sheet.walkAtRules((rule) => removeIfEmpty(rule));
  return sheet.toString();
}

const isKeyframe = ({ parent }: Rule): boolean => parent?.type === "atrule" && (parent as AtRule).name === "keyframes";

/** What a selector can ask of an element: its own names (tag, ".class", "[attribute"), and those of what it stands in. */
interface ElementKind {
  own: ReadonlySet<string>;
  around: ReadonlySet<string>;
}

/** The page's elements; those that share all names, and stand in the same kind, are one. */
function elementKinds(html: string): ElementKind[] {
  const kinds = new Map<string, ElementKind & { place: string }>();
  const kindOf = new Map<PageElement, ElementKind & { place: string }>();
  for (const element of pageElements(html)) {
    const own = ownNames(element);
    const parent = element.parent && kindOf.get(element.parent);
    const place = `${parent?.place ?? ""}>${own}`;
    const known = kinds.get(place);
    const kind = known ?? {
      own: new Set(own),
      around: new Set([...(parent?.around ?? []), ...(parent?.own ?? [])]),
      place
    };
    kinds.set(place, kind);
    kindOf.set(element, kind);
  }
  return [...kinds.values()];
}

function ownNames({ name, attributes }: PageElement): string[] {
  const classes = (attributes.get("class") ?? "").split(/\s+/).filter(Boolean);
  return [name, ...classes.map((one) => `.${one}`), ...[...attributes.keys()].map((one) => `[${one}`)];
}

/** Whether the page has an element that the selector fits, leaving aside states, siblings, and what scripts make. */
function mayMatch(selector: string, kinds: readonly ElementKind[], made: ReadonlySet<string>): boolean {
  return alternatives(selector).some((plain) => {
    const [own = [], ...around] = compoundsOf(plain)
      .reverse()
      .map((compound) => namesIn(compound, made));
    const places = around.flat();
    // What a script makes may come to stand in any element, also in one that is empty as yet.
    const inside = (kind: ElementKind, name: string) =>
      kind.around.has(name) || (own.length === 0 && kind.own.has(name));
    return kinds.some((kind) => own.every((name) => kind.own.has(name)) && places.every((name) => inside(kind, name)));
  });
}

const choice = /:(?:is|where)\(((?:[^()]|\([^()]*\))*)\)/;

/** A selector for each of the choices that it gives; a bar keeps a chosen tag apart from the class before it. */
function alternatives(selector: string): string[] {
  const [found, choices = ""] = choice.exec(selector) ?? [];
  if (found === undefined) return [selector];
  return choices.split(/,(?![^(]*\))/).flatMap((one) => alternatives(selector.replace(found, () => `|${one.trim()}`)));
}

const inParentheses = /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** The parts of a selector that describe the element and what it stands in. A sibling stands in the same. */
const compoundsOf = (selector: string): string[] =>
  selector
    .replace(inParentheses, "")
    .replace(/[^\s>+~]+\s*[+~]\s*/g, "")
    .split(/[\s>]+/);

const states = /::?[\w-]+|\[(?:open|aria-expanded|aria-pressed|data-theme)\b[^\]]*\]/g;

/** The names that an element needs to fit a compound, without states and without what scripts make. */
function namesIn(compound: string, made: ReadonlySet<string>): string[] {
  const names = compound.replace(states, "").matchAll(/(^|[.[|])([a-z][\w-]*)/gi);
  return [...names]
    .filter(([, , name = ""]) => !made.has(name))
    .map(([, sign, name]) => `${sign === "|" ? "" : sign}${name}`);
}

/** A property may be used by another, by a drawing’s attributes, where no style sheet shows it, and by what scripts draw. */
function dropUnusedProperties(sheet: ReturnType<typeof parse>, html: string, made: ReadonlySet<string>): void {
  const drawn = html.replace(/<style>[\s\S]*?<\/style>/, "");
  for (let before = ""; before !== sheet.toString(); ) {
    before = sheet.toString();
    const used = new Set([...`${before} ${drawn}`.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    sheet.walkDecls(/^--/, (property) => {
      if (!used.has(property.prop) && !made.has(property.prop)) property.remove();
    });
  }
}

function removeIfEmpty(rule: AtRule): void {
  rule.walkAtRules(removeIfEmpty);
  if (rule.nodes?.length === 0) rule.remove();
}
