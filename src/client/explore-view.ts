import type { Plot } from "@observablehq/plot";
import { sizeFor } from "../charts/chart.ts";
import { tidySvg } from "../charts/marks/tidy-svg.ts";
import { remediesHtml, rowsHtml, statusHtml } from "../explore/chart-html.ts";
import { drawRecipe } from "../explore/draw-recipe.ts";
import type { Explored } from "../explore/explore.ts";

/** An element of the workshop that has to be there. */
export function partOf<Found extends Element = HTMLElement>(room: Element, selector: string): Found {
  const found = room.querySelector<Found>(selector);
  if (!found) throw new Error(`the workshop has no ${selector}`);
  return found;
}

/** Shows what was made: status, words, rows and page source. The drawing follows with `drawMade`. */
export function showMade(
  room: Element,
  made: Explored,
  { problems, sources }: { problems: readonly string[]; sources: string }
): void {
  const { words } = made;
  partOf(room, ".status").innerHTML = statusHtml(made.rows.length, problems, made.doubts);
  partOf(room, ".remedies").innerHTML = remediesHtml(made.doubts);
  partOf(room, "#your-data").innerHTML = rowsHtml(made.view, words.title);
  const texts = {
    "#your-title": words.title,
    ".subtitle": words.subtitle,
    "#your-words": words.description,
    ".notes": words.notes.join(" "),
    ".source span": sources,
    "#your-source code": made.source
  };
  for (const [selector, text] of Object.entries(texts)) partOf(room, selector).textContent = text;
}

/** Draws what was made at the width that there is. */
export function drawMade(room: Element, made: Explored): void {
  const drawings = partOf(room, ".drawings");
  const width = Math.floor(drawings.clientWidth);
  const recipe = made.recipe(sizeFor(width) === "sm");
  if (!recipe) {
    drawings.replaceChildren();
    return;
  }
  const drawn = drawRecipe(recipe, made.placed, { width, document });
  const [first] = drawn;
  const key = first && recipe.keyed ? keyOf(first.svg as Element & Plot, "symbol" in recipe.plot) : [];
  const panels = drawn.flatMap(({ panel, svg }, index) => {
    const tidy = tidySvg(svg);
    const heading = document.createElement("h4");
    heading.id = `your-panel-${index}`;
    heading.textContent = panel;
    tidy.setAttribute("aria-labelledby", panel === null ? "your-title" : `your-title ${heading.id}`);
    return panel === null ? [tidy] : [heading, tidy];
  });
  drawings.replaceChildren(...key, ...panels);
}

/** Plot's own key of colours or symbols, in this notebook's dress. */
function keyOf(plot: Element & Plot, shaped: boolean): Element[] {
  const key = plot.legend(shaped ? "symbol" : "color", { className: "key" });
  if (!key) return [];
  for (const style of key.querySelectorAll("style")) style.remove();
  for (const svg of key.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "true");
  return [key];
}
