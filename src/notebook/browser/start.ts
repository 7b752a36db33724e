import { Data, IdPrefix, Part } from "../page/contract.ts";
import { firstInteraction, statusOf, unavailable } from "./waiting.ts";

// The only script that a page comes with. The others, and the style of what they add and open, are fetched when the reader first
// does something, or when the address asks for it. What the reader asks of them until then is asked again.

const scripted = `button, .${Part.number}, .${Part.term}, [${Data.action}], .${Part.actions} a:not([download]), svg a`;
const waiting = new AbortController();
const again: (() => void)[] = [];

addEventListener(
  "click",
  (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || shiftKey || !(target as Element).closest(scripted)) return;
    event.preventDefault();
    again.push(() => target?.dispatchEvent(new MouseEvent("click", event)));
  },
  waiting
);
addEventListener(
  "keydown",
  (event) => again.push(() => event.target?.dispatchEvent(new KeyboardEvent("keydown", event))),
  waiting
);

const asked = location.search || location.hash.startsWith(`#${IdPrefix.dialog}`);
if (!asked) await firstInteraction();
// Without scripts the browser takes the style sheet from here itself.
const sheet = document.querySelector("head noscript");
sheet?.insertAdjacentHTML("afterend", sheet.textContent);
// Text, numbers and links work without scripts; controls say that they do not.
await import("./wake.ts").catch(() => {
  for (const control of document.querySelectorAll(`.${Part.switches}, form, [${Data.tool}]`))
    statusOf(control).textContent = unavailable;
});
waiting.abort();
for (const act of again) act();
