import { type AtRule, parse, type Root, type Rule } from "postcss";
import { type PageElement, pageElements } from "./page-elements.ts";

/**
 * The rules and custom properties of a style sheet that show a page as it stands. What its reader opens, points to, or has
 * scripts add, needs the whole sheet.
 */
export const pruneStyle = (css: string, html: string): string => styleChooser(css)(html);

/** The same for many pages of one style sheet, which is parsed once. */
export function styleChooser(css: string): (html: string) => string {
  let whole: Root | undefined;
  return (html) => {
    whole ??= parse(css);
    return prune(whole.clone(), html);
  };
}

function prune(sheet: Root, html: string): string {
  const elements = pageElements(html);
  const shown = elementKinds(elements);
  const named = namesOfAll(elements);
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const needed = rule.selectors.filter((selector) => mayMatch(selector, shown, named));
    if (needed.length === 0) rule.remove();
    else rule.selectors = needed;
  });
  dropUnusedProperties(sheet, html);
  dropUncalled(sheet);
  sheet.walkAtRules((rule) => removeIfEmpty(rule));
  return sheet.toString();
}

const isKeyframe = ({ parent }: Rule): boolean => parent?.type === "atrule" && (parent as AtRule).name === "keyframes";

/** What a selector can ask of an element: its own names (tag, ".class", "[attribute"), and those of what it stands in. */
interface ElementKind {
  own: ReadonlySet<string>;
  around: ReadonlySet<string>;
}

/** The elements that a page shows; those that share all names, and stand in the same kind, are one. */
function elementKinds(elements: readonly PageElement[]): ElementKind[] {
  const kinds = new Map<string, ElementKind & { place: string }>();
  const kindOf = new Map<PageElement, ElementKind & { place: string }>();
  const unseen = new Set<PageElement>();
  for (const element of elements) {
    if (isUnseen(element) || (element.parent && unseen.has(element.parent))) {
      unseen.add(element);
      continue;
    }
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

/** The names of every element, with its id, closed or not. */
function namesOfAll(elements: readonly PageElement[]): ReadonlySet<string>[] {
  const all = elements.map((element) => [...ownNames(element), `#${element.attributes.get("id") ?? ""}`]);
  return [...new Map(all.map((names) => [names.join(" "), new Set(names)])).values()];
}

/** What is closed until a reader opens it, except the menu, which may be the first that a reader touches, and what paper opens. */
function isUnseen({ name, attributes, parent }: PageElement): boolean {
  if (classesOf(attributes).includes("panel")) return true;
  return (
    parent?.name === "details" &&
    name !== "summary" &&
    !parent.attributes.has("open") &&
    !classesOf(parent.attributes).some((one) => one === "menu" || one === "fold") &&
    !standsIn(parent, "positions")
  );
}

const standsIn = ({ parent }: PageElement, name: string): boolean =>
  parent !== null && (classesOf(parent.attributes).includes(name) || standsIn(parent, name));

function ownNames({ name, attributes }: PageElement): string[] {
  return [name, ...classesOf(attributes).map((one) => `.${one}`), ...[...attributes.keys()].map((one) => `[${one}`)];
}

const classesOf = (attributes: PageElement["attributes"]): string[] =>
  (attributes.get("class") ?? "").split(/\s+/).filter(Boolean);

/** Whether the page shows an element that the selector fits, leaving aside where its siblings stand, and most states. */
function mayMatch(selector: string, shown: readonly ElementKind[], named: readonly ReadonlySet<string>[]): boolean {
  return wantedBy(selector).some(
    ({ own, places, anywhere }) =>
      shown.some((kind) => own.every((name) => kind.own.has(name)) && places.every((name) => kind.around.has(name))) &&
      anywhere.every((names) => named.some((element) => names.every((name) => element.has(name))))
  );
}

/** What a selector asks for, for each of the choices that it gives, but for those that only a reader brings about. */
function wantedBy(selector: string): readonly Wanted[] {
  const known = wanted.get(selector);
  if (known) return known;
  const fresh = alternatives(selector).flatMap((plain) => {
    if (stirred.test(plain.replace(negation, ""))) return [];
    const bare = plain.replace(inParentheses, "");
    const [own = [], ...around] = bare
      .replace(sibling, "")
      .split(/[\s>]+/)
      .reverse()
      .map(namesIn);
    const siblings = [...bare.matchAll(sibling)].map(([, compound = ""]) => namesIn(compound));
    const ids = [...bare.matchAll(/#[\w-]+/g)].map(([id]) => [id]);
    const inside = [...plain.replace(negation, "").matchAll(held)].flatMap(([, one = ""]) =>
      one.split(/[\s>+~]+/).map(namesIn)
    );
    return [{ own, places: around.flat(), anywhere: [...siblings, ...ids, ...inside] }];
  });
  wanted.set(selector, fresh);
  return fresh;
}

/** The names that an element needs, those that what it stands in needs, and those of elements that need only be there. */
interface Wanted {
  own: readonly string[];
  places: readonly string[];
  anywhere: readonly (readonly string[])[];
}

/** Every page is asked for the same selectors. */
const wanted = new Map<string, readonly Wanted[]>();

/** States that only a reader brings about, or an address that opens evidence: the whole sheet is there by then. */
const stirred = /:(?:hover|active|popover-open)|::backdrop|\.evidence[.\w]*:(?:target|has\()/;

const choice = /([^\s>+~()]*):(?:is|where)\(((?:[^()]|\([^()]*\))*)\)/;

/** A selector for each of the choices that it gives. A choice that begins with a tag goes before the rest: `.a:is(p)` is `p.a`. */
function alternatives(selector: string): string[] {
  const [found, rest = "", choices = ""] = choice.exec(selector) ?? [];
  if (found === undefined) return [selector];
  return choices
    .split(/,(?![^(]*\))/)
    .map((one) => one.trim())
    .flatMap((one) => alternatives(selector.replace(found, () => (/^\w/.test(one) ? one + rest : rest + one))));
}

const inParentheses = /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

const negation = new RegExp(`:not${inParentheses.source}`, "g");

/** The element before, which stands in the same as the one that is meant. */
const sibling = /([^\s>+~]+)\s*[+~]\s*/g;

/** What an element is asked to hold, where there is no choice. */
const held = /:has\(([^(),]+)\)/g;

const states = /::?[\w-]+|\[(?:open|aria-expanded|aria-pressed|data-theme)\b[^\]]*\]/g;

/** The names that an element needs to fit a compound, without states. */
function namesIn(compound: string): string[] {
  const names = compound.replace(states, "").matchAll(/(^|[.[])([a-z][\w-]*)/gi);
  return [...names].map(([, sign, name]) => `${sign}${name}`);
}

/** A property may be used by another, and by a drawing’s attributes, where no style sheet shows it. */
function dropUnusedProperties(sheet: Root, html: string): void {
  const usedIn = (text: string): string[] => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name);
  const drawn = new Set(usedIn(html.replace(/<style>[\s\S]*?<\/style>/, "")));
  let dropped: number;
  do {
    dropped = 0;
    const used = new Set(usedIn(sheet.toString()));
    sheet.walkDecls(/^--/, (property) => {
      if (used.has(property.prop) || drawn.has(property.prop)) return;
      property.remove();
      dropped += 1;
    });
  } while (dropped > 0);
}

/** At-rules that go by a name which nothing calls. */
function dropUncalled(sheet: Root): void {
  const called = new Set<string>();
  sheet.walkDecls(/^(?:animation|position-try)/, ({ value }) => {
    for (const name of value.split(/[\s,]+/)) called.add(name);
  });
  sheet.walkAtRules(/^(?:keyframes|position-try)$/, (rule) => {
    if (!called.has(rule.params)) rule.remove();
  });
}

function removeIfEmpty(rule: AtRule): void {
  rule.walkAtRules(removeIfEmpty);
  if (rule.nodes?.length === 0) rule.remove();
}
