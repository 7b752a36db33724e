/** Number words that no reader takes for a figure of the ledger, and why. */
export const ordinaryNumbers: readonly { words: readonly string[]; why: string }[] = [
  {
    words: ["zero", "one", "two", "three", "four", "five"],
    why: "They count what a sentence itself lays out: one plant, two counts, three words."
  },
  {
    words: "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
    why: "They put things in order. A rank is written as a token, which says who ranks."
  }
];

/** What a page counts of its own, close behind a number word, and why that is no figure of the ledger. */
export const ownThings: readonly { words: readonly string[]; why: string }[] = [
  { words: ["publications", "texts", "outlets", "releases"], why: "How many were read is a fact about this notebook." },
  {
    words: ["figures", "numbers", "counts", "shares", "quantities"],
    why: "How many of them a passage sets side by side."
  },
  { words: ["chapters", "pages", "sections", "tables", "topics"], why: "How the notebook is divided." },
  { words: ["words", "sentences", "paragraphs", "headlines"], why: "What a passage says of a text’s wording." }
];
