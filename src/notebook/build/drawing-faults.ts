import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Figure, type FigureRow, sizes } from "../kit/figure.ts";
import { isWithin, type Model, startValues } from "../kit/model.ts";
import type { Fault } from "../ledger/fault.ts";
import { drawingDocument, drawingText } from "../page/drawing.ts";
import { type DrawnFigure, figureBlock } from "../page/figure-block.ts";
import { figureCsv } from "../page/figure-table.ts";
import { modelBlock, modelFigure } from "../page/model-block.ts";
import type { Notebook } from "../page/notebook.ts";
import type { Tokens } from "../page/pictures.ts";
import { locate } from "./links.ts";
import { messageOf, placeInStory } from "./story-place.ts";

/** What one figure or model comes to, tried apart from the others. */
export interface TriedDrawing {
  name: string;
  faults(): Fault[];
}

/**
 * Every figure and model as a build makes it, its words, drawings, table and thumbnail, whether a page shows it or not. What
 * cannot be made is told at its place in the story's code. `tokens` are the style sheet's colours.
 */
export function triedDrawings(root: string, notebook: Notebook, tokens: Tokens): TriedDrawing[] {
  const figures = notebook.figures.map((figure) => ({
    name: figure.name,
    faults: () => new Trial(root, `src/figures/${figure.name}.ts`, tokens).ofFigure(figure, notebook)
  }));
  const models = notebook.models.map((model) => ({
    name: model.name,
    faults: () => new Trial(root, `src/models/${model.name}.ts`, tokens).ofModel(model, notebook)
  }));
  return [...figures, ...models];
}

class Trial {
  readonly #faults: Fault[] = [];

  constructor(
    private readonly root: string,
    private readonly file: string,
    private readonly tokens: Tokens
  ) {}

  ofFigure(figure: Figure<FigureRow>, notebook: Notebook): Fault[] {
    const document = drawingDocument();
    const rows = this.#made(() => figure.select(notebook.tables));
    if (!rows) return this.#faults;
    const drawn = { figure, rows };
    const wide = notebook.site.pages.some(({ text }) =>
      new RegExp(`^(?:\`\`\`|~~~)figure[ \\t]+${figure.name}[ \\t]+wide\\b`, "m").test(text)
    );
    const words = this.#made(() => figure.words(rows));
    // The block has the words in it: they are no second fault.
    if (words) {
      if (words.title.trim() === "") this.#say("title", "the title is empty", "say what the figure finds");
      this.#colours(this.#made(() => figureBlock(drawn, { number: "", wide, notebook, document })));
      this.#made(() => figureCsv(drawn, notebook));
    }
    this.#made(() => figure.doubts(rows));
    this.#heights(drawn);
    this.#colours(this.#made(() => figure.thumbnail?.(rows, document).map(drawingText).join("")));
    return this.#faults;
  }

  ofModel(model: Model<string>, notebook: Notebook): Fault[] {
    const values = this.#made(() => startValues(model, notebook.tables));
    if (!values) return this.#faults;
    for (const input of model.inputs) {
      const start = values[input.id] ?? 0;
      if (!isWithin(start, input))
        this.#say(
          `"${input.id}"`,
          `the input "${input.id}" starts at ${start}, outside of ${input.min} to ${input.max}`,
          "widen its limits"
        );
    }
    this.#colours(this.#made(() => modelBlock(model, { notebook, document: drawingDocument() })));
    const drawn = this.#made(() => modelFigure(model, notebook));
    if (drawn) {
      this.#made(() => figureCsv(drawn, notebook));
      this.#heights(drawn);
    }
    return this.#faults;
  }

  #made<Made>(make: () => Made): Made | undefined {
    try {
      return make();
    } catch (error) {
      const message = messageOf(error);
      // The machine’s own complaints quote what they are about last.
      const place = placeInStory(error) ?? this.#placeOf(/.*"([^"]+)"/.exec(message)?.[1] ?? "");
      const fault = { ...place, message, remedy: "mend the code, or the record that it takes" };
      // Words and drawing often fail for the same reason.
      if (!this.#faults.some(({ message }) => message === fault.message)) this.#faults.push(fault);
      return undefined;
    }
  }

  #heights({ figure, rows }: DrawnFigure): void {
    const heights = this.#made(() => sizes.map((size) => figure.height(size, rows)));
    const odd = heights?.find((height) => !(Number.isFinite(height) && height > 0));
    if (odd !== undefined) this.#say("height", `its height is ${odd}`, "give a number of pixels above 0");
  }

  /** Colours that no theme has: a page would show nothing in their place, and a picture cannot be made. */
  #colours(made: string | undefined): void {
    const used = new Set([...(made ?? "").matchAll(/\bvar\((--[\w-]+)\)/g)].map(([, name = ""]) => name));
    for (const name of used)
      if (!this.tokens.has(name) && !ofInputs.has(name))
        this.#say(name, `no colour is called "${name}"`, "use one of src/notebook/style/tokens.css, or add it there");
  }

  #say(words: string, message: string, remedy: string): void {
    if (!this.#faults.some((fault) => fault.message === message))
      this.#faults.push({ ...this.#placeOf(words), message, remedy });
  }

  /** Where words first stand in the file; its beginning where they do not. */
  #placeOf(words: string): Pick<Fault, "file" | "line" | "column"> {
    const path = join(this.root, this.file);
    return locate(this.file, existsSync(path) ? readFileSync(path, "utf8") : "", words);
  }
}

/** What the block of a model sets for its own elements. */
const ofInputs: ReadonlySet<string> = new Set(["--ch"]);
