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
