import type { FactInText } from "./facts-in-text.ts";

/** Tells which fact the reader is at: the one in sight that has the focus, else the last above the middle of the window. */
export function followReading(facts: readonly FactInText[], tell: (id: string) => void): AbortController {
  const stop = new AbortController();
  const { signal } = stop;
  const places = facts.flatMap(({ id, numbers }) => numbers.map((number) => ({ id, number })));
  let asked = false;
  const read = (): void => {
    asked = false;
    const passed = places.filter(({ number }) => number.getBoundingClientRect().top < innerHeight / 2);
    const place = places.find(({ number }) => hasFocusInSight(number)) ?? passed.at(-1) ?? places[0];
    if (place) tell(place.id);
  };
  addEventListener(
    "scroll",
    () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(read);
    },
    { signal }
  );
  addEventListener(
    "focusin",
    ({ target }) => {
      const place = places.find(({ number }) => number === target);
      if (place) tell(place.id);
    },
    { signal }
  );
  read();
  return stop;
}

function hasFocusInSight(number: HTMLElement): boolean {
  const { top, bottom } = number.getBoundingClientRect();
  return number === document.activeElement && bottom > 0 && top < innerHeight;
}
