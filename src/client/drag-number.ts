/** What a dragging moves. */
export interface Dragged {
  value(): number;
  step: number;
  /** From the least to the largest number. */
  range: number;
  move(wanted: number): void;
  settle(): void;
}

/** The whole range is about as wide as a phone, but a step is never finer than a hand can tell nor a long way. */
const reach = 320;
const finest = 2;
const widest = 12;
/** A press that moves less is a click. */
const slack = 4;

/** Lets a pointer drag a field's number sideways. A press without a move leaves it a field to type in. */
export function dragNumber(field: HTMLInputElement, dragged: Dragged): void {
  const steps = dragged.range / dragged.step;
  const pixels = Math.min(widest, Math.max(finest, reach / steps));
  /** Where there are more steps than pixels, a pixel is several of them. */
  const stride = Math.max(1, Math.round((steps * finest) / (2 * reach))) * dragged.step;
  let from: { x: number; value: number } | undefined;
  let isDragging = false;

  field.addEventListener("pointerdown", ({ clientX, button, pointerId }) => {
    if (button !== 0) return;
    from = { x: clientX, value: dragged.value() };
    // A quick hand is beside the field before its first move is told.
    field.setPointerCapture(pointerId);
  });
  field.addEventListener("pointermove", (event) => {
    if (!from) return;
    const moved = event.clientX - from.x;
    if (!isDragging && Math.abs(moved) < slack) return;
    if (!isDragging) {
      isDragging = true;
      field.classList.add("dragging");
    }
    event.preventDefault();
    field.setSelectionRange(0, 0);
    dragged.move(from.value + Math.trunc(moved / pixels) * stride);
  });
  const end = (): void => {
    if (isDragging) dragged.settle();
    else if (from && document.activeElement === field) field.select();
    from = undefined;
    isDragging = false;
    field.classList.remove("dragging");
  };
  // The browser would carry selected digits away instead.
  field.addEventListener("dragstart", (event) => event.preventDefault());
  field.addEventListener("pointerup", end);
  field.addEventListener("pointercancel", end);
}
