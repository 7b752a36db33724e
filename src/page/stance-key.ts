const meanings: readonly [stance: string, meaning: string][] = [
  ["favourable", "favourable: above the line"],
  ["sceptical", "sceptical: below"],
  ["mixed", "mixed: both"],
  ["describes", "describes only"],
  ["", "blank: says nothing on it"]
];

/** What the ticks mean. The style sheet draws them by the names of the stances. */
export const stanceKey = `<ul class="stances" aria-label="What the ticks mean">${meanings
  .map(([stance, meaning]) => `<li${stance ? ` class="${stance}"` : ""}>${meaning}</li>`)
  .join("")}</ul>`;
