/** Brings the mode that lights up every number, when the reader or the address asks for it. */
export function evidenceSwitch(): void {
  const button = document.getElementById("show-evidence");
  if (!button) return;
  const open = async (): Promise<void> => (await import("./evidence-mode/evidence-mode.ts")).wakeEvidenceMode(button);
  if (new URLSearchParams(location.search).get("evidence") === "on") open();
  else
    button.addEventListener(
      "click",
      async () => {
        await open();
        button.click();
      },
      { once: true }
    );
}
