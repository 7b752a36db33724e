import css from "../../style/evidence-mode.css";
import { readAddress, writeAddress } from "../positions/address.ts";
import { factsInText } from "./facts-in-text.ts";
import { followReading } from "./follow-reading.ts";
import { dim, lightUp } from "./light-up.ts";
import { makeMargin } from "./margin.ts";

/** Lights up every number of the text by its kind of source, and lists them beside it; the address keeps the state. */
export function wakeEvidenceMode(button: HTMLElement): void {
  const main = document.querySelector("main");
  if (!main) return;
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  let leave: (() => void) | undefined;

  const show = (): void => {
    const facts = factsInText(main);
    for (const fact of facts) lightUp(fact);
    const margin = makeMargin(facts, () => {
      set(false);
      button.focus({ preventScroll: true });
    });
    main.before(margin.element);
    const reading = followReading(facts, margin.mark);
    leave = () => {
      reading.abort();
      margin.element.remove();
      for (const fact of facts) dim(fact);
    };
  };
  const apply = (): void => {
    const on = readAddress(["evidence"]).evidence === "on";
    button.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("lit", on);
    if (on && !leave) show();
    if (!on) {
      leave?.();
      leave = undefined;
    }
  };
  const set = (on: boolean): void => {
    writeAddress({ evidence: on ? "on" : "" }, { step: true });
    apply();
  };

  button.addEventListener("click", () => set(!leave));
  addEventListener("popstate", apply);
  apply();
}
