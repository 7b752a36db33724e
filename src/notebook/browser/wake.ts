import type { FigureRow } from "../kit/figure.ts";
import { Cause, Data, FigureFile, Id, Part } from "../page/contract.ts";
import { fitFigure } from "./fit-figure.ts";
import { nameSymbols, ringSameSource } from "./symbols.ts";
import { firstInteraction, statusOf, styleLoaded, unavailable, whenNear } from "./waiting.ts";

/**
 * Why what was asked for did not come, or is of no use: after a new release the scripts of the last one may be gone, this one
 * among them, and its numbers are others. Only a page of the new one helps.
 */
export async function whyUnavailable(error?: unknown): Promise<string> {
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
export function evidenceSwitch(): void {
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
export function figureActions(): void {
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
export function citing(): void {
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
export function linkPositions(): void {
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

/** Shows which number or symbol the open dialog belongs to, and on which side of it the dialog lies. */
export function markOpen(): void {
  let dialog: Element | undefined;
  let opener: HTMLElement | undefined;
  const mark = (): void => {
    if (!opener || !dialog) return;
    const [number, evidence] = [opener.getBoundingClientRect(), dialog.getBoundingClientRect()];
    opener.dataset.open = evidence.top >= number.bottom ? "below" : evidence.bottom <= number.top ? "above" : "";
  };
  document.addEventListener(
    "toggle",
    (event) => {
      const { newState, source, target } = event as ToggleEvent & { source?: HTMLElement | null };
      if (!(target as Element).matches(`.${Part.evidence}`)) return;
      delete opener?.dataset.open;
      opener = newState === "open" ? (source ?? undefined) : undefined;
      dialog = target as Element;
      mark();
    },
    true
  );
  addEventListener("scroll", mark);
}

/** An open entry of evidence is a dialog with a name; closed again it is part of the list, where its room was kept. */
export function nameDialog(): void {
  document.addEventListener(
    "beforetoggle",
    ({ newState, target }) => {
      const entry = target as HTMLElement;
      const place = entry.parentElement;
      if (!entry.matches(`.${Part.evidence}`) || !place) return;
      const opens = newState === "open";
      if (place.matches("li")) place.style.minHeight = opens ? `${place.offsetHeight}px` : "";
      entry.role = opens ? "dialog" : null;
      entry.ariaLabel = opens ? `Evidence: ${entry.querySelector("h3, h4")?.textContent}` : null;
    },
    true
  );
}

/**
 * A number, a term or a symbol in a drawing opens what its link leads to, over the page and beside it. Without this script
 * the address opens it; a symbol then leads to the list that closes the page.
 */
export function openDialogs(): void {
  // A dialog needs an HTML element to stand beside; a symbol is none.
  const anchor = document.createElement("span");
  anchor.className = "anchor";
  // The browser closes open dialogs before the click arrives; a second click must leave its own closed.
  let openBefore: Element[] = [];
  let pressed = { x: 0, y: 0 };
  addEventListener(
    "pointerdown",
    ({ clientX: x, clientY: y }) => {
      openBefore = [...document.querySelectorAll(`.${Part.evidence}:popover-open`)];
      pressed = { x, y };
    },
    true
  );
  addEventListener("click", (event) => {
    // What is asked before all is there is asked again.
    if (event.defaultPrevented) return;
    const link = (event.target as Element).closest<SVGAElement | HTMLAnchorElement>('a[href^="#"]');
    const opened = link?.matches(`.${Part.close}`) && link.closest<HTMLElement>(":popover-open");
    if (opened) {
      event.preventDefault();
      opened.hidePopover();
      return;
    }
    const entry = document.getElementById(link?.getAttribute("href")?.slice(1) ?? "");
    const dialog = entry?.matches(`.${Part.evidence}`)
      ? entry
      : entry?.querySelector<HTMLElement>(`:scope > .${Part.evidence}`);
    if (!link || !dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.detail > 0 && (openBefore.includes(dialog) || hasSelected(event, pressed))) return;
    const drawings = link.closest(`.${Part.drawings}`);
    if (drawings) {
      const symbol = link.getBoundingClientRect();
      const box = drawings.getBoundingClientRect();
      anchor.style.left = `${symbol.x + symbol.width / 2 - box.x}px`;
      anchor.style.top = `${symbol.y + symbol.height / 2 - box.y}px`;
      drawings.append(anchor);
    }
    link.focus({ preventScroll: true });
    if (dialog.matches(":popover-open")) dialog.hidePopover();
    else dialog.showPopover({ source: drawings ? anchor : (link as HTMLAnchorElement) });
  });
}

/** Whether a click ends a selection that its reader has drawn, rather than asks for something. */
const hasSelected = ({ clientX, clientY }: MouseEvent, { x, y }: { x: number; y: number }): boolean =>
  Math.hypot(clientX - x, clientY - y) > 3 && getSelection()?.isCollapsed === false;

/** What the address has opened, as from another tab, opens at its number instead. */
export function openTarget(): void {
  const entry = document.querySelector(`.${Part.evidence}:target`);
  const hash = entry?.querySelector<HTMLAnchorElement>(`:scope > .${Part.close}`)?.hash;
  const number = hash && document.querySelector<HTMLElement>(`a${hash}`);
  if (!number) return;
  location.replace(hash);
  number.click();
}

/**
 * A closed tool of the page is loaded when it opens: by the reader's hand, or by an address that holds one of its keys,
 * which leads the reader there once everything is in its place.
 */
export async function openTools(): Promise<void> {
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
export function slashToSearch(): void {
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
export function choices(): void {
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
