import type { Attribution } from "./attribution.ts";
import { wrapText } from "./text-width.ts";

/** Speaker and outlet in as few lines as a width allows; where it costs no line, the outlet starts one of its own. */
export function attributionLines({ speaker, where }: Attribution, width: number, fontSize: number): string[] {
  const running = wrapText(`${speaker}, ${where}`, width, fontSize);
  const apart = [`${speaker},`, where].flatMap((part) => wrapText(part, width, fontSize));
  return apart.length <= running.length ? apart : running;
}
