import {
  displayUnits,
  holds,
  jointStance,
  oneValue,
  type PositionRow,
  pickDerived,
  pickFigure,
  quantityText,
  quantityWithUnit,
  ratioText,
  type Stance,
  squareAt,
  type Tables
} from "../notebook/index.ts";

const name = "thumbnails";
const width = 236;
const height = 54;

/** A chapter's figure reduced to what can be seen at a glance: no axes, at most two words; for the list of chapters. */
export function thumbnail(chapterPath: string, tables: Tables): string {
  const draw = thumbnails[chapterPath];
  if (!draw) throw new Error(`no thumbnail for the chapter "${chapterPath}"; draw one in src/figures/thumbnails.ts`);
  return `<svg class="thumbnail" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${draw(tables)}</svg>`;
}

const thumbnails: Readonly<Record<string, (tables: Tables) => string>> = {
  "/reserves-vs-output": reserves,
  "/us-demand": productionAndDemand,
  "/gallium": gallium,
  "/positions": stances,
  "/chain": liftedAndUsed,
  "/disagreements": widestGaps
};

/** The smaller reserve, solid, within the larger one. */
function reserves(tables: Tables): string {
  const smaller = oneValue(name, pickFigure(name, tables, "rex-reuters.reserves-usgs"));
  const larger = oneValue(name, pickFigure(name, tables, "russia-post.reserves-kazanov"));
  holds(name, "a smaller reserve within a larger one", smaller < larger);
  const edge = (width * smaller) / larger;
  return (
    box({ x: 0, y: 16, width: edge, height: 22, fill: "var(--red)" }) +
    box({ x: edge, y: 16, width: width - edge, height: 22, fill: "var(--red-tint)" })
  );
}

/** Two quantities on one scale, each over its own base line, nothing that joins them. */
function productionAndDemand(tables: Tables): string {
  const figures = [
    pickFigure(name, tables, "izvestia.us-production"),
    pickFigure(name, tables, "izvestia.us-demand-next-decade")
  ];
  const most = Math.max(...figures.map((figure) => oneValue(name, figure)));
  const panels = figures.map((figure, place) => {
    const left = place * 136;
    const x = left + (place === 0 ? 60 : 76);
    const y = 48 - (38 * oneValue(name, figure)) / most;
    return `<path d="M${left} 48.5h100" stroke="var(--rule2)"/><path d="M${x} 48V${round(y)}" stroke="var(--rule2)"/><use href="#k-${figure.speaker_kind}" x="${x - 8}" y="${round(y - 8)}" width="16" height="16"/>`;
  });
  return panels.join(words("≠", { x: 118, y: 36, anchor: "middle", size: 17, fill: "var(--ink)" }));
}

/** One square a tonne: filled what is made, outlined what could be. */
function gallium(tables: Tables): string {
  const made = pickFigure(name, tables, "rex-kommersant.gallium-output");
  const possible = pickFigure(name, tables, "rex-kommersant.gallium-possible");
  const [filled, all] = [oneValue(name, made), oneValue(name, possible)];
  holds(name, "a part of the squares filled", filled < all);
  const rows = 3;
  const field = { left: 0, bottom: 41, rows, columns: Math.ceil(all / rows), pitch: 9.6 };
  const side = 7.5;
  const square = (place: number, outlined: boolean): string => {
    const { x, y } = squareAt(field, place);
    const inset = outlined ? 0.6 : 0;
    return `M${round(x + inset)} ${round(y - inset)}h${side - 2 * inset}v${2 * inset - side}h${2 * inset - side}z`;
  };
  const squares = (from: number, to: number, outlined: boolean): string =>
    Array.from({ length: to - from }, (_, place) => square(from + place, outlined)).join("");
  const text = `${quantityText(made, displayUnits.t)} → ${quantityWithUnit(possible, displayUnits.t)}`;
  return `<path d="${squares(0, filled, false)}" fill="var(--red)"/><path d="${squares(filled, all, true)}" fill="none" stroke="var(--red)" stroke-width="1.2"/>${words(text, { x: field.columns * field.pitch + 6, y: 32 })}`;
}

/** A tick a speaker: on what lies in the ground, then on what it takes to get it out. */
function stances({ positions }: Tables): string {
  const runs = ["reserves", "refining"].map((topic) => {
    const rows = positions.rows.filter((row) => row.topic === topic);
    holds(name, `positions on ${topic}`, rows.length > 0);
    return { label: topic, ticks: speakersStances(rows) };
  });
  const gap = 16;
  const count = runs.reduce((sum, { ticks }) => sum + ticks.length, 0);
  const pitch = (width - gap * (runs.length - 1)) / count;
  let left = 0;
  const drawn = runs.map(({ label, ticks }) => {
    const marks = ticks.map((stance, place) => tick(stance, left + place * pitch, pitch));
    const text = words(label, { x: left, y: 51 });
    left += ticks.length * pitch + gap;
    return marks.join("") + text;
  });
  return drawn.join("");
}

/** What the ore that is mined holds, and the part of it in the ore that is used. */
function liftedAndUsed(tables: Tables): string {
  const part = pickDerived(name, tables, "derived.loparite-part");
  const share = oneValue(name, part);
  holds(name, "a part within a whole", share < 100);
  return (
    box({ x: 0, y: 8, width, height: 22, fill: "var(--red-tint)" }) +
    box({ x: 0, y: 8, width: Math.max(2, (width * share) / 100), height: 22, fill: "var(--red)" }) +
    words("lifted", { x: width, y: 48, anchor: "end" }) +
    words("used", { x: 0, y: 48 })
  );
}

const order: readonly Stance[] = ["favourable", "mixed", "describes", "sceptical"];

/** The three widest disagreements, each a strip from its lowest to its highest value, all on one ratio scale. */
function widestGaps({ comparisons }: Tables): string {
  const ratios = comparisons.rows
    .flatMap(({ ratio }) => ratio ?? [])
    .sort((a, b) => b - a)
    .slice(0, 3);
  const room = width - 56;
  const longest = Math.log2(Math.max(2, ...ratios));
  return ratios
    .map((ratio, row) => {
      const y = 9 + row * 18;
      const end = 6 + (Math.log2(ratio) / longest) * (room - 6);
      return (
        box({ x: 4, y: y - 0.5, width: end - 4, height: 1, fill: "var(--rule2)" }) +
        box({ x: 0, y: y - 4, width: 8, height: 8, fill: "var(--ink)" }) +
        box({ x: end - 4, y: y - 4, width: 8, height: 8, fill: "var(--k-gov)" }) +
        words(ratioText(ratio), { x: end + 10, y: y + 4.5 })
      );
    })
    .join("");
}

/** Each speaker's stance in one word, those in favour first. */
function speakersStances(rows: readonly PositionRow[]): Stance[] {
  const own = new Map<string, Stance[]>();
  for (const { speaker, stance } of rows) own.set(speaker, [...(own.get(speaker) ?? []), stance]);
  return [...own.values()].map(jointStance).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function tick(stance: Stance, left: number, pitch: number): string {
  const middle = 18;
  const wide = pitch - 2;
  const bar = (y: number, fill: string): string => box({ x: left, y, width: wide, height: 13, fill });
  if (stance === "describes") return box({ x: left, y: middle - 1.2, width: wide, height: 2.4, fill: "var(--ink2)" });
  return (
    (stance === "sceptical" ? "" : bar(middle - 13, "var(--fav)")) +
    (stance === "favourable" ? "" : bar(middle, "var(--scep)"))
  );
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
}

const box = ({ x, y, width, height, fill }: Box): string =>
  `<path d="M${round(x)} ${y}h${round(width)}v${height}h${round(-width)}z" fill="${fill}"/>`;

function words(
  text: string,
  {
    x,
    y,
    anchor = "start",
    size = 12.5,
    fill = "var(--ink2)"
  }: { x: number; y: number; anchor?: string; size?: number; fill?: string }
): string {
  return `<text x="${round(x)}" y="${y}" font-family="var(--sans)" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${text}</text>`;
}

const round = (length: number): number => Math.round(length * 100) / 100;
