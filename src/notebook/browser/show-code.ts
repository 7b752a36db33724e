/** Opens the code that drew a figure under its actions, or closes it. */
export async function toggleCode(action: HTMLAnchorElement): Promise<void> {
  const actions = action.closest(".actions");
  const shown = actions?.parentElement?.querySelector<HTMLElement>(".source-code");
  if (shown) {
    shown.hidden = !shown.hidden;
    action.ariaExpanded = String(!shown.hidden);
    return;
  }
  const answer = await fetch(action.href);
  if (!actions || !answer.ok) throw new Error(`there is no ${action.href}`);
  const code = document.createElement("pre");
  code.className = "source-code";
  code.tabIndex = 0;
  code.role = "region";
  code.ariaLabel = "Code of this figure";
  code.textContent = await answer.text();
  actions.after(code);
  action.ariaExpanded = "true";
}
