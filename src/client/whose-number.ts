import { whenNear } from "./when-near.ts";

/** Brings the choice of preferred numbers, when the reader opens it or the address holds one. */
export function whoseNumber(): void {
  const tool = document.querySelector<HTMLDetailsElement>(".whose");
  if (!tool) return;
  const open = async (): Promise<void> => (await import("./whose/whose.ts")).wakeWhose(tool, whenNear);
  const asked = new URLSearchParams(location.search);
  if (tool.open || [...tool.querySelectorAll("select")].some(({ name }) => asked.has(name))) open();
  else tool.addEventListener("toggle", open, { once: true });
}
