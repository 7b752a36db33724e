const interactions = ["scroll", "pointerdown", "pointermove", "keydown", "focusin", "click"];

/** What stands beside a control whose script or rows did not come. */
export const unavailable = "What this needs could not be loaded; the page is as it was. Reload it to try again.";

/**
 * Where it is said of a control that nothing follows it: beside it, and in a form at its end. What its reader has set of it
 * is put back, and can be set no more.
 */
export function statusOf(control: Element): Element {
  const isForm = control instanceof HTMLFormElement;
  if (isForm) control.reset();
  for (const option of control.querySelectorAll("option")) option.selected = option.defaultSelected;
  for (const field of control.querySelectorAll<HTMLSelectElement>("select, fieldset, textarea")) field.disabled = true;
  const last = isForm ? control.lastElementChild : control.nextElementSibling;
  if (last?.role === "status") return last;
  const status = document.createElement("p");
  status.role = "status";
  control.insertAdjacentElement(isForm ? "beforeend" : "afterend", status);
  return status;
}

/** Waits until the reader first does something: until then nothing but the page itself is needed. */
export function firstInteraction(): Promise<void> {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  return new Promise((resolve) => {
    const interacted = (event: Event): void => {
      // Browsers also fire a move that is none, after they have laid the page out.
      const { type, movementX, movementY } = event as PointerEvent;
      if (type === "pointermove" && movementX === 0 && movementY === 0) return;
      listening.abort();
      resolve();
    };
    for (const type of interactions) addEventListener(type, interacted, options);
  });
}

/** Calls `act` once for each element, when the reader has come near to it. */
export function whenNear<Found extends Element>(elements: Iterable<Found>, act: (element: Found) => unknown): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        act(target as Found);
      }
    },
    { rootMargin: "500px 0px" }
  );
  for (const element of elements) observer.observe(element);
}

/**
 * Waits for the style of what scripts add, which is fetched when they are; without it they would move the page. One that
 * hangs keeps nobody for longer than it takes to fetch it on a slow network.
 */
export async function styleLoaded(): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement>("head link[rel=stylesheet]");
  if (!sheet || sheet.sheet) return;
  await new Promise((done) => {
    setTimeout(done, 5000);
    for (const type of ["load", "error"]) sheet.addEventListener(type, done);
    // Nobody waits again for one that failed.
    sheet.addEventListener("error", () => sheet.remove());
  });
}
