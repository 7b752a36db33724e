import { Data, IdPrefix, Part } from "../page/contract.ts";
import { firstInteraction, statusOf, unavailable } from "./waiting.ts";

// The only script that a page comes with. The others, and the style of what they add and open, are fetched when the reader first
// does something, or when the address asks for it. What the reader asks of them until then is asked again.

/** What a browser opens and closes by itself it does at once. */
const buttons = "button:not([popovertarget])";
let scripted = `${buttons}, .${Part.number}, .${Part.term}, [${Data.action}], .${Part.actions} a:not([download]), svg a`;
const waiting = new AbortController();
const again = new Set<() => void>();
/** How long a link is held back for scripts that may never come, in ms; from then on its address opens it. */
const patience = 2000;

addEventListener(
  "click",
  (event) => {
    const { ctrlKey, metaKey, shiftKey, isTrusted } = event;
    const target = event.target as Element;
    if (ctrlKey || metaKey || shiftKey || !isTrusted || !target.closest(scripted)) return;
    event.preventDefault();
    const act = () => target.dispatchEvent(new MouseEvent("click", event));
    again.add(act);
    if (target.closest("a"))
      setTimeout(() => {
        scripted = buttons;
        if (again.delete(act)) act();
      }, patience);
  },
  waiting
);
addEventListener(
  "keydown",
  (event) => again.add(() => event.target?.dispatchEvent(new KeyboardEvent("keydown", event))),
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
  // These are many; each says so when it is pressed.
  addEventListener("click", ({ target }) => {
    const button = (target as Element).closest(`[${Data.cite}]`);
    if (button) statusOf(button).textContent = unavailable;
  });
});
waiting.abort();
for (const act of again) act();
again.clear();
