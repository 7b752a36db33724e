// Only a preview's pages have this script. Whether an edit changes the page in place or has it load again: whoever reads it
// stays where they are.

const key = "notebook preview";
const before = sessionStorage.getItem(key);
sessionStorage.removeItem(key);
if (before) {
  restore(JSON.parse(before));
  addEventListener("load", () => {
    history.scrollRestoration = "auto";
  });
}

const Socket = window.WebSocket;
window.WebSocket = class extends Socket {
  constructor(...words: ConstructorParameters<typeof WebSocket>) {
    super(...words);
    // Before Framework's own listener, which changes the page.
    this.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      const place = placeNow();
      if (message.type === "restyle") restyle(message, place);
      else if (message.type === "update") requestAnimationFrame(() => restore(place));
      else if (message.type === "reload" && place) {
        sessionStorage.setItem(key, JSON.stringify(place));
        history.scrollRestoration = "manual";
      }
    });
  }
};

/** Something on the page, and how far below the top of the window it stands. */
interface Place {
  id: string;
  top: number;
}

/** The first thing in the window that has a name, else the last above it; none where the page has not been scrolled. */
function placeNow(): Place | undefined {
  let place: Place | undefined;
  if (scrollY > 0)
    for (const element of document.querySelectorAll("main [id]")) {
      if (element.getClientRects().length === 0 || element.closest(":popover-open")) continue;
      const { top } = element.getBoundingClientRect();
      if (top > innerHeight) break;
      place = { id: element.id, top };
      if (top >= 0) break;
    }
  return place;
}

function restore(place: Place | undefined): void {
  const element = place && document.getElementById(place.id);
  if (element) scrollBy({ top: element.getBoundingClientRect().top - place.top, behavior: "instant" });
}

/** The old sheet stays until the new one is there: without any, the page would be as long as its bare text. */
function restyle({ from, to }: { from: string; to: string }, place: Place | undefined): void {
  const old = document.querySelector(`head link[href="${from}"]`);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = to;
  sheet.addEventListener("load", () => {
    old?.remove();
    restore(place);
  });
  old?.after(sheet);
}

export {};
