// An island for each figure, awake when it is seen: drawn again at the reader's width, and a word on each of its symbols.

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    wake(target);
  }
});
for (const figure of document.querySelectorAll("plot-figure")) seen.observe(figure);

async function wake(figure) {
  const { name } = figure.dataset;
  const [{ drawing }, rows] = await Promise.all([
    import("./draw-figure.js"),
    fetch(`./rows/${name}.json`).then((answer) => answer.json())
  ]);
  figure.replaceChildren(drawing(name, rows, Math.floor(figure.clientWidth)));
  showTips(figure);
}

function showTips(figure) {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  figure.append(tip);
  figure.addEventListener("pointerover", ({ target }) => {
    const symbol = target.closest("svg a[aria-label]");
    tip.hidden = !symbol;
    if (!symbol) return;
    tip.textContent = symbol.getAttribute("aria-label");
    const [at, box] = [symbol.getBoundingClientRect(), figure.getBoundingClientRect()];
    tip.style.left = `${at.left - box.left}px`;
    tip.style.top = `${at.top - box.top}px`;
  });
  figure.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
}
