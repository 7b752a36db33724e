// This script stands in the head. Where the page came quickly, its fonts come before the first frame if they are asked for at
// once. On a slow line they would only delay the words: there the fallback fonts serve until the next page.

// Milliseconds since the navigation began.
const near = 400;
if (performance.now() < near)
  // Where one does not come, or the reader has left before, the fallback serves.
  for (const family of ["Serif Text", "Serif Display", "Sans Text"])
    document.fonts.load(`1em "${family}"`).catch(() => {});
