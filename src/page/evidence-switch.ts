/**
 * Puts the switch that lights up every number of the text under the standfirst, in a row that other switches may join.
 * What it does needs scripts, so without them the style sheet leaves it out; the list that closes the page serves instead.
 */
export function placeEvidenceSwitch(main: Element): void {
  const heading = main.querySelector("h1");
  if (!heading || !main.querySelector("p [data-fact]")) return;
  let last: Element = heading;
  // The home page says beside its standfirst how to read a number.
  for (const part of ["p", ".how-to"]) if (last.nextElementSibling?.matches(part)) last = last.nextElementSibling;
  last.insertAdjacentHTML(
    "afterend",
    `\n<div class="switches"><button type="button" class="switch" aria-pressed="false" id="show-evidence">Show the evidence</button></div>`
  );
}
