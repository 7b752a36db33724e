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
