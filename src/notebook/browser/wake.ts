import type { FigureRow } from "../kit/figure.ts";
import { Cause, Data, FigureFile, Id, Part } from "../page/contract.ts";
import { markOpen, nameDialog, openDialogs, openTarget } from "./evidence-dialog.ts";
import { fitFigure } from "./fit-figure.ts";
import { nameSymbols, ringSameSource } from "./symbols.ts";
import { firstInteraction, statusOf, styleLoaded, unavailable, whenNear } from "./waiting.ts";

/**
 * Why what was asked for did not come, or is of no use: after a new release the scripts of the last one may be gone, this one
 * among them, and its numbers are others. Only a page of the new one helps.
 */
async function whyUnavailable(error?: unknown): Promise<string> {
  const isOutdated = error instanceof Error && error.cause === Cause.outdated;
  const isGone =
    isOutdated ||
    (await fetch(import.meta.url, { method: "HEAD", cache: "no-store" }).then(
      ({ status }) => status === 404 || status === 410,
      () => false
    ));
  return isGone ? "This page is older than what is published now. Reload it to go on." : unavailable;
}

/** Says once beside a control that what it needs did not come; what was there stays. */
async function sayUnavailable(control: Element, error?: unknown): Promise<void> {
  // Assistive technology hears of a status that changes, not of one that arrives with its words.
  const status = statusOf(control);
  status.textContent = await whyUnavailable(error);
}

/** Brings the mode that lights up every number, when the reader or the address asks for it. */
function evidenceSwitch(): void {
  const button = document.getElementById(Id.evidenceSwitch);
  if (!button) return;
  const open = async (): Promise<void> => (await import("./evidence-mode.ts")).wakeEvidenceMode(button);
  const fail = (): Promise<void> => sayUnavailable(button);
  if (new URLSearchParams(location.search).get("evidence") === "on") open().catch(fail);
  else button.addEventListener("click", () => open().then(() => button.click(), fail), { once: true });
}

/**
 * What the row under a figure does where the reader is: Table opens in place, Code and the link bring the script that
 * serves them. Without this script each is a plain link.
 */
function figureActions(): void {
  addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLAnchorElement>(`.${Part.actions} a`);
    if (!action || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const follow = (): void => {
      location.href = action.href;
    };
    const table = document.getElementById(action.hash.slice(1))?.closest("details");
    if (table) {
      event.preventDefault();
      table.open = !table.open;
      action.ariaExpanded = String(table.open);
    } else if (action.matches(`.${Part.figureLink}`)) {
      event.preventDefault();
      import("./copy-link.ts").then(({ copyLink }) => copyLink(action), follow);
    } else if (action.pathname.endsWith(`.${FigureFile.code}`)) {
      event.preventDefault();
      import("./show-code.ts").then(({ toggleCode }) => toggleCode(action)).catch(() => sayUnavailable(action));
    }
  });
  // An address that leads to a table may have opened it before this script came.
  for (const opened of document.querySelectorAll(`details.${Part.figureTable}`)) letSort(opened);
  addEventListener("toggle", ({ target }) => letSort(target as Element), true);
}

function letSort(details: Element): void {
  const table = details.matches(`.${Part.figureTable}[open]`) && details.querySelector("table");
  // Without it the table can be read all the same, and has no buttons.
  if (table)
    import("./sortable-table.ts").then(
      ({ makeSortable }) => makeSortable(table),
      () => undefined
    );
}

/** Copies a citation with the address that it is read at. Words stay what they were: readers' browsers translate them. */
function citing(): void {
  addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>(`[${Data.cite}]`);
    if (!button) return;
    const { origin, pathname } = location;
    const text = `${button.getAttribute(Data.cite)} ${origin}${pathname}${button.dataset.at ?? ""}`;
    import("./copy-link.ts").then(
      ({ copyText }) => copyText(button, text),
      () => sayUnavailable(button)
    );
  });
}

/** Once the reader opens a speaker's positions, the paragraphs of each are a link to that position, to copy or to share. */
function linkPositions(): void {
  const link = (): void => {
    for (const { id, lastElementChild } of document.querySelectorAll(`.${Part.positions} li`)) {
      const paragraphs = lastElementChild?.querySelector("span");
      const anchor = document.createElement("a");
      anchor.href = `#${id}`;
      anchor.append(...(paragraphs?.childNodes ?? []));
      paragraphs?.replaceWith(anchor);
    }
  };
  if (document.querySelector(`.${Part.speakers} [open]`)) link();
  else document.querySelector(`.${Part.speakers}`)?.addEventListener("toggle", link, { once: true, capture: true });
}

/**
 * A closed tool of the page is loaded when it opens: by the reader's hand, or by an address that holds one of its keys,
 * which leads the reader there once everything is in its place.
 */
async function openTools(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const asked: HTMLDetailsElement[] = [];
  for (const tool of document.querySelectorAll<HTMLDetailsElement>(`details[${Data.tool}]`))
    if ((tool.getAttribute(Data.keys) ?? "").split(" ").some((key) => query.has(key))) asked.push(tool);
    else if (tool.open) load(tool);
    else tool.addEventListener("toggle", () => load(tool), { once: true });
  for (const tool of asked) {
    tool.open = true;
    tool.classList.add("asked");
  }
  await Promise.all(asked.map(load));
  if (scrollY === 0 && !location.hash) asked[0]?.scrollIntoView();
}

async function load(tool: HTMLDetailsElement): Promise<void> {
  try {
    if (tool.getAttribute(Data.tool) === "find") (await import("./position-finder.ts")).wakeFinder(tool);
    else (await import("./speaker-comparison.ts")).wakeComparison(tool);
  } catch {
    sayUnavailable(tool);
  }
}

/** The key "/" leads to the search field, on any page, except where the reader is writing. */
function slashToSearch(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>("form.search input");
    if (!field) document.querySelector<HTMLAnchorElement>('.top a[href$="search#q"]')?.click();
    field?.focus();
    field?.select();
  });
}

/** A figure that a choice has put in the place of another is right at any width; where it cannot be drawn anew, it stays. */
const fitChanged = (figure: Element, rows: readonly FigureRow[]): void =>
  whenNear([figure], () => fitFigure(figure, () => undefined, rows));

/** Brings the choice of preferred numbers, when the reader opens it or the address holds one. */
function choices(): void {
  const tool = document.querySelector<HTMLDetailsElement>(`.${Part.choices}`);
  if (!tool) return;
  const open = (): Promise<void> =>
    import("./choices.ts").then(
      ({ wakeChoices }) => wakeChoices(tool, fitChanged, whyUnavailable),
      () => sayUnavailable(tool)
    );
  const asked = new URLSearchParams(location.search);
  if (tool.open || [...tool.querySelectorAll("select")].some(({ name }) => asked.has(name))) open();
  else tool.addEventListener("toggle", open, { once: true });
}

// The page is complete without this script. It is fetched once the reader does something, and fetches what the reader comes
// near to.

markOpen();
nameDialog();
evidenceSwitch();
choices();
figureActions();
citing();
openTools();
linkPositions();
slashToSearch();
ringSameSource();
// Without its style a name would move the page.
styleLoaded().then(nameSymbols);
// In a browser that knows no popovers the address opens them, as it does without scripts.
if ("popover" in HTMLElement.prototype) {
  openDialogs();
  openTarget();
  addEventListener("hashchange", openTarget);
}

const search = document.querySelector<HTMLFormElement>("form.search");
if (search) {
  const open = (): Promise<void> =>
    import("./search.ts").then(
      ({ wakeSearch }) => wakeSearch(search, whyUnavailable),
      () => sayUnavailable(search)
    );
  if (location.search || search.contains(document.activeElement)) open();
  else search.addEventListener("focusin", open, { once: true });
}

async function idle(): Promise<void> {
  await styleLoaded();
  await new Promise<unknown>((resolve) =>
    "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve)
  );
}

// Here because of the address alone? Then figures wait for the reader.
const interacted = location.search ? firstInteraction() : Promise.resolve();

whenNear(document.querySelectorAll<HTMLElement>(`[${Data.figure}]`), async (figure) => {
  await interacted;
  await idle();
  fitFigure(figure, sayUnavailable);
});

whenNear(document.querySelectorAll<HTMLElement>(`[${Data.model}]`), async (model) => {
  await idle();
  try {
    const { wakeModel } = await import("./models.ts");
    wakeModel(model);
  } catch {
    sayUnavailable(model.querySelector(`.${Part.question}`) ?? model);
  }
});

const cells = document.querySelector(`script[${Data.cells}]`)?.getAttribute(Data.cells);
// A reader may come to any of them first.
if (cells)
  whenNear(document.querySelectorAll<HTMLElement>(".live, .observablehq--block"), async (workbench) => {
    try {
      await (await import("./workbench.ts")).wakeWorkbench(workbench, cells, sayUnavailable);
    } catch {
      sayUnavailable(workbench);
    }
  });

const chartMaker = document.querySelector<HTMLElement>(`[${Data.explore}]`);
// Waited for, so that what the reader asks of it meanwhile is served.
if (chartMaker)
  await idle()
    .then(() => import("./explore.ts"))
    .then(({ startExploring }) => startExploring(chartMaker, whyUnavailable))
    .catch(() => sayUnavailable(chartMaker.querySelector("form") ?? chartMaker));

// What the reader has asked for meanwhile is asked again once all that it shows has its style.
await styleLoaded();
