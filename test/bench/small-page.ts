import { JSDOM } from "jsdom";

/** A page as the build publishes it, with one of everything that the bench takes apart. */
export const smallPage = `<!doctype html><html lang="en"><head><title>Gallium</title><meta name="description" content="Seven &amp; more">
<style>:root{--red:#b0234a;--unused:#000}</style></head><body class="chapter">
<a class="skip" href="#observablehq-main">Skip</a>
<header class="top"><a class="home" href="./"><svg aria-hidden="true"><path d="M0 0"/></svg>Claims</a>
<nav class="bar"><ul><li><a href="./gallium" aria-current="page">Gallium</a></li></ul></nav><details class="menu"><summary>Menu</summary></details></header>
<main id="observablehq-main"><h1 id="gallium" tabindex="-1">Output of <a class="ev" href="#p-a-output" data-fact="a.output" id="n-1">7&nbsp;t</a> a year</h1>
<h2 id="linked">Where</h2><p><a href="#linked">Where</a> <span class="dotted">from</span></p>
<figure class="fig" id="squares" data-figure="squares"><figcaption><h3 id="squares-title">Forty-one squares</h3></figcaption>
<div class="drawings"><div class="drawing sm"><svg width="350"><rect fill="var(--red)"/></svg></div><div class="drawing md"><svg width="680"><a href="#e-a-output"><rect fill="var(--red)"/></a></svg></div></div>
<p class="notes">A note.</p><p class="source"><b>Source</b> A</p>
<div class="actions"><a href="#squares-data">Data</a><a href="./figures/squares.csv" download="">CSV</a><a class="ev" href="#squares-evidence">Evidence</a><a class="number" href="#squares">Figure 1</a></div>
<details class="data" id="squares-data"><summary>Data</summary><div class="scroll"><table><tbody><tr><td class="end">7</td></tr></tbody></table></div></details>
<div popover id="squares-evidence">list</div></figure>
<p><span class="vh">sceptical</span></p>
<section class="live"><h2>Work</h2><noscript>Scripts</noscript><div class="observablehq observablehq--block"><!--:1:--></div></section>
<section class="evidence-list"><ol><li id="e-a-output"><a class="ev" href="#p-a-output" data-fact="a.output">seven tons</a><div popover id="p-a-output" class="evidence"><a class="close" href="#n-1">×</a><h3 class="amount">seven tons</h3><p class="says">Output is seven tons.</p><dl><dt>Basis</dt><dd>not stated</dd></dl></div></li></ol></section></main>
<footer class="foot"><p class="name">The foot</p></footer>
<script type="module" src="./_assets/client/wake.1.js" data-cells="./_cells/gallium.js"></script></body></html>`;

/** The document of the small page, with some of its text replaced. */
export const smallDocument = (replaced = "", by = ""): Document =>
  new JSDOM(smallPage.replace(replaced, by)).window.document;
