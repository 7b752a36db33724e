import { Data, Part } from "../page/contract.ts";
import { readAddress, writeAddress } from "./address.ts";

/**
 * The choice of a kind of comparison, which the style sheet carries out: here the address follows it and leads back to it,
 * and how many rows are left is said aloud. A row that the address leads to is never hidden.
 */
export function wakeKinds(fieldset: HTMLElement): void {
  const radios = [...fieldset.querySelectorAll("input")];
  const rows = [...document.querySelectorAll<HTMLElement>(`.${Part.comparisons} > li`)];
  const chosen = (): string => radios.find(({ checked }) => checked)?.value ?? "all";

  const choose = (kind: string): void => {
    const radio = radios.find(({ value }) => value === kind) ?? radios[0];
    if (radio) radio.checked = true;
  };
  const say = (): void => {
    const kind = chosen();
    const left = rows.filter((row) => kind === "all" || row.getAttribute(Data.kind) === kind).length;
    const output = fieldset.querySelector("output");
    if (output) output.textContent = `${left} of ${rows.length} shown`;
  };
  const follow = (): void => {
    choose(readAddress(["kind"]).kind);
    const target = rows.find(({ id }) => `#${id}` === location.hash);
    if (target && !target.checkVisibility()) choose("all");
    say();
  };
  const change = (): void => {
    writeAddress({ kind: chosen() === "all" ? "" : chosen() }, { step: true });
    say();
  };

  fieldset.addEventListener("change", change);
  addEventListener("popstate", follow);
  // What woke this is the reader's own choice, unless it is the address.
  if (location.search) follow();
  else change();
}
