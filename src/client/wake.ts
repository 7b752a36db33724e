import { evidenceSwitch } from "./evidence-switch.ts";
import { figureActions } from "./figure-actions.ts";
import { linkPositions } from "./link-positions.ts";
import { markOpen } from "./mark-open.ts";
import { nameDialog } from "./name-dialog.ts";
import { openEvidence } from "./open-evidence.ts";
import { openTools } from "./open-tools.ts";
import { readerStirs } from "./reader-stirs.ts";
import { slashToSearch } from "./slash-to-search.ts";
import { whenNear } from "./when-near.ts";
import { whenStyled } from "./when-styled.ts";
import { whoseNumber } from "./whose-number.ts";

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
