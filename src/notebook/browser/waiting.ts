const stirs = ["scroll", "pointerdown", "pointermove", "keydown", "focusin", "click"];

/** Waits for a reader's first sign of life: until then nothing but the page itself is wanted. */
export function readerStirs(): Promise<void> {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  return new Promise((resolve) => {
    const stirred = (event: Event): void => {
      // A browser also makes up moves that are none, after it has laid the page out.
      const { type, movementX, movementY } = event as PointerEvent;
      if (type === "pointermove" && movementX === 0 && movementY === 0) return;
      listening.abort();
      resolve();
    };
    for (const type of stirs) addEventListener(type, stirred, options);
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

/** Waits for the rules of what scripts add, which come with the same stir; without them it would push the page about. */
export async function whenStyled(): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement>("head link[rel=stylesheet]");
  if (!sheet || sheet.sheet) return;
  await new Promise((done) => {
    for (const type of ["load", "error"]) sheet.addEventListener(type, done);
    // One that failed is no longer waited for by those who ask later.
    sheet.addEventListener("error", () => sheet.remove());
  });
}
