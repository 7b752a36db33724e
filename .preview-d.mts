import { writeFileSync, mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import { chromium } from "@playwright/test";
import { readLedger } from "/tmp/wt/D/src/ledger/read-ledger.ts";
import { compileTables } from "/tmp/wt/D/src/tables/tables.ts";

const names = process.argv.slice(2).filter((a) => !a.startsWith("-"));
const widthsArg = process.argv.find((a) => a.startsWith("--w="))?.slice(4);
const dark = process.argv.includes("--dark");
(0);const tables = compileTables(readLedger("/tmp/wt/D"));
const { document } = new JSDOM("").window;
const camel = (n: string) => n.replace(/-(\w)/g, (_, c) => c.toUpperCase());
const light = "--paper:#fafaf7;--sunk:#f1f1ec;--raised:#fff;--rule:#d8d9d2;--rule2:#b4b7b1;--ink:#171b1f;--ink2:#464e56;--ink3:#626a72;--russia:#b0234a;--russia-tint:#e9c3cb;--us:#1d5b9c;--us-tint:#c3d3e6;--china:#b27a00;--china-text:#865a00;--china-tint:#e9d9b2;--other:#79818a;--other-text:#5a626a;--k-stat:#171b1f;--k-gov:#6450bd;--k-state:#6b1b6d;--k-trade:#2b7377;--k-indep:#0f4a1e;--k-expert:#8f5b05;--fav:#0a6b78;--scep:#9c4a08";
const darkv = "--paper:#14181b;--sunk:#1c2125;--raised:#1f2529;--rule:#343b41;--rule2:#566068;--ink:#eceae4;--ink2:#b9bec2;--ink3:#959da3;--russia:#ff7d9b;--russia-tint:#6e3646;--us:#74b1f0;--us-tint:#2b4766;--china:#e0b04e;--china-text:#e0b04e;--china-tint:#5c4a22;--other:#666e75;--other-text:#a3aab0;--k-stat:#eceae4;--k-gov:#9483f4;--k-state:#f6b3f5;--k-trade:#559a9d;--k-indep:#b6e670;--k-expert:#c08949;--fav:#5cc3d0;--scep:#f0a35c";
const css = `@font-face{font-family:S;src:url(file:///tmp/wt/D/src/fonts/sans.woff2);font-weight:400 700}@font-face{font-family:D;src:url(file:///tmp/wt/D/src/fonts/serif-display.woff2);font-weight:400 650}
:root{${dark ? darkv : light};--sans:S;--disp:D} body{background:var(--paper);color:var(--ink);font-family:S;margin:20px} h3{font:590 23px/28px D;margin:12px 0 5px;text-wrap:balance} p{margin:4px 0;font-size:15px;color:var(--ink2)} .n{font-size:13.5px;color:var(--ink3)} .f{border-top:1px solid var(--ink);margin-bottom:40px;outline:0px} svg{display:block;margin-top:16px;outline:.5px dotted #8884} .plot{overflow:visible} table{border-collapse:collapse;font-size:13px} td,th{padding:3px 12px 3px 0;text-align:left}`;
import { launchOptions } from "/tmp/wt/D/test/browser/chromium.ts";
const lo = await launchOptions();
const browser = await chromium.launch({...lo, args:[...(lo.args??[]), "--allow-file-access-from-files"]});
const page = await browser.newPage();
mkdirSync("/tmp/plan/shots-d", { recursive: true });
for (const n of names) {
  const mod = await import(pathToFileURL(`/tmp/wt/D/src/charts/${n}.ts`).href);
  const chart = mod[camel(n)];
  const rows = chart.select(tables);
  const words = chart.words(rows);
  const widths = widthsArg ? widthsArg.split(",").map(Number) : [350, 680, n === "one-square" ? 1134 : 846];
  const out: string[] = [];
  for (const w of widths) {
    const size = w < 520 ? "sm" : w < 800 ? "md" : "lg";
    const svg = chart.draw(rows, { width: w, size, document });
    const html = svg.outerHTML;
    console.log(n, size, w, html.length + " bytes", svg.getAttribute("role"), svg.getAttribute("height"), chart.height(size, rows));
    writeFileSync(`/tmp/plan/shots-d/${n}-${w}.svg`, html);
    out.push(`<div class=f style="width:${w}px"><h3 style="${w < 520 ? "font-size:20px;line-height:25px" : ""}">${words.title}</h3><p>${words.subtitle}</p>${words.howToRead ? `<p class=n>${words.howToRead}</p>` : ""}${html}${words.notes.map((x: string) => `<p class=n>${x}</p>`).join("")}</div>`);
  }
  const table = `<table><tr>${chart.columns.map((c: any) => `<th>${c.label}`).join("")}</tr>${rows.map((r: any) => `<tr>${chart.columns.map((c: any) => `<td>${c.text(r)}`).join("")}`).join("")}</table><p>${words.description} (${words.description.split(/\s+/).length} words)</p>`;
  await page.setViewportSize({ width: Math.max(...widths) + 40, height: 800 });
  writeFileSync("/tmp/plan/shots-d/page.html", `<!doctype html><meta charset=utf-8><style>${css}</style>${out.join("")}${process.argv.includes("--table") ? table : ""}`);
  await page.goto("file:///tmp/plan/shots-d/page.html");
  await page.screenshot({ path: `/tmp/plan/shots-d/${n}${dark ? "-dark" : ""}.png`, fullPage: true });

}
await browser.close();
