// Stands in the head. Where the page came quickly, its faces come before the first frame if they are asked for at once, and
// it opens in them. From afar they would only keep the words waiting: there the stand-ins serve until the next page.

// Milliseconds since the navigation began.
const near = 400;
if (performance.now() < near)
  for (const family of ["Serif Text", "Serif Display", "Sans Text"]) document.fonts.load(`1em "${family}"`);
