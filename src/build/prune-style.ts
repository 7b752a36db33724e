import { type AtRule, parse, type Rule } from "postcss";

/**
 * The rules and custom properties of a style sheet that a page may come to need: for what it holds, in whatever state its
 * reader brings it, and for the elements, classes and attributes that its scripts add (see `made-names.ts`).
 */
export function pruneStyle(css: string, page: Document, made: ReadonlySet<string>): string {
  const sheet = parse(css);
  const kinds = elementKinds(page);
  const exists = remembered((compound: string) =>
    kinds.some((kind) => namesIn(compound, made).every((name) => kind.has(name)))
  );
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const needed = rule.selectors.filter((selector) => compoundsOf(selector).every(exists));
    if (needed.length === 0) rule.remove();
    else rule.selectors = needed;
  });
  dropUnusedProperties(sheet, page);
  sheet.walkAtRules((rule) => removeIfEmpty(rule));
  return sheet.toString();
}

const isKeyframe = ({ parent }: Rule): boolean => parent?.type === "atrule" && (parent as AtRule).name === "keyframes";

/** The names of each kind of element on the page: its tag, ".class" and "[attribute". Elements that share them are one kind. */
function elementKinds(page: Document): Set<string>[] {
  const kinds = new Map<string, Set<string>>();
  for (const element of page.querySelectorAll("*")) {
    const classes = [...element.classList].map((name) => `.${name}`);
    const attributes = element.getAttributeNames().map((name) => `[${name}`);
    const names = [element.localName, ...classes, ...attributes];
    kinds.set(names.join(), new Set(names));
  }
  return [...kinds.values()];
}

const inParentheses = /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** The parts of a selector that each describe one element: how the elements must stand to each other is left aside. */
const compoundsOf = (selector: string): string[] => selector.replace(inParentheses, "").split(/[\s>+~]+/);

const states = /::?[\w-]+|\[(?:open|aria-expanded|aria-pressed|data-theme)\b[^\]]*\]/g;

/** The names that an element needs to fit a compound, without states and without what scripts make. */
function namesIn(compound: string, made: ReadonlySet<string>): string[] {
  const names = compound.replace(states, "").matchAll(/(^|[.[])([a-z][\w-]*)/gi);
  return [...names].filter(([, , name = ""]) => !made.has(name)).map(([, sign, name]) => `${sign}${name}`);
}

function remembered<Answer>(ask: (question: string) => Answer): (question: string) => Answer {
  const answers = new Map<string, Answer>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = ask(question);
    answers.set(question, answer);
    return answer;
  };
}

/** A property may be used by another, and by a drawing’s attributes, where no style sheet shows it. */
function dropUnusedProperties(sheet: ReturnType<typeof parse>, page: Document): void {
  const drawn = page.documentElement.outerHTML.replace(/<style>[\s\S]*?<\/style>/, "");
  for (let before = ""; before !== sheet.toString(); ) {
    before = sheet.toString();
    const used = new Set([...`${before} ${drawn}`.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    sheet.walkDecls(/^--/, (property) => {
      if (!used.has(property.prop)) property.remove();
    });
  }
}

function removeIfEmpty(rule: AtRule): void {
  rule.walkAtRules(removeIfEmpty);
  if (rule.nodes?.length === 0) rule.remove();
}
