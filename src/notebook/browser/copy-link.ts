/** Puts a figure's address into the clipboard and into the address line, and says so; leads there where it may not. */
export async function copyLink(link: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.href = link.href;
    return;
  }
  history.replaceState(history.state, "", link.href);
  const { textContent: number } = link;
  const status = document.createElement("span");
  status.className = "vh";
  status.role = "status";
  link.after(status);
  link.textContent = "Link copied";
  // Assistive technology hears of a status that changes, not of one that arrives with its words.
  requestAnimationFrame(() => {
    status.textContent = `Link to ${number} copied`;
  });
  setTimeout(() => {
    link.textContent = number;
    status.remove();
  }, 2000);
}

/** Copies a text, and says on the button that asked for it whether that worked. */
export async function copyText(button: HTMLElement, text: string): Promise<void> {
  const label = button.dataset.label ?? button.textContent ?? "";
  button.dataset.label = label;
  const refused = await navigator.clipboard.writeText(text).catch(() => true);
  button.textContent = refused ? "The browser does not allow it" : "Copied";
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

/** Gives the reader a file that was made in the page. */
export function offerFile(download: string, content: string | Blob, type: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download }).click();
  URL.revokeObjectURL(href);
}
