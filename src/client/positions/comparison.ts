import { readAddress, writeAddress } from "./address.ts";
import { comparisonTable } from "./comparison-table.ts";
import { readPositions } from "./read-positions.ts";
import { sharedTopics } from "./shared-topics.ts";

const keys = ["compare", "with"] as const;

/** Sets two speakers side by side, topic by topic; the address keeps which two. */
export function wakeComparison(tool: HTMLElement): void {
  const positions = readPositions(document);
  const speakers = new Map(positions.map(({ speaker }) => [speaker.id, speaker.name]));
  const columns = [...document.querySelectorAll("#speakers thead [scope]")].map((head) => head.textContent ?? "");
  const topics = [...new Set([...columns, ...positions.map(({ topic }) => topic)])];
  const form = document.createElement("form");
  form.innerHTML = `<label>One speaker<select name="compare"></select></label><label>Another<select name="with"></select></label><p><output></output></p>`;
  const control = (key: string) => form.elements.namedItem(key) as HTMLSelectElement;
  for (const key of keys)
    control(key).append(new Option("choose", ""), ...[...speakers].map(([id, name]) => new Option(name, id)));

  const update = (): void => {
    tool.querySelector("table")?.remove();
    const [left = [], right = []] = keys.map((key) =>
      positions.filter(({ speaker }) => speaker.id === control(key).value)
    );
    const isPair = left.length > 0 && right.length > 0 && left[0]?.speaker.id !== right[0]?.speaker.id;
    const output = form.querySelector("output");
    if (output) output.textContent = isPair ? sharedTopics(left, right, topics) : "Choose two different speakers.";
    if (isPair) tool.append(comparisonTable(left, right, topics));
  };
  const read = (): void => {
    const chosen = readAddress(keys);
    for (const key of keys) control(key).value = speakers.has(chosen[key]) ? chosen[key] : "";
    update();
  };

  form.addEventListener("input", () => {
    writeAddress(Object.fromEntries(keys.map((key) => [key, control(key).value])), { step: true });
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  tool.append(form);
  read();
}
