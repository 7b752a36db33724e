import { type AtRule, parse, type Rule } from "postcss";

/**
 * The rules and custom properties of a style sheet that a page may come to need: for what it holds, in whatever state its
 * reader brings it, and for the elements, classes and attributes that its scripts add (see `made-names.ts`).
 */
export function pruneStyle(css: string, page: Document, made: ReadonlySet<string>): string {
  const sheet = parse(css);
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const needed = rule.selectors.filter((selector) => mayMatch(selector, page, made));
    if (needed.length === 0) rule.remove();
    else rule.selectors = needed;
  });
  dropUnusedProperties(sheet, page);
  sheet.walkAtRules((rule) => removeIfEmpty(rule));
  return sheet.toString();
}

const isKeyframe = ({ parent }: Rule): boolean => parent?.type === "atrule" && (parent as AtRule).name === "keyframes";

const states =
  /::[\w-]+|:(?:hover|focus-visible|focus|active|target|popover-open|checked|empty)(?![\w-])|\[(?:open|aria-expanded|aria-pressed|data-theme)\b[^\]]*\]/g;
const names = /(^|[\s>+~(,])([a-z][\w-]*)|\.([\w-]+)|\[([\w-]+)[^\]]*\]/g;
const anything = ":not(none)";

/** Whether the page has an element that the selector fits, leaving aside states and what scripts make. */
function mayMatch(selector: string, page: Document, made: ReadonlySet<string>): boolean {
  const lasting = selector
    .replace(states, anything)
    .replace(names, (part, before = "", tag, className, attribute) =>
      made.has(tag ?? className ?? attribute) ? before + anything : part
    )
    .replaceAll(`:not(${anything})`, anything);
  return page.querySelector(lasting) !== null;
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
