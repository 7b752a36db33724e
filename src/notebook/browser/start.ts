import { readerStirs, whenStyled } from "./waiting.ts";

// The only script that a page brings along. The others, and the rules for what they add and open, come when the reader
// first stirs, or when the address asks for something. What the reader asks of them until then is asked again.

const scripted = "button, [data-do], .actions a:not([download]), svg a";
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

if (!location.search) await readerStirs();
// Without scripts the browser takes the style sheet from here itself.
const sheet = document.querySelector("head noscript");
sheet?.insertAdjacentHTML("afterend", sheet.textContent);
await Promise.allSettled([whenStyled(), import("./wake.ts")]);
waiting.abort();
for (const act of again) act();
