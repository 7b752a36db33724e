import { readFileSync } from "node:fs";
import { join } from "node:path";
import { figurePath } from "./addresses.ts";
import { citations } from "./citation-files.ts";
import { FigureFile } from "./contract.ts";
import { drawingDocument } from "./drawing.ts";
import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import { figureModule } from "./figure-module.ts";
import { figureCsv, figureParquet, figureWorkbook } from "./figure-table.ts";
import { llmsFile } from "./llms.ts";
import { drawingsOf } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import { figurePicture, pictureWidth, type Tokens } from "./pictures.ts";
import { json, laterBytes, laterFile, type PublishedFile } from "./published-file.ts";
import { sharePictures } from "./share-pictures.ts";
import { sourceText } from "./source-line.ts";
import { tableFiles } from "./table-files.ts";
import { plain } from "./typography.ts";

/** What a reader takes of each figure and model, at addresses that never change: rows, picture, and the code that drew it. */
function figureFiles(root: string, notebook: Notebook, tokens: Tokens): PublishedFile[] {
  const document = drawingDocument();
  const files = drawingsOf(notebook).flatMap(({ name, page, drawn, room }) => {
    const picture = laterFile(figurePath(name, FigureFile.drawing), () =>
      figurePicture(drawn(), { notebook, document, tokens })
    );
    return [
      laterFile(figurePath(name, FigureFile.rows), () => rowsAsJson(drawn(), notebook)),
      laterFile(figurePath(name, FigureFile.table), () => figureCsv(drawn(), notebook)),
      laterBytes(figurePath(name, FigureFile.typed), () => figureParquet(drawn(), notebook)),
      laterBytes(figurePath(name, FigureFile.workbook), () => figureWorkbook(drawn(), notebook)),
      picture,
      laterFile(figurePath(name, FigureFile.picture), () => picture.content, { pixels: 2 * pictureWidth }),
      laterFile(figurePath(name, FigureFile.module), () =>
        figureModule(drawn(), { svg: picture.content, home: homeOf(name, page, notebook), notebook })
      ),
      ...codeFiles(root, room, name)
    ];
  });
  // What several figures share is published once.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** Where a figure is read, from the site's root. */
function homeOf(name: string, page: Page | undefined, { site }: Notebook): string {
  if (page === undefined) return "";
  const ending = site.options.preserveExtension && !page.path.endsWith("/") ? ".html" : "";
  return `${page.path.slice(1)}${ending}#${name}`;
}

/**
 * The code of a figure or model, and each file of the story that it imports beside it, so that what is published is
 * whole: all else comes from the machine and from packages.
 */
function codeFiles(root: string, room: string, name: string): PublishedFile[] {
  const code = readFileSync(join(root, `src/${room}/${name}.ts`), "utf8");
  const shared = [...code.matchAll(/from "\.\/([\w-]+)\.ts"/g)].map(([, file = ""]) => file);
  const where = shared.map((file) => `// ./${file}.ts is published beside this file, as ${file}.${FigureFile.code}.\n`);
  return [
    { path: figurePath(name, FigureFile.code), content: where.join("") + code },
    ...shared.flatMap((file) => codeFiles(root, room, file))
  ];
}

function rowsAsJson({ figure, rows }: DrawnFigure, notebook: Notebook): string {
  return plain(json({ ...figure.words(rows), source: sourceText(recordsOf({ rows }), notebook), rows }));
}

/**
 * The files at stable addresses: every table, the data package, what each figure gives away, and pictures to share, which
 * are drawn in the colours of `tokens`.
 */
export function publishedFiles(root: string, notebook: Notebook, tokens: Tokens): PublishedFile[] {
  return [
    ...tableFiles(notebook),
    ...figureFiles(root, notebook, tokens),
    ...citations(notebook),
    llmsFile(notebook),
    ...sharePictures(notebook, tokens)
  ];
}
