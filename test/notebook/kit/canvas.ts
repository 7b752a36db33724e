import { JSDOM } from "jsdom";
import { type Canvas, type Size, staticWidth } from "../../../src/notebook/kit/figure.ts";

const { document } = new JSDOM("").window;

/** Where a test draws. */
export const canvas = (size: Size, width = staticWidth[size]): Canvas => ({ size, width, document });

export const sizes: readonly Size[] = ["sm", "md", "lg"];

/** The names and addresses of a drawing's links, in reading order. */
export const linksOf = (svg: Element): { href: string | null; name: string | null }[] =>
  [...svg.querySelectorAll("a")].map((link) => ({
    href: link.getAttribute("href"),
    name: link.getAttribute("aria-label")
  }));

/** All texts of a drawing, as they stand in it. */
export const textsOf = (svg: Element): string[] =>
  [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "");
