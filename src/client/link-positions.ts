/** Once the reader opens a speaker's positions, the paragraphs of each are a link to that position, to copy or to share. */
export function linkPositions(): void {
  const link = async (): Promise<void> => {
    const { linkParagraphs } = await import("./positions/link-paragraphs.ts");
    linkParagraphs(document.querySelectorAll(".positions li"));
  };
  if (document.querySelector(".speakers [open]")) link();
  else document.querySelector(".speakers")?.addEventListener("toggle", link, { once: true, capture: true });
}
