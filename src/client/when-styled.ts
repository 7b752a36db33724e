/** Waits for the rules of what scripts add, which come with the same stir; without them it would push the page about. */
export async function whenStyled(): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement>("head link[rel=stylesheet]");
  if (!sheet || sheet.sheet) return;
  await new Promise((done) => {
    for (const type of ["load", "error"]) sheet.addEventListener(type, done);
    // One that failed is no longer waited for by those who ask later.
    sheet.addEventListener("error", () => sheet.remove());
  });
}
