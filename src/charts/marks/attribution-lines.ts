import type { Attribution } from "../rows/attribution.ts";
import { textWidth, wrapText } from "./text-width.ts";

/**
 * Speaker and outlet in as few lines as a width allows. The outlet starts a line of its own where that costs none and
 * leaves no short name alone.
 */
export function attributionLines({ speaker, where }: Attribution, width: number, fontSize: number): string[] {
  const running = wrapText(`${speaker}, ${where}`, width, fontSize);
  const apart = [`${speaker},`, where].flatMap((part) => wrapText(part, width, fontSize));
  const isShort = 2 * textWidth(speaker, fontSize) < textWidth(where, fontSize);
  return apart.length <= running.length && !isShort ? apart : running;
}
