import { readerStirs, whenNear, whenStyled } from "./waiting.ts";

/** Brings the mode that lights up every number, when the reader or the address asks for it. */
export function evidenceSwitch(): void {
  const button = document.getElementById("show-evidence");
  if (!button) return;
  const open = async (): Promise<void> => (await import("./evidence-mode.ts")).wakeEvidenceMode(button);
  if (new URLSearchParams(location.search).get("evidence") === "on") open();
  else
    button.addEventListener(
      "click",
      async () => {
        await open();
        button.click();
      },
      { once: true }
    );
}

/**
 * What the row under a figure does where the reader is: Table opens in place, Code and the link bring the script that
 * serves them. Without this script each is a plain link.
 */
export function figureActions(): void {
  addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLAnchorElement>(".actions a");
    if (!action || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const table = document.getElementById(action.hash.slice(1))?.closest("details");
    if (table) {
      event.preventDefault();
      table.open = !table.open;
      action.ariaExpanded = String(table.open);
    } else if (action.matches(".number")) {
      event.preventDefault();
      import("./copy-link.ts").then(({ copyLink }) => copyLink(action));
    } else if (action.pathname.endsWith(".ts.txt")) {
      event.preventDefault();
      import("./show-code.ts").then(({ toggleCode }) => toggleCode(action));
    }
  });
  // An address that leads to a table may have opened it before this script came.
  for (const opened of document.querySelectorAll("details.data")) letSort(opened);
  addEventListener("toggle", ({ target }) => letSort(target as Element), true);
}

function letSort(details: Element): void {
  const table = details.matches(".data[open]") && details.querySelector("table");
  if (table) import("./sortable-table.ts").then(({ makeSortable }) => makeSortable(table));
}

/** Once the reader opens a speaker's positions, the paragraphs of each are a link to that position, to copy or to share. */
export function linkPositions(): void {
  const link = async (): Promise<void> => {
    const { linkParagraphs } = await import("./positions.ts");
    linkParagraphs(document.querySelectorAll(".positions li"));
  };
  if (document.querySelector(".speakers [open]")) link();
  else document.querySelector(".speakers")?.addEventListener("toggle", link, { once: true, capture: true });
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
      if (!(target as Element).matches(".evidence")) return;
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
      if (!entry.matches(".evidence") || !place) return;
      const opens = newState === "open";
      if (place.matches("li")) place.style.minHeight = opens ? `${place.offsetHeight}px` : "";
      entry.role = opens ? "dialog" : null;
      entry.ariaLabel = opens ? `Evidence: ${entry.querySelector("h3, h4")?.textContent}` : null;
    },
    true
  );
}

/**
 * A symbol in a drawing opens its evidence as a number in the text does. Without this script its link leads to the list
 * that closes the page.
 */
export function openEvidence(): void {
  // A dialog needs an HTML element to stand beside; a symbol is none.
  const anchor = document.createElement("span");
  anchor.className = "anchor";
  // The browser closes an open dialog before the click arrives; a second click must leave it closed.
  let openBefore: Element | null = null;
  addEventListener(
    "pointerdown",
    () => {
      openBefore = document.querySelector(".evidence:popover-open");
    },
    true
  );
  addEventListener("click", (event) => {
    const link = (event.target as Element).closest<SVGAElement>('svg a[href^="#e-"]');
    const dialog = link && document.getElementById(link.href.baseVal.replace("#e-", "p-"));
    const drawings = link?.closest(".drawings");
    if (!dialog || !drawings || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.detail > 0 && openBefore === dialog) return;
    const symbol = link.getBoundingClientRect();
    const box = drawings.getBoundingClientRect();
    anchor.style.left = `${symbol.x + symbol.width / 2 - box.x}px`;
    anchor.style.top = `${symbol.y + symbol.height / 2 - box.y}px`;
    drawings.append(anchor);
    link.focus({ preventScroll: true });
    dialog.showPopover({ source: anchor });
  });
}

/**
 * A closed tool of the page is loaded when it opens: by the reader's hand, or by an address that holds one of its keys,
 * which leads the reader there once everything is in its place.
 */
export async function openTools(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const asked: HTMLDetailsElement[] = [];
  for (const tool of document.querySelectorAll<HTMLDetailsElement>("details[data-tool]"))
    if ((tool.dataset.keys ?? "").split(" ").some((key) => query.has(key))) asked.push(tool);
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
    const { tools } = await import("./positions.ts");
    tools[tool.dataset.tool ?? ""]?.(tool);
  } catch {
    tool.append("This tool could not be loaded; the table is complete without it.");
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

/** Brings the choice of preferred numbers, when the reader opens it or the address holds one. */
export function whoseNumber(): void {
  const tool = document.querySelector<HTMLDetailsElement>(".whose");
  if (!tool) return;
  const open = async (): Promise<void> => (await import("./whose.ts")).wakeWhose(tool, whenNear);
  const asked = new URLSearchParams(location.search);
  if (tool.open || [...tool.querySelectorAll("select")].some(({ name }) => asked.has(name))) open();
  else tool.addEventListener("toggle", open, { once: true });
}

// The page is complete without this script. It comes once the reader stirs, and brings what the reader comes near to.

markOpen();
nameDialog();
openEvidence();
evidenceSwitch();
whoseNumber();
figureActions();
openTools();
linkPositions();
slashToSearch();

const search = document.querySelector<HTMLFormElement>("form.search");
if (search) {
  const open = async (): Promise<void> => (await import("./search.ts")).wakeSearch(search);
  if (location.search || search.contains(document.activeElement)) open();
  else search.addEventListener("focusin", open, { once: true });
}

const kinds = document.querySelector<HTMLElement>(".choose-kind");
if (kinds) {
  const wake = async (): Promise<void> => (await import("./choose-kind.ts")).wakeKinds(kinds);
  // The reader may have chosen before this script came.
  if (location.search || !kinds.querySelector<HTMLInputElement>("input")?.checked) wake();
  else kinds.addEventListener("change", wake, { once: true });
}

async function idle(): Promise<void> {
  await whenStyled();
  await new Promise<unknown>((resolve) =>
    "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve)
  );
}

// Here because of the address alone? Then figures wait for the reader.
const stirred = location.search ? readerStirs() : Promise.resolve();

whenNear(document.querySelectorAll<HTMLElement>("[data-chart]"), async (figure) => {
  await stirred;
  await idle();
  try {
    const { wakeFigure } = await import("./figures.ts");
    await wakeFigure(figure);
  } catch {
    figure.querySelector(".notes")?.append(" Live chart unavailable; this is the built version.");
  }
});

whenNear(document.querySelectorAll<HTMLElement>("[data-model]"), async (model) => {
  await idle();
  const { wakeModel } = await import("./models.ts");
  wakeModel(model);
});

const cells = document.querySelector<HTMLElement>("script[data-cells]")?.dataset.cells;
const workbench = document.querySelector(".live, .observablehq--block");
if (cells && workbench)
  whenNear([workbench], async () => (await import("./workbench.ts")).wakeWorkbench(workbench, cells));

const workshop = document.querySelector<HTMLElement>("[data-explore]");
// Waited for, so that what the reader asks of it meanwhile is served.
if (workshop)
  await idle()
    .then(() => import("./explore.ts"))
    .then(({ startExploring }) => startExploring(workshop))
    .catch(() => workshop.querySelector(".notes")?.append(" Live chart unavailable; this is the built version."));
