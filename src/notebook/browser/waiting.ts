const interactions = ["scroll", "pointerdown", "pointermove", "keydown", "focusin", "click"];

/** What stands beside a control whose script did not come. */
export const unavailable = "What this needs could not be loaded. Reload the page to try again.";

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

/** Waits for the style of what scripts add, which is fetched when they are; without it they would move the page. */
export async function styleLoaded(): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement>("head link[rel=stylesheet]");
  if (!sheet || sheet.sheet) return;
  await new Promise((done) => {
    for (const type of ["load", "error"]) sheet.addEventListener(type, done);
    // Nobody waits again for one that failed.
    sheet.addEventListener("error", () => sheet.remove());
  });
}
