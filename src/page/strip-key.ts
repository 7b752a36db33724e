const forms: readonly [drawing: string, name: string, meaning: string][] = [
  ['<g class="bracket"><path d="M3 17V8H37V17"/></g>', "Solid bracket", "one quantity: the ratio of its ends"],
  [
    '<g class="bracket dashed"><path d="M3 17V8"/><path d="M3 8H37"/><path d="M37 8V17"/></g>',
    "Dashed bracket",
    "bases or definitions differ"
  ],
  ['<text class="arrow" x="20" y="17" fill="var(--ink)">≠</text>', "No bracket", "different things: no ratio"],
  [
    '<path class="trail" d="M20 12H38"/><rect x="17" y="12" width="6.6" height="6.6"/>',
    "Small and grey",
    "an edition that a later one revised"
  ],
  [
    '<line class="interval" x1="6" x2="34" y1="12" y2="12" stroke="var(--ink2)"/>',
    "Thick bar",
    "an interval as printed"
  ],
  ['<text class="arrow" x="20" y="16" fill="var(--ink)">→</text>', "Arrow", "“over” or “up to”: a bound"]
];

/** How to read the strips: what each form of bracket and mark says. */
export const stripKey = `<ul class="strip-key" aria-label="How to read the strips">${forms.map(([drawing, name, meaning]) => `<li><svg class="strip" aria-hidden="true">${drawing}</svg><span><b>${name}</b> ${meaning}</span></li>`).join("")}</ul>`;
